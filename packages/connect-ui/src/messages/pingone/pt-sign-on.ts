import type { ProviderTranslation } from '../translation.ts';
import { shared } from './pt-shared.ts';

/** A sign-in to PingOne, in Portuguese. */
export const signOn: ProviderTranslation<'pingone'> = {
  ...shared,
  fields: {
    ...shared.fields,
    client_id: {
      label: 'ID do cliente (Client ID)',
      description: 'O Client ID da aba Overview da sua OIDC Web App.',
    },
  },
  access: {
    read_profile: {
      label: 'Ler seu perfil',
      remedy: 'Na aba Resources do aplicativo, selecione os escopos openid, profile e email e reconecte.',
    },
    read_own_user: {
      label: 'Ler seu usuário',
      remedy: 'Na aba Resources do aplicativo, selecione o escopo p1:read:user e reconecte.',
    },
  },
  guideParts: {
    ...shared.guideParts,
    'create-web-application': 'Criar uma OIDC Web App',
    'sign-in-to-pingone': 'Entrar',
  },
  guideSteps: {
    ...shared.guideSteps,
    'create-web-app': {
      title: 'Adicionar o aplicativo',
      instructions: [
        'Entre no console de administração do PingOne e abra **Applications → Applications**.',
        'Clique em **+** ao lado de **Applications**.',
        'Dê um nome a ele, escolha **OIDC Web App** como **Application Type** e clique em **Save**.',
      ],
    },
    'refresh-token': {
      title: 'Permitir tokens de atualização',
      instructions: [
        'Abra a aba **Configuration** e clique no lápis.',
        'Marque **Refresh Token** e deixe **Authorization Code** marcado. Assim a conexão se mantém sem outra entrada.',
      ],
    },
    'redirect-uri': {
      title: 'Adicionar o URI de redirecionamento',
      instructions: [
        'Continue na aba **Configuration**.',
        'Adicione este endereço, letra por letra, em **Redirect URIs** e clique em **Save**.',
      ],
    },
    scopes: {
      title: 'Selecionar os escopos',
      instructions: ['Abra a aba **Resources** e clique no lápis.', 'Selecione estes escopos e clique em **Save**.'],
    },
    'sign-in': {
      title: 'Entrar no PingOne',
      instructions: ['Cole o ID do ambiente no formulário e envie-o.', 'Entre no PingOne na janela que se abre.'],
    },
  },
  errors: {
    mix_up: {
      message: 'A resposta à entrada veio em nome de outro ambiente do PingOne e, por isso, foi descartada.',
      remedy:
        'Tente novamente. Se continuar assim, avise o fornecedor do aplicativo ao qual você está se conectando e não entre no PingOne a partir daqui.',
    },
    id_token_invalid: {
      message: 'O PingOne confirmou a entrada com um token de identidade que não pertence a ela, e por isso a resposta foi descartada.',
      remedy: 'Tente novamente. Se continuar assim, avise o fornecedor do aplicativo ao qual você está se conectando.',
    },
    consent_refused: {
      message: 'A entrada foi cancelada, ou o PingOne não deixa este usuário usar o aplicativo.',
      remedy:
        'Tente novamente e permita o que for pedido. Se nada foi pedido, peça a um administrador que verifique a aba Access do aplicativo.',
    },
    login_required: {
      message: 'O PingOne pediu uma entrada e não a recebeu.',
      remedy: 'Tente novamente e entre no PingOne na janela que se abre.',
    },
    redirect_uri_mismatch: {
      message: 'O aplicativo no PingOne não tem o URI de redirecionamento para o qual esta entrada volta.',
      remedy: 'Na aba Configuration do aplicativo, adicione a Redirect URIs o URI de redirecionamento do guia, letra por letra, e salve.',
    },
    application_disabled: {
      message: 'O aplicativo pelo qual você entra está desativado no PingOne.',
      remedy: 'Ligue a chave no canto superior direito da OIDC Web App e tente novamente.',
    },
    wrong_application_type: {
      message: 'O aplicativo não pode usar a concessão “authorization code”, portanto ninguém pode entrar por ele.',
      remedy:
        'Use o Client ID e o Client Secret de uma OIDC Web App. Se já for uma, marque Authorization Code e Refresh Token na aba Configuration dela.',
    },
    wrong_client_secret: {
      message: 'O PingOne conhece o aplicativo pelo qual você entra, mas não aceita o segredo do cliente dele.',
      remedy:
        'Copie novamente o Client Secret da aba Overview da OIDC Web App e verifique se a chave no canto superior direito está ligada. Se o formulário não pede um segredo, avise o fornecedor do aplicativo ao qual você está se conectando.',
    },
    unknown_client: {
      message: 'Este ambiente não tem nenhum aplicativo ativado com o ID de cliente pelo qual você entra.',
      remedy:
        'Verifique se a OIDC Web App pertence a este ambiente, se a chave no canto superior direito dela está ligada e se o Client ID é o da aba Overview dela. Se o formulário não pede um ID de cliente, avise o fornecedor do aplicativo ao qual você está se conectando.',
    },
    scope_refused: {
      message: 'O PingOne não concede ao aplicativo os escopos solicitados.',
      remedy: 'Na aba Resources da OIDC Web App, selecione os escopos do guia e salve.',
    },
    code_refused: {
      message: 'O PingOne não aceitou o código da entrada: ele já foi usado ou chegou tarde demais.',
      remedy: 'Tente novamente. Se continuar assim, avise o fornecedor do aplicativo ao qual você está se conectando.',
    },
    refresh_token_refused: {
      message: 'O PingOne não aceita mais o token de atualização: ele expirou ou foi revogado, ou a sessão dele terminou.',
      remedy: 'Reconecte e entre no PingOne.',
    },
    no_refresh_token: {
      message: 'O token de acesso expirou, e o PingOne não deu um token de atualização com que renová-lo.',
      remedy: 'Na aba Configuration da OIDC Web App, marque Refresh Token e salve. Depois, reconecte.',
    },
    token_refused: {
      message: 'O PingOne negou ao aplicativo um token de acesso.',
      remedy: 'Verifique se a chave no canto superior direito da OIDC Web App está ligada e se a aba Access dela admite este usuário.',
    },
    auth_method_unsupported: {
      message:
        'A OIDC Web App não aceita um segredo de cliente: seu Token Endpoint Authentication Method é Client Secret JWT, Private Key JWT ou None.',
      remedy: 'Na aba Configuration da OIDC Web App, defina Token Endpoint Authentication Method como Client Secret Post e salve.',
    },
    authorization_refused: {
      message: 'O PingOne recusou a entrada antes que alguém pudesse entrar.',
      remedy:
        'Compare a OIDC Web App com o guia, passo a passo. Se continuar assim, informe o ID de correlação ao suporte da Ping Identity.',
    },
  },
};

import type { ProviderTranslation } from '../translation.ts';
import { shared } from './pt-shared.ts';

/** PingOne through a worker application, in Portuguese. */
export const worker: ProviderTranslation<'pingone-cc'> = {
  ...shared,
  fields: {
    ...shared.fields,
    client_id: {
      label: 'ID do cliente (Client ID)',
      description: 'O Client ID da aba Overview do seu aplicativo Worker.',
    },
  },
  access: {
    read_environment: {
      label: 'Ler o ambiente',
      remedy: 'Conceda ao aplicativo uma função neste ambiente, por exemplo Environment Admin ou Configuration Read Only.',
    },
    read_users: {
      label: 'Ler usuários',
      remedy: 'Conceda ao aplicativo a função Identity Data Read Only ou Identity Data Admin.',
    },
    read_populations: {
      label: 'Ler populações',
      remedy: 'Conceda ao aplicativo a função Identity Data Read Only ou Environment Admin.',
    },
    read_applications: {
      label: 'Ler aplicativos',
      remedy: 'Conceda ao aplicativo a função Configuration Read Only ou Client Application Developer.',
    },
  },
  guideParts: {
    ...shared.guideParts,
    'create-worker-application': 'Criar um aplicativo Worker',
    'enter-values': 'Informar os quatro valores',
  },
  guideSteps: {
    ...shared.guideSteps,
    'create-worker': {
      title: 'Adicionar o aplicativo',
      instructions: [
        'Entre no console de administração do PingOne e abra **Applications → Applications**.',
        'Clique em **+** ao lado de **Applications**.',
        'Dê um nome a ele, escolha **Worker** como **Application Type** e clique em **Save**.',
      ],
    },
    roles: {
      title: 'Conceder funções',
      instructions: [
        'Abra a aba **Roles** e clique em **Grant Roles**.',
        'Escolha as funções de que a conexão precisa. Para leitura, **Identity Data Read Only** e **Configuration Read Only** bastam.',
      ],
    },
    connect: {
      title: 'Conectar',
      instructions: ['Cole os quatro valores no formulário e envie-o.'],
    },
  },
  errors: {
    application_disabled: {
      message: 'O aplicativo está desativado no PingOne.',
      remedy: 'Ligue a chave no canto superior direito do aplicativo e tente novamente.',
    },
    wrong_client_secret: {
      message: 'O PingOne conhece este aplicativo, mas não aceita o segredo do cliente.',
      remedy:
        'Copie novamente o Client Secret da aba Overview; se ele foi renovado, use o novo. Se for o certo, verifique se o aplicativo está ativado: a chave fica no canto superior direito dele.',
    },
    unknown_client: {
      message: 'Este ambiente não tem nenhum aplicativo ativado com este ID de cliente.',
      remedy:
        'Copie o Client ID da aba Overview e verifique se ele pertence a este ambiente e se a chave no canto superior direito do aplicativo está ligada.',
    },
    no_roles: {
      message: 'O aplicativo não tem nenhuma função, por isso o PingOne não lhe dá um token de acesso.',
      remedy: 'Na aba Roles do aplicativo, escolha Grant Roles. Uma função recém-concedida pode levar um minuto: depois, tente novamente.',
    },
    wrong_application_type: {
      message: 'O aplicativo não pode usar a concessão “client credentials”, portanto não é um aplicativo Worker.',
      remedy:
        'Crie no PingOne um aplicativo do tipo Worker e use o Client ID e o Client Secret dele. Se já for um Worker, verifique se a chave no canto superior direito está ligada.',
    },
    scope_refused: {
      message: 'O PingOne não pode conceder a este aplicativo os escopos solicitados.',
      remedy:
        'Consulte o fornecedor do aplicativo ao qual você está se conectando: os escopos fazem parte da integração dele, e um aplicativo Worker recebe seus direitos das funções.',
    },
    token_refused: {
      message: 'O PingOne negou ao aplicativo um token de acesso.',
      remedy: 'Verifique na aba Roles se o aplicativo tem uma função e se a chave no canto superior direito está ligada.',
    },
    weak_roles: {
      message: 'O aplicativo é aceito, mas nenhuma de suas funções permite que ele leia este ambiente.',
      remedy: 'Na aba Roles do aplicativo, escolha Grant Roles e selecione este ambiente. Uma função recém-concedida pode levar um minuto.',
    },
    auth_method_unsupported: {
      message:
        'O aplicativo não aceita um segredo de cliente: seu Token Endpoint Authentication Method é Client Secret JWT, Private Key JWT ou None.',
      remedy: 'Na aba Configuration do aplicativo, defina Token Endpoint Authentication Method como Client Secret Post e salve.',
    },
  },
};

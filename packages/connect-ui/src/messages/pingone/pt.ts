import type { ProviderTranslation } from '../translation.ts';

/** PingOne's form and guide, in Portuguese. */
export const pingOne: ProviderTranslation<'pingone-cc'> = {
  fields: {
    environmentId: {
      label: 'ID do ambiente (Environment ID)',
      description: 'O ID do ambiente do PingOne a conectar. Você também pode colar uma URL do PingOne.',
    },
    tld: {
      label: 'Região',
      description: 'Onde o PingOne mantém o ambiente. Ela é encontrada automaticamente assim que o ID do ambiente estiver completo.',
      placeholder: 'Escolha uma região',
    },
    client_id: {
      label: 'ID do cliente (Client ID)',
      description: 'O Client ID da aba Overview do seu aplicativo Worker.',
    },
    client_secret: {
      label: 'Segredo do cliente (Client Secret)',
      description: 'O Client Secret da mesma aba. Ele é enviado por uma conexão criptografada e guardado criptografado.',
      placeholder: 'Cole o segredo do cliente',
    },
  },
  regions: {
    NA: 'América do Norte (exceto Canadá)',
    CA: 'Canadá',
    EU: 'União Europeia',
    AU: 'Austrália',
    SG: 'Singapura',
    AP: 'Ásia-Pacífico',
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
  pathWords: { 'Your application': 'Seu aplicativo' },
  guideParts: {
    'create-worker-application': 'Criar um aplicativo Worker',
    'find-environment-id': 'Encontrar o ID do ambiente',
    'find-region': 'Encontrar a região',
    'enter-values': 'Informar os quatro valores',
  },
  guideSteps: {
    'create-worker': {
      title: 'Adicionar o aplicativo',
      instructions: [
        'Entre no console de administração do PingOne e abra **Applications → Applications**.',
        'Clique em **+** ao lado de **Applications**.',
        'Dê um nome a ele, escolha **Worker** como **Application Type** e clique em **Save**.',
      ],
    },
    'client-id': {
      title: 'Copiar o Client ID',
      instructions: ['Abra a aba **Overview** do aplicativo.', 'Copie o **Client ID**.'],
    },
    'client-secret': {
      title: 'Copiar o Client Secret',
      instructions: [
        'Continue na aba **Overview**.',
        'Clique no botão de copiar ao lado de **Client Secret**. Os pontos que representam o segredo não podem ser copiados à mão.',
      ],
    },
    'enable-application': {
      title: 'Ativar o aplicativo',
      instructions: ['Ligue a chave no canto superior direito do aplicativo. Um aplicativo novo começa desativado.'],
    },
    'auth-method': {
      title: 'Verificar o método de autenticação',
      instructions: [
        'Abra a aba **Configuration** e clique no lápis.',
        'Em **Token Endpoint Authentication Method**, escolha **Client Secret Post** e clique em **Save**. **Client Secret Basic** também funciona.',
      ],
    },
    roles: {
      title: 'Conceder funções',
      instructions: [
        'Abra a aba **Roles** e clique em **Grant Roles**.',
        'Escolha as funções de que a conexão precisa. Para leitura, **Identity Data Read Only** e **Configuration Read Only** bastam.',
      ],
    },
    'environment-id': {
      title: 'Copiar o Environment ID',
      instructions: [
        'No console de administração, abra **Settings → Environment Properties**.',
        'Copie o **Environment ID**. O ID da organização, ao lado dele, é outro.',
      ],
    },
    region: {
      title: 'Ver a região',
      instructions: [
        'Na mesma página, **Environment Properties**, veja a **Region**.',
        'Ela também aparece no final do endereço do console: **.com**, **.ca**, **.eu**, **.com.au**, **.sg** ou **.asia**.',
      ],
    },
    connect: {
      title: 'Conectar',
      instructions: ['Cole os quatro valores no formulário e clique em **Conectar**.'],
    },
  },
};

/** What PingOne's forms and guides have in common, in Portuguese. */
export const shared = {
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
  pathWords: { 'Your application': 'Seu aplicativo' },
  guideParts: {
    'find-environment-id': 'Encontrar o ID do ambiente',
    'find-region': 'Encontrar a região',
  },
  guideSteps: {
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
  },
} as const;

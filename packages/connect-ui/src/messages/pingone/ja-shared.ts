/** What PingOne's forms and guides have in common, in Japanese. */
export const shared = {
  fields: {
    environmentId: {
      label: '環境ID（Environment ID）',
      description: '接続する PingOne 環境の ID です。PingOne の URL を貼り付けることもできます。',
    },
    tld: {
      label: 'リージョン',
      description: 'PingOne がこの環境を保管している場所です。環境IDがすべて入力されると自動的に検索されます。',
      placeholder: 'リージョンを選択',
    },
    client_secret: {
      label: 'クライアントシークレット（Client Secret）',
      description: '同じタブにある Client Secret です。暗号化された通信で送信され、暗号化して保存されます。',
      placeholder: 'クライアントシークレットを貼り付け',
    },
  },
  regions: {
    NA: '北米（カナダを除く）',
    CA: 'カナダ',
    EU: '欧州連合',
    AU: 'オーストラリア',
    SG: 'シンガポール',
    AP: 'アジア太平洋',
  },
  pathWords: { 'Your application': '対象のアプリケーション' },
  guideParts: {
    'find-environment-id': '環境IDを確認する',
    'find-region': 'リージョンを確認する',
  },
  guideSteps: {
    'client-id': {
      title: 'Client ID をコピーする',
      instructions: ['アプリケーションの **Overview** タブを開きます。', '**Client ID** をコピーします。'],
    },
    'client-secret': {
      title: 'Client Secret をコピーする',
      instructions: [
        '引き続き **Overview** タブを表示します。',
        '**Client Secret** の横にあるコピーボタンを押します。シークレットを隠している点を手作業でコピーすることはできません。',
      ],
    },
    'enable-application': {
      title: 'アプリケーションを有効にする',
      instructions: ['アプリケーションの右上にあるトグルをオンにします。新しいアプリケーションは最初は無効になっています。'],
    },
    'auth-method': {
      title: '認証方式を確認する',
      instructions: [
        '**Configuration** タブを開き、鉛筆アイコンを押します。',
        '**Token Endpoint Authentication Method** で **Client Secret Post** を選択し、**Save** を押します。**Client Secret Basic** でも動作します。',
      ],
    },
    'environment-id': {
      title: 'Environment ID をコピーする',
      instructions: [
        '管理コンソールで **Settings → Environment Properties** を開きます。',
        '**Environment ID** をコピーします。隣にある組織IDは別のものです。',
      ],
    },
    region: {
      title: 'リージョンを確認する',
      instructions: [
        '同じページ **Environment Properties** で **Region** を確認します。',
        'コンソールの URL の末尾にもあります：**.com**、**.ca**、**.eu**、**.com.au**、**.sg**、**.asia** のいずれかです。',
      ],
    },
  },
} as const;

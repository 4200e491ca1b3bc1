import type { ProviderTranslation } from '../translation.ts';
import { shared } from './ja-shared.ts';

/** PingOne through a worker application, in Japanese. */
export const worker: ProviderTranslation<'pingone-cc'> = {
  ...shared,
  fields: {
    ...shared.fields,
    client_id: {
      label: 'クライアントID（Client ID）',
      description: 'Worker アプリケーションの Overview タブにある Client ID です。',
    },
  },
  access: {
    read_environment: {
      label: '環境の読み取り',
      remedy: 'この環境のロール（Environment Admin や Configuration Read Only など）をアプリケーションに付与してください。',
    },
    read_users: {
      label: 'ユーザーの読み取り',
      remedy: 'アプリケーションに Identity Data Read Only または Identity Data Admin のロールを付与してください。',
    },
    read_populations: {
      label: 'ポピュレーションの読み取り',
      remedy: 'アプリケーションに Identity Data Read Only または Environment Admin のロールを付与してください。',
    },
    read_applications: {
      label: 'アプリケーションの読み取り',
      remedy: 'アプリケーションに Configuration Read Only または Client Application Developer のロールを付与してください。',
    },
  },
  guideParts: {
    ...shared.guideParts,
    'create-worker-application': 'Worker アプリケーションを作成する',
    'enter-values': '4つの値を入力する',
  },
  guideSteps: {
    ...shared.guideSteps,
    'create-worker': {
      title: 'アプリケーションを追加する',
      instructions: [
        'PingOne 管理コンソールにサインインし、**Applications → Applications** を開きます。',
        '**Applications** の横にある **+** を押します。',
        '名前を付け、**Application Type** で **Worker** を選択して、**Save** を押します。',
      ],
    },
    roles: {
      title: 'ロールを付与する',
      instructions: [
        '**Roles** タブを開き、**Grant Roles** を押します。',
        '接続に必要なロールを選択します。読み取りには **Identity Data Read Only** と **Configuration Read Only** で十分です。',
      ],
    },
    connect: {
      title: '接続する',
      instructions: ['4つの値をフォームに貼り付けて送信します。'],
    },
  },
  errors: {
    application_disabled: {
      message: 'このアプリケーションは PingOne で無効になっています。',
      remedy: 'アプリケーションの右上にあるトグルをオンにしてから、もう一度お試しください。',
    },
    wrong_client_secret: {
      message: 'PingOne はこのアプリケーションを認識していますが、クライアントシークレットを受け入れません。',
      remedy:
        'Overview タブから Client Secret をもう一度コピーし、更新されている場合は新しいものを使用してください。正しい場合は、アプリケーションの右上にあるトグルがオンになっているか確認してください。',
    },
    unknown_client: {
      message: 'この環境には、このクライアントIDの有効なアプリケーションがありません。',
      remedy:
        'Overview タブから Client ID をコピーし、この環境のものであること、アプリケーションの右上にあるトグルがオンであることを確認してください。',
    },
    no_roles: {
      message: 'アプリケーションにロールがないため、PingOne はアクセストークンを発行しません。',
      remedy:
        'アプリケーションの Roles タブで Grant Roles を選択してください。付与した直後のロールは反映に1分ほどかかることがあるため、その後もう一度お試しください。',
    },
    wrong_application_type: {
      message: 'このアプリケーションはクライアントクレデンシャルズ グラントを使用できないため、Worker アプリケーションではありません。',
      remedy:
        'PingOne で Worker タイプのアプリケーションを作成し、その Client ID と Client Secret を使用してください。すでに Worker の場合は、右上にあるトグルがオンであることを確認してください。',
    },
    scope_refused: {
      message: '要求されたスコープを、PingOne はこのアプリケーションに付与できません。',
      remedy:
        '接続先のアプリの提供元にお問い合わせください。スコープはその連携の設定に含まれ、Worker アプリケーションの権限はロールによって決まります。',
    },
    token_refused: {
      message: 'PingOne がアプリケーションへのアクセストークンの発行を拒否しました。',
      remedy: 'Roles タブでアプリケーションにロールがあること、右上にあるトグルがオンであることを確認してください。',
    },
    weak_roles: {
      message: 'アプリケーションは受け入れられましたが、この環境の読み取りを許可するロールがありません。',
      remedy:
        'アプリケーションの Roles タブで Grant Roles を選択し、この環境を指定してください。付与した直後のロールは反映に1分ほどかかることがあります。',
    },
    auth_method_unsupported: {
      message:
        'このアプリケーションはクライアントシークレットを受け付けません。Token Endpoint Authentication Method が Client Secret JWT、Private Key JWT、None のいずれかになっています。',
      remedy:
        'アプリケーションの Configuration タブで、Token Endpoint Authentication Method を Client Secret Post に設定して保存してください。',
    },
  },
};

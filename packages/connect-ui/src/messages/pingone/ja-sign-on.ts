import type { ProviderTranslation } from '../translation.ts';
import { shared } from './ja-shared.ts';

/** A sign-in to PingOne, in Japanese. */
export const signOn: ProviderTranslation<'pingone'> = {
  ...shared,
  fields: {
    ...shared.fields,
    client_id: {
      label: 'クライアントID（Client ID）',
      description: 'OIDC Web App の Overview タブにある Client ID です。',
    },
  },
  access: {
    read_profile: {
      label: 'プロフィールの読み取り',
      remedy: 'アプリケーションの Resources タブでスコープ openid、profile、email を選択してから、再接続してください。',
    },
    read_own_user: {
      label: 'ご自身のユーザー情報の読み取り',
      remedy: 'アプリケーションの Resources タブでスコープ p1:read:user を選択してから、再接続してください。',
    },
  },
  guideParts: {
    ...shared.guideParts,
    'create-web-application': 'OIDC Web App を作成する',
    'sign-in-to-pingone': 'サインインする',
  },
  guideSteps: {
    ...shared.guideSteps,
    'create-web-app': {
      title: 'アプリケーションを追加する',
      instructions: [
        'PingOne 管理コンソールにサインインし、**Applications → Applications** を開きます。',
        '**Applications** の横にある **+** を押します。',
        '名前を付け、**Application Type** で **OIDC Web App** を選択して、**Save** を押します。',
      ],
    },
    'refresh-token': {
      title: 'リフレッシュトークンを許可する',
      instructions: [
        '**Configuration** タブを開き、鉛筆アイコンを押します。',
        '**Refresh Token** にチェックを入れ、**Authorization Code** のチェックはそのままにします。これで、再びサインインしなくても接続が維持されます。',
      ],
    },
    'redirect-uri': {
      title: 'リダイレクト URI を追加する',
      instructions: [
        '引き続き **Configuration** タブを表示します。',
        '**Redirect URIs** にこのアドレスを一字一句そのまま追加し、**Save** を押します。',
      ],
    },
    scopes: {
      title: 'スコープを選択する',
      instructions: ['**Resources** タブを開き、鉛筆アイコンを押します。', 'これらのスコープを選択し、**Save** を押します。'],
    },
    'sign-in': {
      title: 'PingOne にサインインする',
      instructions: ['環境IDをフォームに貼り付けて送信します。', '開くウィンドウで PingOne にサインインします。'],
    },
  },
  errors: {
    mix_up: {
      message: 'サインインへの応答が別の PingOne 環境の名前で届いたため、その応答は破棄されました。',
      remedy: 'もう一度お試しください。解決しない場合は、ここから PingOne にサインインせず、接続先のアプリの提供元にお知らせください。',
    },
    id_token_invalid: {
      message: 'PingOne から届いた ID トークンがこのサインインのものではなかったため、その応答は破棄されました。',
      remedy: 'もう一度お試しください。解決しない場合は、接続先のアプリの提供元にお知らせください。',
    },
    consent_refused: {
      message: 'サインインがキャンセルされたか、このユーザーによるアプリケーションの使用を PingOne が許可していません。',
      remedy:
        'もう一度試し、求められた内容を許可してください。何も求められなかった場合は、アプリケーションの Access タブを管理者に確認してもらってください。',
    },
    login_required: {
      message: 'PingOne がサインオンを求めましたが、行われませんでした。',
      remedy: 'もう一度試し、開くウィンドウで PingOne にサインインしてください。',
    },
    redirect_uri_mismatch: {
      message: 'このサインインの戻り先のリダイレクト URI が、PingOne のアプリケーションに登録されていません。',
      remedy:
        'アプリケーションの Configuration タブで、接続ガイドにあるリダイレクト URI を Redirect URIs に一字一句そのまま追加して保存してください。',
    },
    application_disabled: {
      message: 'サインインに使用するアプリケーションは PingOne で無効になっています。',
      remedy: 'OIDC Web App の右上にあるトグルをオンにしてから、もう一度お試しください。',
    },
    wrong_application_type: {
      message: 'このアプリケーションは認可コード グラントを使用できないため、誰もサインインできません。',
      remedy:
        'OIDC Web App の Client ID と Client Secret を使用してください。すでに OIDC Web App の場合は、Configuration タブで Authorization Code と Refresh Token にチェックを入れてください。',
    },
    wrong_client_secret: {
      message: 'PingOne はサインインに使用するアプリケーションを認識していますが、そのクライアントシークレットを受け入れません。',
      remedy:
        'OIDC Web App の Overview タブから Client Secret をもう一度コピーし、右上にあるトグルがオンであることを確認してください。フォームでシークレットを求められない場合は、接続先のアプリの提供元にお知らせください。',
    },
    unknown_client: {
      message: 'この環境には、サインインに使用するクライアントIDの有効なアプリケーションがありません。',
      remedy:
        'OIDC Web App がこの環境のものであること、右上にあるトグルがオンであること、Client ID が Overview タブのものであることを確認してください。フォームでクライアントIDを求められない場合は、接続先のアプリの提供元にお知らせください。',
    },
    scope_refused: {
      message: '要求されたスコープを、PingOne はこのアプリケーションに付与しません。',
      remedy: 'OIDC Web App の Resources タブで、接続ガイドにあるスコープを選択して保存してください。',
    },
    code_refused: {
      message: 'PingOne がサインインのコードを受け入れませんでした。すでに使用されたか、届くのが遅すぎました。',
      remedy: 'もう一度お試しください。解決しない場合は、接続先のアプリの提供元にお知らせください。',
    },
    refresh_token_refused: {
      message: 'PingOne はこのリフレッシュトークンをもう受け入れません。有効期限が切れたか、取り消されたか、セッションが終了しています。',
      remedy: 'もう一度接続し、PingOne にサインインしてください。',
    },
    no_refresh_token: {
      message: 'アクセストークンの有効期限が切れましたが、更新に使うリフレッシュトークンを PingOne が発行していません。',
      remedy: 'OIDC Web App の Configuration タブで Refresh Token にチェックを入れて保存してください。その後、もう一度接続してください。',
    },
    token_refused: {
      message: 'PingOne がアプリケーションへのアクセストークンの発行を拒否しました。',
      remedy: 'OIDC Web App の右上にあるトグルがオンであること、Access タブでこのユーザーが許可されていることを確認してください。',
    },
    auth_method_unsupported: {
      message:
        'この OIDC Web App はクライアントシークレットを受け付けません。Token Endpoint Authentication Method が Client Secret JWT、Private Key JWT、None のいずれかになっています。',
      remedy:
        'OIDC Web App の Configuration タブで、Token Endpoint Authentication Method を Client Secret Post に設定して保存してください。',
    },
    authorization_refused: {
      message: 'サインインの画面が表示される前に、PingOne がサインインを拒否しました。',
      remedy:
        'OIDC Web App を接続ガイドと1つずつ照らし合わせてください。解決しない場合は、相関IDを Ping Identity のサポートにお伝えください。',
    },
  },
};

import { localizeForm } from './localize-form.ts';
import { sharedErrors } from './pingone/ja-errors.ts';
import { signOn } from './pingone/ja-sign-on.ts';
import { worker } from './pingone/ja-worker.ts';
import type { Translation } from './translation.ts';

/** Japanese. */
export const translation: Translation = {
  tag: 'ja',
  direction: 'ltr',
  localizeForm,
  text: {
    'form.title': '{provider} アカウントを連携',
    'form.intro': 'お手元の情報をどの欄にでも貼り付けてください。URL、.env ブロック、JSON、個々の値のいずれでも構いません。',
    'form.connect': '接続',
    'form.connecting': '接続しています…',
    'form.close': '閉じる',
    'form.loading': 'フォームを読み込んでいます…',
    'reconnect.title': '{provider} を再接続',
    'reconnect.intro': '分かっている値は入力済みです。残りを入力すると、接続が再び使えるようになります。',
    'reconnect.submit': '再接続',
    'reconnect.submitting': '再接続しています…',
    'reconnect.known': '入力済みの値',
    'reconnect.edit': '編集',
    'field.show': '表示',
    'field.hide': '隠す',
    'field.regionOption': '{name}（{tld}）',
    'paste.filled': '貼り付けた内容から入力しました：{fields}。',
    'region.asking': 'リージョンを検索しています…',
    'region.found': 'リージョンが見つかりました：{region}。',
    'region.corrected': '{region}に修正しました。この環境はそのリージョンにあります。',
    'help.field': 'どこで確認できますか？',
    'help.need': 'お困りですか？',
    'help.open': '接続ガイドを表示',
    'help.close': '接続ガイドを隠す',
    'help.step': '場所を確認する',
    'guide.title': '接続ガイド',
    'guide.loading': 'ガイドを読み込んでいます…',
    'guide.failed': 'ガイドを読み込めませんでした。インターネット接続を確認して、もう一度お試しください。',
    'guide.path': 'コンソール内の場所',
    'guide.console': 'この環境をコンソールで開く',
    'guide.newTab': '新しいタブで開きます',
    'progress.title': '進行状況',
    'progress.environment.started': '環境を検索しています',
    'progress.environment.done': '環境が見つかりました',
    'progress.credentials.started': '認証情報を確認しています',
    'progress.credentials.done': '認証情報が受け入れられました',
    'progress.access.started': 'アクセス権を確認しています',
    'progress.access.done': 'アクセス権を確認しました',
    'progress.saved.started': '接続を保存しています',
    'progress.saved.done': '保存しました',
    'progress.waiting': '{step}：プロバイダーの応答を待っています',
    'result.title': '{environment}に接続しました',
    'result.titlePlain': '接続しました',
    'result.reconnected': '{environment}に再接続しました',
    'result.reconnectedPlain': '再接続しました',
    'result.summary': '接続を確認しました。正常に動作しています。',
    'result.summaryPlain': '接続は完了しましたが、その内容を伝える応答が途中で失われました。',
    'result.summaryWarning': '接続は動作していますが、一部の操作ができない可能性があります。',
    'result.environmentId': '環境ID（Environment ID）',
    'result.type': '種類',
    'result.region': 'リージョン',
    'result.access': 'この接続でできること',
    'result.allowed': '許可',
    'result.refused': '不許可',
    'result.done': '完了',
    'notice.region_corrected': 'リージョンを {value} に修正しました。',
    'notice.auth_method_basic': 'アプリケーションは Client Secret Basic を使用しています。同じように動作するため、変更は不要です。',
    'notice.no_refresh_token':
      'リフレッシュトークンが発行されなかったため、この接続はトークンの有効期限が切れるまで動作します。ガイドのとおりにアプリケーションがリフレッシュトークンを発行するようにして、再接続してください。',
    'signIn.hint': '開くウィンドウで {provider} にサインインします。',
    'signIn.oneMoment': '少々お待ちください…',
    'signIn.checking': '入力内容を確認しています…',
    'signIn.open': '開いたウィンドウで {provider} にサインインしてください。',
    'signIn.openHelp': '完了すると、このページが自動的に検知します。ウィンドウが見当たらない場合は、もう一度開いてください。',
    'signIn.blocked': 'ブラウザーがサインインのウィンドウを開きませんでした。',
    'signIn.blockedHelp': '下のボタンで開くか、このタブで続けてください。終わるとこのページに戻ります。',
    'signIn.closed': 'サインインのウィンドウは閉じられたようです。',
    'signIn.closedHelp': 'まだ開いている場合は、そこで完了すればこのページが検知します。そうでない場合は、もう一度お試しください。',
    'signIn.mismatchHelp': 'リダイレクト URI のエラーが表示された場合は、アプリケーションに次の URI をそのまま入力してください：',
    'signIn.openNow': 'サインインを開く',
    'signIn.reopen': 'ウィンドウをもう一度開く',
    'signIn.inTab': 'このタブで続ける',
    'signIn.cancel': 'キャンセル',
    'client.use': '自分のアプリケーションを使用する',
    'client.title': 'お使いのアプリケーション',
    'client.intro':
      'サインインには、お使いの環境にあるアプリケーションを使用します。ガイドのとおりに、次のリダイレクト URI で作成してください：',
    'copy.redirect_uri': 'リダイレクト URI',
    'copy.scopes': 'スコープ',
    'copy.copy': 'コピー',
    'copy.copied': 'コピーしました。',
    'copy.selected': '選択しました。Ctrl+C または ⌘C でコピーしてください。',
    'picker.title': '接続するものを選択してください',
    'picker.another': 'ほかのものを選択',
    'failure.details': '詳細',
    'failure.code': 'コード',
    'failure.correlationId': '相関ID（Correlation ID）',
    'failure.requestId': 'リクエストID（Request ID）',
    'failure.retry': 'もう一度試す',
    'failure.swap': '2つの値を入れ替える',
    'failure.wait': '{seconds}秒待ってから、もう一度お試しください。',
  },
  errors: {
    ...sharedErrors,
    offline: {
      message: 'オフラインです。',
      remedy: 'オンラインに戻ったら、もう一度お試しください。入力内容は保持されています。',
    },
    server_unreachable: {
      message: 'サーバーに接続できませんでした。',
      remedy: 'インターネット接続を確認して、もう一度お試しください。入力内容は保持されています。',
    },
    server_answer_invalid: {
      message: 'サーバーの応答を読み取れませんでした。',
      remedy: 'もう一度お試しください。解決しない場合は、接続先のアプリの提供元にお知らせください。',
    },
    connection_interrupted: {
      message: '応答が届く前に通信が切断されたため、接続が完了したかどうかは分かりません。',
      remedy: 'すでに接続が完了していても問題はありませんので、もう一度お試しください。入力内容は保持されています。',
    },
    session_token_unavailable: {
      message: 'アプリが接続の許可を取得できませんでした。',
      remedy: 'もう一度お試しください。解決しない場合は、ページを再読み込みしてください。',
    },
    no_integration: {
      message: 'ここで接続できるものはありません。',
      remedy: 'セッションでどの連携も許可されていないことを、接続先のアプリの提供元にお知らせください。',
    },
    integration_not_offered: {
      message: 'この連携への接続は許可されていません。',
      remedy: 'セッションでこの連携が許可されていないことを、接続先のアプリの提供元にお知らせください。',
    },
    unsupported_provider: {
      message: 'このページは、この連携のフォームに対応していません。',
      remedy: 'ページの Latchkey のバージョンがサーバーより古いことを、接続先のアプリの提供元にお知らせください。',
    },
    connect_session_expired: {
      message: '接続の有効期限が切れました。',
      remedy: 'ページを再読み込みして、最初からやり直してください。',
    },
    unknown_connect_session_token: {
      message: 'このページには有効な接続の許可がありません。',
      remedy: 'ページを再読み込みして、最初からやり直してください。',
    },
    too_many_request: {
      message: '短時間に試行が多すぎました。',
      remedy: 'しばらく待ってから、もう一度お試しください。入力内容は保持されています。',
    },
    store_unavailable: {
      message: '接続を保存できませんでした。',
      remedy: '少し待ってから、もう一度お試しください。入力内容は保持されています。',
    },
    store_full: {
      message: 'データベースに空きがないため、何も保存されませんでした。',
      remedy: 'アプリの運営者がディスクの空き容量を確保する必要があります。その後、もう一度お試しください。',
    },
    missing_auth_header: {
      message: 'リクエストに「Authorization」ヘッダーがありません。',
      remedy: 'アプリは「Authorization: Bearer」に接続セッションのトークンを付けて送信する必要があります。',
    },
    malformed_auth_header: {
      message: '「Authorization」ヘッダーが「Bearer <トークン>」の形式ではありません。',
      remedy: 'アプリは Bearer という語、空白1つ、トークンの順に送信する必要があります。',
    },
    invalid_connect_session_token_format: {
      message: '送信されたものは接続セッションのトークンではありません。',
      remedy:
        'アプリは POST /connect/sessions が返した「token」を送信する必要があります。シークレットキーをブラウザーに置いてはなりません。',
    },
    integration_not_allowed: {
      message: 'この接続セッションでは、この連携は許可されていません。',
      remedy: 'アプリはセッションの作成時に「allowed_integrations」でこの連携を指定するか、その指定を省く必要があります。',
    },
    origin_not_allowed: {
      message: 'このオリジンのページは Latchkey を使用できません。',
      remedy: 'アプリはページのオリジンをオプション「allowedOrigins」に追加する必要があります。',
    },
    invalid_json: {
      message: 'リクエストの本文が正しい JSON ではありません。',
      remedy: 'JSON オブジェクトを送信する必要があります。',
    },
    invalid_body: {
      message: 'リクエストの本文が正しくありません。',
      remedy: '入力内容を確認して、もう一度お試しください。解決しない場合は、アプリの提供元にお知らせください。',
    },
    invalid_query_params: {
      message: 'URL のパラメーターが正しくありません。',
      remedy: '入力内容を確認して、もう一度お試しください。解決しない場合は、アプリの提供元にお知らせください。',
    },
    invalid_content_type: {
      message: '「Content-Type」によると、リクエストの本文は JSON ではありません。',
      remedy: '「Content-Type: application/json」を送信する必要があります。',
    },
    body_too_large: {
      message: 'リクエストが、ここで受け付けられる大きさを超えています。',
      remedy: '送信する量を減らしてください。ここでは 100 kB を超えるリクエストは必要ありません。',
    },
    not_found: {
      message: 'このアドレスはサーバーに存在しません。',
      remedy: 'アプリはメソッドとパスを API リファレンスで確認する必要があります。',
    },
    unknown_integration: {
      message: 'この ID の連携はありません。',
      remedy: 'アプリはオプション「integrations」で指定した ID を使用する必要があります。',
    },
    unknown_connection: {
      message: 'この接続はもう存在しません。',
      remedy: 'その間に切断されました。アプリに戻り、新しく接続してください。',
    },
    connection_disabled: {
      message: 'この接続は無効になっています。',
      remedy: '接続先のアプリの提供元に、再び有効にするよう依頼してください。',
    },
    identity_mismatch: {
      message: 'この値は、再接続しようとしている接続とは別のものを指しています。',
      remedy: '元の値に戻すか、この値を新しい接続として接続してください。',
    },
    unknown_authorization: {
      message: 'このサインインは、ここで開始されたものではありません。',
      remedy: 'もう一度試して、新しく開始してください。入力内容は保持されています。',
    },
    authorization_expired: {
      message: 'サインインが時間内に完了しませんでした。',
      remedy: 'もう一度試し、10分以内にサインインを完了してください。',
    },
    authorization_not_bound: {
      message: 'サインインが、開始したときとは別のブラウザーで戻ってきたか、Cookie なしで戻ってきました。',
      remedy:
        'もう一度試し、このブラウザーのまま進めてください。解決しない場合は、サインインのウィンドウのアドレスに Cookie を許可してください。',
    },
    authorization_used: {
      message: 'このサインインはすでに完了しています。',
      remedy: 'ウィンドウを閉じてください。改めてサインインするには、もう一度お試しください。',
    },
    return_url_not_allowed: {
      message: 'このページのアドレスがサーバーのリストにないため、サインイン後にこのページへ戻ることはできません。',
      remedy: '「allowedOrigins」にこのページのオリジンがないことを、接続先のアプリの提供元にお知らせください。',
    },
    oauth_client_missing: {
      message: 'サインインに使用できるアプリケーションがありません。',
      remedy:
        'OIDC Web App の Client ID と Client Secret を入力してください。お持ちでない場合は、接続先のアプリの提供元にお問い合わせください。',
    },
    encryption_key_missing: {
      message: '保存されているデータは、このサーバーにない暗号鍵で封印されています。',
      remedy: 'アプリの運営者が、その鍵をオプション「encryptionKeys」の先頭の鍵の後に再び追加する必要があります。',
    },
    sealed_value_invalid: {
      message: '封印された値を開けません。変更されたか、途切れているか、別の接続のものです。',
      remedy: 'もう一度接続するか、アプリの運営者にデータベースをバックアップから復元するよう依頼してください。',
    },
    server_error: {
      message: 'Latchkey で予期しないエラーが発生しました。',
      remedy: '詳細に表示されるリクエストIDをアプリの提供元にお伝えください。サーバーのログに記録されています。',
    },
  },
  providers: { 'pingone-cc': worker, pingone: signOn },
};

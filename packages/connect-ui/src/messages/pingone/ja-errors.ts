import type { SharedErrors } from '../translation.ts';

/** What goes wrong with PingOne's values, and with connecting in whatever way, in Japanese. */
export const sharedErrors: SharedErrors = {
  environment_id_missing: {
    message: '環境IDが入力されていません。',
    remedy: 'PingOne 管理コンソールの Settings → Environment Properties からコピーしてください。',
  },
  environment_id_invalid: {
    message: 'これは環境IDではありません。',
    remedy:
      '環境IDは f2aba07d-270c-42ba-8811-01af5f63d458 のように、5つのグループに分かれた32桁の英数字です。Settings → Environment Properties からコピーしてください。',
  },
  environment_id_is_custom_domain: {
    message: 'これはカスタムドメインのアドレスで、環境もリージョンも判別できません。',
    remedy: 'Settings → Environment Properties から Environment ID をコピーしてください。リージョンも同じページに表示されています。',
  },
  environment_not_found: {
    message: 'この ID の環境は、PingOne のどのリージョンにも見つかりません。',
    remedy: 'Settings → Environment Properties から Environment ID をコピーしてください。隣にある組織IDは別のものです。',
  },
  environment_not_in_region: {
    message: '選択したリージョンにこの環境は見つからず、ほかのリージョンのうち応答しなかったものがあります。',
    remedy:
      'リージョンを Settings → Environment Properties の表示と比べてください。正しい場合は、Environment ID を確認するか、少し待ってからもう一度お試しください。',
  },
  region_missing: {
    message: 'リージョンが選択されていません。',
    remedy: 'Settings → Environment Properties に表示されているリージョンを選択してください。',
  },
  region_unknown: {
    message: 'このトップレベルドメインのリージョンは PingOne にありません。',
    remedy: 'com、ca、eu、com.au、sg、asia のいずれかを使用してください。',
  },
  client_id_missing: {
    message: 'クライアントIDが入力されていません。',
    remedy: 'アプリケーションの Overview タブからコピーしてください。',
  },
  client_id_invalid: {
    message: 'これは PingOne のクライアントIDではありません。',
    remedy: 'クライアントIDは、5つのグループに分かれた32桁の英数字です。アプリケーションの Overview タブからコピーしてください。',
  },
  client_id_is_environment_id: {
    message: 'クライアントIDが環境IDと同じです。',
    remedy: 'アプリケーションの Overview タブから Client ID をコピーしてください。環境の ID とは異なります。',
  },
  client_secret_missing: {
    message: 'クライアントシークレットが入力されていません。',
    remedy: 'アプリケーションの Overview タブからコピーしてください。',
  },
  client_secret_invalid: {
    message: 'これはクライアントシークレットとして使用できません。',
    remedy:
      'クライアントシークレットは1行のテキストです。PingOne で Client Secret の横にあるコピーボタンを使い、それだけを貼り付けてください。',
  },
  client_secret_masked: {
    message: 'これはシークレットを隠している点で、シークレットそのものではありません。',
    remedy: 'PingOne で Client Secret の横にある目のアイコンかコピーボタンを押してから、もう一度貼り付けてください。',
  },
  client_secret_short: {
    message: 'PingOne が発行するクライアントシークレットより短いため、途中で切れている可能性があります。',
    remedy: 'PingOne に表示されているものと比べるか、そこにあるコピーボタンを使ってください。すべて揃っていれば、そのまま進めてください。',
  },
  client_secret_spaced: {
    message: 'このシークレットには空白が含まれているため、ほかの文字も一緒にコピーされた可能性があります。',
    remedy: 'PingOne に表示されているものと比べるか、そこにあるコピーボタンを使ってください。正しければ、そのまま進めてください。',
  },
  client_secret_is_client_id: {
    message: 'クライアントシークレットがクライアントIDと同じです。',
    remedy: 'Overview タブの Client ID の下にある Client Secret の横のコピーボタンを使ってください。',
  },
  provider_rate_limited: {
    message: '現在この環境からのリクエストが多すぎると、PingOne が応答しています。',
    remedy: 'しばらく待ってから、もう一度お試しください。入力内容は失われません。',
  },
  provider_timeout: {
    message: 'PingOne から時間内に応答がありませんでした。',
    remedy: 'もう一度お試しください。解決しない場合は、status.pingidentity.com をご確認ください。',
  },
  provider_unreachable: {
    message: 'サーバーから PingOne に接続できませんでした。',
    remedy:
      'もう一度お試しください。解決しない場合は、サーバーから PingOne への接続が許可されていない可能性があるため、接続先のアプリの提供元にお知らせください。',
  },
  provider_unavailable: {
    message: 'PingOne 側に問題があり、応答できませんでした。',
    remedy: '少し待ってから、もう一度お試しください。解決しない場合は、status.pingidentity.com をご確認ください。',
  },
  provider_answer_too_large: {
    message: '応答が PingOne のどの応答よりもはるかに大きかったため、読み取りませんでした。',
    remedy: 'サーバーと PingOne の間にある何かが代わりに応答しています。接続先のアプリの提供元にお知らせください。',
  },
  provider_answer_invalid: {
    message: '応答が PingOne のものではありませんでした。',
    remedy:
      'もう一度お試しください。解決しない場合は、サーバーと PingOne の間にある何かが代わりに応答しているため、接続先のアプリの提供元にお知らせください。',
  },
  swapped_ids: {
    message: '入力されたクライアントIDは環境IDで、環境IDのほうは環境IDではありません。2つが入れ替わっているようです。',
    remedy: '2つの値を入れ替えてから、もう一度お試しください。',
  },
  organization_id_as_environment_id: {
    message: '環境IDとして入力されたのは、組織の ID です。',
    remedy: 'Settings → Environment Properties で、組織IDの隣にある Environment ID をコピーしてください。',
  },
  token_for_other_environment: {
    message: 'このアプリケーションは、入力された ID とは別の環境に属しています。',
    remedy: '同じアプリケーションの Overview タブにある Environment ID を使用してください。',
  },
  token_rejected: {
    message: 'PingOne はアクセストークンを発行しましたが、その API がそれを受け入れません。',
    remedy: '1分ほど待ってから、もう一度お試しください。解決しない場合は、相関IDを Ping Identity のサポートにお伝えください。',
  },
  provider_refused: {
    message: 'PingOne がリクエストを拒否しましたが、理由は明らかではありません。',
    remedy: '接続ガイドをもう一度確認してください。解決しない場合は、相関IDを Ping Identity のサポートにお伝えください。',
  },
};

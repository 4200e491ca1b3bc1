import type { LocaleTag } from '@latchkey/connect-ui';
import type { Words } from './words.ts';

/** What the page says, by language. */
export const translations: Readonly<Record<LocaleTag, Words>> = {
  en: {
    title: 'Connect to {app}',
    untitled: 'Connect',
    wait: 'One moment…',
    retry: 'Try again',
    done: 'You can close this page.',
    notices: {
      incomplete: {
        message: 'This link is not complete.',
        remedy: 'Open it again from the message that you got, or copy the whole of it into the address bar.',
      },
      returned: {
        message: 'You are back from signing in.',
        remedy: 'Open the link from your message once more: it shows whether it worked.',
      },
      unknown: {
        message: 'This link is not known here.',
        remedy: 'Copy the whole link from your message. If that is what you did, ask whoever sent it for a new one.',
      },
      expired: { message: 'This link has expired.', remedy: 'Ask whoever sent it to you for a new one.' },
      used: {
        message: 'This link was used, and the connection is made.',
        remedy: 'You can close this page. To connect something else, ask whoever sent the link for a new one.',
      },
      revoked: { message: 'This link was withdrawn.', remedy: 'Ask whoever sent it to you whether there is a new one.' },
      offline: { message: 'You are offline.', remedy: 'The page goes on as soon as you are online again.' },
      unreachable: { message: 'The server did not answer as it should.', remedy: 'Wait a moment, then try again.' },
      busy: { message: 'The link was opened too often in a short time.', remedy: 'Wait a minute, then try again.' },
    },
  },
  de: {
    title: 'Mit {app} verbinden',
    untitled: 'Verbinden',
    wait: 'Einen Moment …',
    retry: 'Erneut versuchen',
    done: 'Sie können diese Seite schließen.',
    notices: {
      incomplete: {
        message: 'Dieser Link ist nicht vollständig.',
        remedy: 'Öffnen Sie ihn noch einmal aus Ihrer Nachricht, oder kopieren Sie ihn ganz in die Adresszeile.',
      },
      returned: {
        message: 'Sie sind von der Anmeldung zurück.',
        remedy: 'Öffnen Sie den Link aus Ihrer Nachricht noch einmal: Er zeigt, ob es geklappt hat.',
      },
      unknown: {
        message: 'Dieser Link ist hier nicht bekannt.',
        remedy: 'Kopieren Sie den ganzen Link aus Ihrer Nachricht. Wenn Sie das getan haben, bitten Sie den Absender um einen neuen.',
      },
      expired: { message: 'Dieser Link ist abgelaufen.', remedy: 'Bitten Sie den Absender um einen neuen.' },
      used: {
        message: 'Dieser Link wurde verwendet, und die Verbindung besteht.',
        remedy: 'Sie können diese Seite schließen. Um etwas anderes zu verbinden, bitten Sie den Absender um einen neuen Link.',
      },
      revoked: { message: 'Dieser Link wurde zurückgezogen.', remedy: 'Fragen Sie den Absender, ob es einen neuen gibt.' },
      offline: { message: 'Sie sind offline.', remedy: 'Die Seite macht weiter, sobald Sie wieder online sind.' },
      unreachable: {
        message: 'Der Server hat nicht wie erwartet geantwortet.',
        remedy: 'Warten Sie einen Moment und versuchen Sie es erneut.',
      },
      busy: {
        message: 'Der Link wurde in kurzer Zeit zu oft geöffnet.',
        remedy: 'Warten Sie eine Minute und versuchen Sie es erneut.',
      },
    },
  },
  fr: {
    title: 'Se connecter à {app}',
    untitled: 'Se connecter',
    wait: 'Un instant…',
    retry: 'Réessayer',
    done: 'Vous pouvez fermer cette page.',
    notices: {
      incomplete: {
        message: 'Ce lien est incomplet.',
        remedy: 'Ouvrez-le à nouveau depuis votre message, ou copiez-le en entier dans la barre d’adresse.',
      },
      returned: {
        message: 'Vous voilà de retour après l’authentification.',
        remedy: 'Ouvrez encore une fois le lien de votre message : il indique si la connexion a réussi.',
      },
      unknown: {
        message: 'Ce lien est inconnu ici.',
        remedy: 'Copiez le lien en entier depuis votre message. Si c’est déjà fait, demandez-en un nouveau à l’expéditeur.',
      },
      expired: { message: 'Ce lien a expiré.', remedy: 'Demandez-en un nouveau à la personne qui vous l’a envoyé.' },
      used: {
        message: 'Ce lien a été utilisé et la connexion est établie.',
        remedy: 'Vous pouvez fermer cette page. Pour connecter autre chose, demandez un nouveau lien à l’expéditeur.',
      },
      revoked: { message: 'Ce lien a été retiré.', remedy: 'Demandez à la personne qui vous l’a envoyé s’il en existe un nouveau.' },
      offline: { message: 'Vous êtes hors ligne.', remedy: 'La page reprendra dès que vous serez de nouveau en ligne.' },
      unreachable: { message: 'Le serveur n’a pas répondu comme prévu.', remedy: 'Patientez un instant, puis réessayez.' },
      busy: { message: 'Le lien a été ouvert trop souvent en peu de temps.', remedy: 'Patientez une minute, puis réessayez.' },
    },
  },
  es: {
    title: 'Conectar con {app}',
    untitled: 'Conectar',
    wait: 'Un momento…',
    retry: 'Reintentar',
    done: 'Puede cerrar esta página.',
    notices: {
      incomplete: {
        message: 'Este enlace no está completo.',
        remedy: 'Ábralo de nuevo desde su mensaje, o cópielo entero en la barra de direcciones.',
      },
      returned: {
        message: 'Ha vuelto del inicio de sesión.',
        remedy: 'Abra otra vez el enlace de su mensaje: muestra si la conexión funcionó.',
      },
      unknown: {
        message: 'Este enlace no se conoce aquí.',
        remedy: 'Copie el enlace entero de su mensaje. Si ya lo hizo, pida uno nuevo a quien se lo envió.',
      },
      expired: { message: 'Este enlace ha caducado.', remedy: 'Pida uno nuevo a quien se lo envió.' },
      used: {
        message: 'Este enlace ya se usó y la conexión está hecha.',
        remedy: 'Puede cerrar esta página. Para conectar otra cosa, pida un enlace nuevo a quien se lo envió.',
      },
      revoked: { message: 'Este enlace se retiró.', remedy: 'Pregunte a quien se lo envió si hay uno nuevo.' },
      offline: { message: 'No tiene conexión.', remedy: 'La página continuará en cuanto vuelva a tener conexión.' },
      unreachable: { message: 'El servidor no respondió como debía.', remedy: 'Espere un momento e inténtelo de nuevo.' },
      busy: { message: 'El enlace se abrió demasiadas veces en poco tiempo.', remedy: 'Espere un minuto e inténtelo de nuevo.' },
    },
  },
  ja: {
    title: '{app} への接続',
    untitled: '接続',
    wait: 'お待ちください…',
    retry: '再試行',
    done: 'このページは閉じてかまいません。',
    notices: {
      incomplete: {
        message: 'リンクが途中で切れています。',
        remedy: '受け取ったメッセージからもう一度開くか、リンク全体をアドレスバーに貼り付けてください。',
      },
      returned: {
        message: 'サインインから戻りました。',
        remedy: 'メッセージのリンクをもう一度開いてください。接続できたかどうかが表示されます。',
      },
      unknown: {
        message: 'このリンクは見つかりません。',
        remedy: 'メッセージのリンク全体をコピーしてください。それでも開けない場合は、送信者に新しいリンクを依頼してください。',
      },
      expired: { message: 'このリンクの有効期限が切れています。', remedy: '送信者に新しいリンクを依頼してください。' },
      used: {
        message: 'このリンクは使用済みで、接続は完了しています。',
        remedy: 'このページは閉じてかまいません。ほかのものを接続するには、送信者に新しいリンクを依頼してください。',
      },
      revoked: { message: 'このリンクは取り消されました。', remedy: '新しいリンクがあるかどうか、送信者に確認してください。' },
      offline: { message: 'オフラインです。', remedy: 'オンラインに戻ると自動的に続行します。' },
      unreachable: { message: 'サーバーから正しい応答がありませんでした。', remedy: '少し待ってから、もう一度お試しください。' },
      busy: { message: '短時間にリンクが何度も開かれました。', remedy: '1 分ほど待ってから、もう一度お試しください。' },
    },
  },
  pt: {
    title: 'Conectar a {app}',
    untitled: 'Conectar',
    wait: 'Um momento…',
    retry: 'Tentar novamente',
    done: 'Você pode fechar esta página.',
    notices: {
      incomplete: {
        message: 'Este link não está completo.',
        remedy: 'Abra-o novamente na mensagem que recebeu, ou copie-o inteiro para a barra de endereço.',
      },
      returned: {
        message: 'Você voltou do login.',
        remedy: 'Abra mais uma vez o link da sua mensagem: ele mostra se funcionou.',
      },
      unknown: {
        message: 'Este link não é conhecido aqui.',
        remedy: 'Copie o link inteiro da sua mensagem. Se já fez isso, peça um novo a quem o enviou.',
      },
      expired: { message: 'Este link expirou.', remedy: 'Peça um novo a quem o enviou.' },
      used: {
        message: 'Este link foi usado e a conexão está feita.',
        remedy: 'Você pode fechar esta página. Para conectar outra coisa, peça um novo link a quem o enviou.',
      },
      revoked: { message: 'Este link foi retirado.', remedy: 'Pergunte a quem o enviou se há um novo.' },
      offline: { message: 'Você está offline.', remedy: 'A página continua assim que você estiver online de novo.' },
      unreachable: { message: 'O servidor não respondeu como deveria.', remedy: 'Aguarde um momento e tente novamente.' },
      busy: { message: 'O link foi aberto muitas vezes em pouco tempo.', remedy: 'Aguarde um minuto e tente novamente.' },
    },
  },
  ar: {
    title: 'الاتصال بـ {app}',
    untitled: 'الاتصال',
    wait: 'لحظة واحدة…',
    retry: 'إعادة المحاولة',
    done: 'يمكنك إغلاق هذه الصفحة.',
    notices: {
      incomplete: {
        message: 'هذا الرابط غير مكتمل.',
        remedy: 'افتحه مرة أخرى من الرسالة التي وصلتك، أو انسخه كاملًا إلى شريط العناوين.',
      },
      returned: {
        message: 'لقد عدت من تسجيل الدخول.',
        remedy: 'افتح الرابط من رسالتك مرة أخرى: سيبيّن لك ما إذا نجح الاتصال.',
      },
      unknown: {
        message: 'هذا الرابط غير معروف هنا.',
        remedy: 'انسخ الرابط كاملًا من رسالتك. إن كنت قد فعلت ذلك، فاطلب رابطًا جديدًا ممّن أرسله إليك.',
      },
      expired: { message: 'انتهت صلاحية هذا الرابط.', remedy: 'اطلب رابطًا جديدًا ممّن أرسله إليك.' },
      used: {
        message: 'استُخدم هذا الرابط، وتم إنشاء الاتصال.',
        remedy: 'يمكنك إغلاق هذه الصفحة. لربط شيء آخر، اطلب رابطًا جديدًا ممّن أرسله إليك.',
      },
      revoked: { message: 'سُحب هذا الرابط.', remedy: 'اسأل من أرسله إليك عمّا إذا كان هناك رابط جديد.' },
      offline: { message: 'أنت غير متصل بالإنترنت.', remedy: 'ستتابع الصفحة عملها عندما تعود إلى الاتصال.' },
      unreachable: { message: 'لم يستجب الخادم كما ينبغي.', remedy: 'انتظر لحظة، ثم أعد المحاولة.' },
      busy: { message: 'فُتح الرابط مرات كثيرة في وقت قصير.', remedy: 'انتظر دقيقة، ثم أعد المحاولة.' },
    },
  },
};

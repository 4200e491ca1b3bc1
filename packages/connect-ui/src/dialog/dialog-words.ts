import type { LocaleTag } from '../messages/resolve-locale.ts';

/** What a button and a dialog say before the form is there. */
export interface DialogWords {
  readonly connect: string;
  readonly close: string;
  readonly loading: string;
  readonly unreachable: string;
  readonly retry: string;
}

/**
 * The words in every language: few enough to stand with the button, which then waits for nothing. Each is as in the texts of the form.
 */
export const dialogWords: Readonly<Record<LocaleTag, DialogWords>> = {
  en: {
    connect: 'Connect',
    close: 'Close',
    loading: 'Loading the form…',
    unreachable: 'The server could not be reached.',
    retry: 'Try again',
  },
  de: {
    connect: 'Verbinden',
    close: 'Schließen',
    loading: 'Formular wird geladen …',
    unreachable: 'Der Server war nicht erreichbar.',
    retry: 'Erneut versuchen',
  },
  fr: {
    connect: 'Connecter',
    close: 'Fermer',
    loading: 'Chargement du formulaire…',
    unreachable: 'Le serveur n’a pas pu être joint.',
    retry: 'Réessayer',
  },
  es: {
    connect: 'Conectar',
    close: 'Cerrar',
    loading: 'Cargando el formulario…',
    unreachable: 'No se ha podido contactar con el servidor.',
    retry: 'Intentar de nuevo',
  },
  ja: {
    connect: '接続',
    close: '閉じる',
    loading: 'フォームを読み込んでいます…',
    unreachable: 'サーバーに接続できませんでした。',
    retry: 'もう一度試す',
  },
  pt: {
    connect: 'Conectar',
    close: 'Fechar',
    loading: 'Carregando o formulário…',
    unreachable: 'Não foi possível acessar o servidor.',
    retry: 'Tentar novamente',
  },
  ar: {
    connect: 'اتصال',
    close: 'إغلاق',
    loading: 'جارٍ تحميل النموذج…',
    unreachable: 'تعذّر الوصول إلى الخادم.',
    retry: 'المحاولة مرة أخرى',
  },
};

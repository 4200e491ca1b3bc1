import { resolveLocale, type LocaleTag } from '@latchkey/connect-ui';
import { translations } from './translations.ts';

/** Why there is no form. */
export type NoticeName = 'incomplete' | 'returned' | 'unknown' | 'expired' | 'used' | 'revoked' | 'offline' | 'unreachable' | 'busy';

/** What happened, and what to do. */
export interface NoticeText {
  readonly message: string;
  readonly remedy: string;
}

/** What the page says round the form. */
export interface Words {
  /** `{app}` stands for its name. */
  readonly title: string;
  /** The title as long as nobody knows the app's name. */
  readonly untitled: string;
  readonly wait: string;
  readonly retry: string;
  readonly done: string;
  readonly notices: Readonly<Record<NoticeName, NoticeText>>;
}

/** Finds the language that a person reads best, as the form does. */
export function findWords(languages: readonly string[]): { readonly tag: LocaleTag; readonly words: Words } {
  const tag = resolveLocale(languages);
  return { tag, words: translations[tag] };
}

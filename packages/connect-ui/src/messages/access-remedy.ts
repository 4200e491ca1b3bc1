import type { LocaleText } from './locale.ts';

/** What to do about something that a connection may not do. */
export function accessRemedy(locale: LocaleText, provider: string, name: string, fallback: string | undefined): string | undefined {
  return locale.providers[provider]?.access?.[name]?.remedy ?? fallback;
}

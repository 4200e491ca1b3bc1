import { useSyncExternalStore } from 'react';
import { resolveLocale, type LocaleTag } from '../messages/resolve-locale.ts';

const neverChanges = () => () => undefined;

/**
 * Finds the language of what stands before the form. Nothing is loaded for it.
 *
 * @param wanted A language tag, or `auto` for what the browser prefers: a server does not know that, and begins in English.
 */
export function useLocaleTag(wanted: string): LocaleTag {
  const preferred = useSyncExternalStore(
    neverChanges,
    () => resolveLocale(navigator.languages),
    () => 'en' as const,
  );
  return wanted === 'auto' ? preferred : resolveLocale([wanted]);
}

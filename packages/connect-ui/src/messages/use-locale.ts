import { useEffect, useSyncExternalStore } from 'react';
import { english, type LocaleText } from './locale.ts';
import { localeShelf } from './locale-shelf.ts';
import { resolveLocale, type LocaleTag } from './resolve-locale.ts';

/**
 * Gives the text of a language, in English until it is loaded.
 *
 * A server, and the browser that takes over its HTML, both begin in English, whatever is wanted or loaded already.
 *
 * @param wanted A language tag, or `auto` for what the browser prefers.
 */
export function useLocale(wanted: string): LocaleText {
  useEffect(() => localeShelf.want(findTag(wanted)), [wanted]);
  return useSyncExternalStore(
    localeShelf.subscribe,
    () => localeShelf.get(findTag(wanted)),
    () => english,
  );
}

function findTag(wanted: string): LocaleTag {
  return resolveLocale(wanted === 'auto' ? navigator.languages : [wanted]);
}

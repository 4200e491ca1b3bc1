import { loadLocale } from './load-locale.ts';
import { english, type LocaleText } from './locale.ts';
import type { LocaleTag } from './resolve-locale.ts';

/** The languages that are there, for every form of the page. */
export interface LocaleShelf {
  /** The language, or English until it is there. */
  readonly get: (tag: LocaleTag) => LocaleText;
  /** Sees to it that the language is there some time; when it cannot be loaded, the next call tries again. */
  readonly want: (tag: LocaleTag) => void;
  /** Calls back whenever a language has come. @returns What ends that. */
  readonly subscribe: (onCome: () => void) => () => void;
}

/** Makes an empty shelf. */
export function createLocaleShelf(load: (tag: LocaleTag) => Promise<LocaleText>): LocaleShelf {
  const come = new Map<LocaleTag, LocaleText>();
  const awaited = new Set<LocaleTag>();
  const listeners = new Set<() => void>();

  async function bring(tag: LocaleTag): Promise<void> {
    awaited.add(tag);
    try {
      come.set(tag, await load(tag));
      for (const listener of listeners) listener();
    } catch {
      // A form in English is better than a page that breaks: nothing is said.
    } finally {
      awaited.delete(tag);
    }
  }

  return {
    get: (tag) => come.get(tag) ?? english,
    want: (tag) => {
      if (!come.has(tag) && !awaited.has(tag)) void bring(tag);
    },
    subscribe: (onCome) => {
      listeners.add(onCome);
      return () => listeners.delete(onCome);
    },
  };
}

/** The shelf of the page. */
export const localeShelf = createLocaleShelf(loadLocale);

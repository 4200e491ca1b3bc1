import { english, type LocaleText } from './locale.ts';
import type { LocaleTag } from './resolve-locale.ts';

// Each import is written out, so that a bundler makes a part of its own of each language.
const loaders: Readonly<Record<LocaleTag, () => Promise<LocaleText>>> = {
  en: () =>
    import('./en-later.ts').then((part) => ({
      ...english,
      text: { ...english.text, ...part.laterText },
      errors: { ...english.errors, ...part.laterErrors },
    })),
  de: () => import('./de.ts').then((part) => part.german),
  fr: () => import('./fr.ts').then((part) => part.french),
  es: () => import('./es.ts').then((part) => part.spanish),
  ja: () => import('./ja.ts').then((part) => part.japanese),
  pt: () => import('./pt.ts').then((part) => part.portuguese),
  ar: () => import('./ar.ts').then((part) => part.arabic),
};

/**
 * Loads a language, each of which is a part of its own; of English, what a form that is not yet submitted needs is there from the start.
 * Rejects when that part cannot be loaded.
 */
export function loadLocale(tag: LocaleTag): Promise<LocaleText> {
  return loaders[tag]();
}

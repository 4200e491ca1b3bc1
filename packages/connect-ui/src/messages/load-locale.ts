import { english, type LocaleText } from './locale.ts';
import type { LocaleTag } from './resolve-locale.ts';
import type { Translation } from './translation.ts';

// Each import is written out, so that a bundler makes a part of its own of each language.
const loaders: Readonly<Record<LocaleTag, () => Promise<LocaleText>>> = {
  en: () =>
    import('./en-later.ts').then((part) => ({
      ...english,
      text: { ...english.text, ...part.laterText },
      errors: { ...english.errors, ...part.laterErrors },
    })),
  de: () => translate(import('./de.ts').then((part) => part.german)),
  fr: () => translate(import('./fr.ts').then((part) => part.french)),
  es: () => translate(import('./es.ts').then((part) => part.spanish)),
  ja: () => translate(import('./ja.ts').then((part) => part.japanese)),
  pt: () => translate(import('./pt.ts').then((part) => part.portuguese)),
  ar: () => translate(import('./ar.ts').then((part) => part.arabic)),
};

async function translate(loading: Promise<Translation>): Promise<LocaleText> {
  const [translation, { localizeForm }] = await Promise.all([loading, import('./localize-form.ts')]);
  return { ...translation, localizeForm: (form) => localizeForm(translation, form) };
}

/**
 * Loads a language, each of which is a part of its own; of English, what a form that is not yet submitted needs is there from the start.
 * Rejects when that part cannot be loaded.
 */
export function loadLocale(tag: LocaleTag): Promise<LocaleText> {
  return loaders[tag]();
}

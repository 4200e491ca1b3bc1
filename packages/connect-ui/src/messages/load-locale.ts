import { english, type LocaleText } from './locale.ts';
import type { LocaleTag } from './resolve-locale.ts';
import type { Translation } from './translation.ts';

// Each import is written out, so that a bundler makes a part of its own of each language.
const loaders: Readonly<Record<Exclude<LocaleTag, 'en'>, () => Promise<{ readonly translation: Translation }>>> = {
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  ja: () => import('./ja.ts'),
  pt: () => import('./pt.ts'),
  ar: () => import('./ar.ts'),
};

/**
 * Loads a language, each of which is a part of its own; of English, what a form that is not yet submitted needs is there from the start.
 * Rejects when that part cannot be loaded.
 */
export async function loadLocale(tag: LocaleTag): Promise<LocaleText> {
  return tag === 'en' ? (await import('./en-later.ts')).complete(english) : (await loaders[tag]()).translation;
}

/** Tags of the languages that the component speaks. */
export const locales = ['en', 'de', 'fr', 'es', 'ja', 'pt', 'ar'] as const;

/** A language that the component speaks. */
export type LocaleTag = (typeof locales)[number];

/**
 * Finds the language that a person reads best among those that the component speaks: the region and script of a tag do not matter.
 *
 * @param tags Language tags, the most wanted first, for example `navigator.languages`.
 * @returns English when none is spoken.
 * @see [RFC 4647 §3.4](https://www.rfc-editor.org/rfc/rfc4647.html#section-3.4)
 */
export function resolveLocale(tags: readonly string[]): LocaleTag {
  const languages = tags.map((tag) => tag.trim().toLowerCase().split(/[-_]/, 1)[0]);
  const wanted = languages.find((language) => locales.some((locale) => locale === language));
  return locales.find((locale) => locale === wanted) ?? 'en';
}

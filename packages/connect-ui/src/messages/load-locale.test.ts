import { describe, expect, it } from 'vitest';
import { loadLocale } from './load-locale.ts';
import { english } from './locale.ts';
import { locales } from './resolve-locale.ts';

describe('loadLocale', () => {
  it.each(locales)('loads %s under its own tag', async (tag) => {
    expect((await loadLocale(tag)).tag).toBe(tag);
  });

  it('adds the words for what the server answers to the English that is there from the start', async () => {
    const { errors, ...rest } = await loadLocale('en');
    expect(rest).toEqual({ tag: 'en', direction: 'ltr', text: english.text, providers: {} });
    expect(errors).toMatchObject(english.errors);
    expect(errors['origin_not_allowed']?.message).toMatch(/^This page may not connect anything/);
  });

  it('knows that Arabic alone runs from right to left', async () => {
    const loaded = await Promise.all(locales.map(loadLocale));
    expect(loaded.filter(({ direction }) => direction === 'rtl').map(({ tag }) => tag)).toEqual(['ar']);
  });
});

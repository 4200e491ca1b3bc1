import { describe, expect, it } from 'vitest';
import { loadLocale } from './load-locale.ts';
import { english } from './locale.ts';
import { locales } from './resolve-locale.ts';

describe('loadLocale', () => {
  it.each(locales)('loads %s under its own tag', async (tag) => {
    expect((await loadLocale(tag)).tag).toBe(tag);
  });

  it('adds to the English that is there from the start what is said later, without changing a word of it', async () => {
    const { text, errors, ...rest } = await loadLocale('en');
    expect(rest).toEqual({ tag: 'en', direction: 'ltr', providers: {} });
    expect(text).toMatchObject(english.text);
    expect(errors).toMatchObject(english.errors);
    expect(text['guide.title']).toBe('Connection guide');
    expect(errors['origin_not_allowed']?.message).toMatch(/^This page may not connect anything/);
    expect(errors['client_id_missing']?.message).toBe('The client ID is missing.');
  });

  it('knows that Arabic alone runs from right to left', async () => {
    const loaded = await Promise.all(locales.map(loadLocale));
    expect(loaded.filter(({ direction }) => direction === 'rtl').map(({ tag }) => tag)).toEqual(['ar']);
  });
});

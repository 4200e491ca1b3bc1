import { describe, expect, it } from 'vitest';
import { loadLocale } from './load-locale.ts';
import { english } from './locale.ts';
import { locales } from './resolve-locale.ts';

describe('loadLocale', () => {
  it.each(locales)('loads %s under its own tag', async (tag) => {
    expect((await loadLocale(tag)).tag).toBe(tag);
  });

  it('has English at hand', async () => {
    expect(await loadLocale('en')).toBe(english);
  });

  it('knows that Arabic alone runs from right to left', async () => {
    const loaded = await Promise.all(locales.map(loadLocale));
    expect(loaded.filter(({ direction }) => direction === 'rtl').map(({ tag }) => tag)).toEqual(['ar']);
  });
});

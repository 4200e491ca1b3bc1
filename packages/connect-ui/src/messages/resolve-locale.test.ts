import { describe, expect, it } from 'vitest';
import { resolveLocale } from './resolve-locale.ts';

describe('resolveLocale', () => {
  it.each([
    ['de', 'de'],
    ['pt-BR', 'pt'],
    ['fr-CA', 'fr'],
    ['ar-EG', 'ar'],
    ['es-419', 'es'],
    ['ja-Jpan-JP', 'ja'],
    ['EN-gb', 'en'],
    ['DE_at', 'de'],
    [' fr ', 'fr'],
  ])('reads %j as %s', (tag, expected) => {
    expect(resolveLocale([tag])).toBe(expected);
  });

  it('takes the first language that is spoken', () => {
    expect(resolveLocale(['nl-BE', 'fr-BE', 'de-BE'])).toBe('fr');
  });

  it('prefers English to what comes after it', () => {
    expect(resolveLocale(['en-US', 'de'])).toBe('en');
  });

  it.each([[[]], [['']], [['-']], [['nl', 'sv-SE']], [['deutsch']], [['x-de']], [['constructor']]])('answers English for %j', (tags) => {
    expect(resolveLocale(tags)).toBe('en');
  });
});

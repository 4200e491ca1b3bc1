import { expect, it } from 'vitest';
import { english, formatMessage } from './locale.ts';

it('fills in a text', () => {
  expect(formatMessage(english, 'form.title', { provider: 'PingOne' })).toBe('Link PingOne Account');
});

it('does not fill in what was filled in', () => {
  expect(formatMessage(english, 'field.regionOption', { name: '{tld}', tld: 'eu' })).toBe('{tld} — eu');
});

it('keeps what is filled in apart from a text that runs the other way', () => {
  const rightToLeft = { ...english, direction: 'rtl' } as const;
  expect(formatMessage(rightToLeft, 'form.title', { provider: 'EU (eu)' })).toBe('Link \u2068EU (eu)\u2069 Account');
});

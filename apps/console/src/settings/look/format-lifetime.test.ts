import { expect, it } from 'vitest';
import { formatLifetime } from './format-lifetime.ts';

it.each([
  [604_800, '7 days'],
  [3600, '1 hour'],
  [1800, '30 minutes'],
  [90, '90 seconds'],
])('%d seconds are %s', (seconds, words) => {
  expect(formatLifetime(seconds)).toBe(words);
});

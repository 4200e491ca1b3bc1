import { expect, test } from 'vitest';
import { readTokenAge } from './token-set.ts';

const fetched = new Date('2026-11-20T08:00:00.000Z').getTime();

test.each([
  [3600, 0, 'fresh'],
  [3600, 3299, 'fresh'],
  [3600, 3300, 'ageing'],
  [3600, 3589.999, 'ageing'],
  [3600, 3590, 'expired'],
  [3600, 7200, 'expired'],
  [60, 53.999, 'fresh'],
  [60, 54, 'ageing'],
  [60, 59.4, 'expired'],
  [86_400, 86_099, 'fresh'],
  [86_400, 86_100, 'ageing'],
  [0, 0, 'expired'],
  [-5, 0, 'expired'],
] as const)('A token that lives %d seconds is, after %d of them, %s.', (lifetime, after, age) => {
  const connection = { lastFetchedAt: new Date(fetched), tokenExpiresAt: new Date(fetched + lifetime * 1000) };
  expect(readTokenAge(connection, new Date(fetched + after * 1000))).toBe(age);
});

test('A token whose lifetime nobody knows ages in its last five minutes.', () => {
  const connection = { lastFetchedAt: undefined, tokenExpiresAt: new Date(fetched) };
  const ages = [300_001, 300_000, 10_001, 10_000].map((leftMs) => readTokenAge(connection, new Date(fetched - leftMs)));
  expect(ages).toEqual(['fresh', 'ageing', 'ageing', 'expired']);
});

import { expect, test } from 'vitest';
import { computeBackoff } from './backoff.ts';

const limits = { firstMs: 1000, maxMs: 60_000 };

test('A pause doubles with each failure, up to the longest.', () => {
  expect([1, 2, 3, 7, 1000].map((failures) => computeBackoff(limits, failures, 0))).toEqual([1000, 2000, 4000, 60_000, 60_000]);
});

test('Chance takes away up to half of it.', () => {
  expect([0, 0.5, 1].map((random) => computeBackoff(limits, 2, random))).toEqual([2000, 1500, 1000]);
});

import { expect, it } from 'vitest';
import { readRetryAfter } from './retry-after.ts';

const now = new Date('2026-11-20T10:00:00.000Z');

it.each([
  ['120', 120],
  [' 3 ', 3],
  ['0', 0],
  ['Fri, 20 Nov 2026 10:00:05 GMT', 5],
  ['Fri, 20 Nov 2026 09:59:00 GMT', 0],
  [null, undefined],
  ['', undefined],
  ['soon', undefined],
  ['-1', undefined],
  ['1.5', undefined],
  ['99999999999999999999', undefined],
])('reads Retry-After %j as %j seconds', (header, seconds) => {
  expect(readRetryAfter(header, now)).toBe(seconds);
});

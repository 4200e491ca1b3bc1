import { expect, it } from 'vitest';
import { pollDelay } from './poll-schedule.ts';

it('asks every second for a minute, then every other second', () => {
  expect([0, 30_000, 59_999].map(pollDelay)).toEqual([1_000, 1_000, 1_000]);
  expect([60_000, 600_000].map(pollDelay)).toEqual([2_000, 2_000]);
});

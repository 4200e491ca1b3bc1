import { expect, test } from 'vitest';
import { PATIENCE_MS, planNextAttempt } from './webhook-schedule.ts';

const start = new Date('2026-11-20T10:00:00.000Z');
const giveUpAt = new Date(start.getTime() + PATIENCE_MS);

test('What keeps failing is tried with pauses that grow, for nearly two days, and then given up.', () => {
  const pauses: number[] = [];
  for (let now = start, attempts = 1; ; attempts += 1) {
    const next = planNextAttempt({ attempts, giveUpAt, retryAfterSeconds: undefined }, now, 0);
    if (next === undefined) break;
    pauses.push((next.getTime() - now.getTime()) / 1000);
    now = next;
  }
  expect(pauses).toEqual([5, 30, 120, 600, 1800, 3600, 10_800, 21_600, 43_200, 43_200, 43_200]);
});

test('A pause is up to a fifth shorter by chance.', () => {
  const next = planNextAttempt({ attempts: 3, giveUpAt, retryAfterSeconds: undefined }, start, 1);
  expect(next).toEqual(new Date(start.getTime() + 96_000));
});

test('A receiver may ask for a longer pause, of half a day at most, and not for a shorter one.', () => {
  const plan = (retryAfterSeconds: number) => planNextAttempt({ attempts: 2, giveUpAt, retryAfterSeconds }, start, 0);
  expect(plan(90)).toEqual(new Date(start.getTime() + 90_000));
  expect(plan(1)).toEqual(new Date(start.getTime() + 30_000));
  expect(plan(999_999)).toEqual(new Date(start.getTime() + 12 * 3_600_000));
});

import { expect, it } from 'vitest';
import { createSingleFlight } from './single-flight.ts';

it('runs work once for all who ask while it runs, a key at a time, and anew afterwards', async () => {
  const flight = createSingleFlight<number>();
  let runs = 0;
  const work = async (): Promise<number> => (runs += 1);
  expect(await Promise.all([flight('a', work), flight('a', work), flight('b', work)])).toEqual([1, 1, 2]);
  expect(await flight('a', work)).toBe(3);
});

it('fails for all who wait, and not for those who come later', async () => {
  const flight = createSingleFlight<number>();
  const fail = (): Promise<number> => Promise.reject(new Error('no'));
  const outcomes = await Promise.allSettled([flight('a', fail), flight('a', fail)]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await flight('a', () => Promise.resolve(7))).toBe(7);
});

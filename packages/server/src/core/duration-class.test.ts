import { expect, test } from 'vitest';
import { classifyDuration, describeClass, findPercentile } from './duration-class.ts';

test('A duration is told by its class to within a tenth, and none falls out of the classes.', () => {
  for (let ms = 2; ms < 3_600_000; ms = Math.ceil(ms * 1.07)) {
    const told = describeClass(classifyDuration(ms));
    expect(Math.abs(told - ms)).toBeLessThanOrEqual(Math.max(ms * 0.1, 1));
  }
  expect([0, 0.4, 1].map(classifyDuration)).toEqual([0, 0, 0]);
  expect(classifyDuration(1e12)).toBe(classifyDuration(3_600_000));
});

test('A longer duration is in no lower class.', () => {
  const classes = Array.from({ length: 5000 }, (_, ms) => classifyDuration(ms));
  expect(classes).toEqual(classes.toSorted((a, b) => a - b));
});

test('The percentile is the duration that so many do not exceed.', () => {
  const counts = [10, 100, 1000].map((ms, index) => ({ durationClass: classifyDuration(ms), count: [50, 45, 5][index] ?? 0 }));
  expect(findPercentile(counts, 0.5)).toBe(describeClass(classifyDuration(10)));
  expect(findPercentile(counts, 0.95)).toBe(describeClass(classifyDuration(100)));
  expect(findPercentile(counts, 0.951)).toBe(describeClass(classifyDuration(1000)));
  expect(findPercentile([], 0.5)).toBeUndefined();
});

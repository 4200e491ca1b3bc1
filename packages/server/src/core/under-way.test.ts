import { expect, test } from 'vitest';
import { createUnderWay } from './under-way.ts';

test('Whoever waits is told when the last one has ended, and at once when nothing is under way.', async () => {
  const underWay = createUnderWay();
  await underWay.settled();
  underWay.begin();
  underWay.begin();
  const told: string[] = [];
  const settled = [underWay.settled(), underWay.settled()].map((waiting) => waiting.then(() => told.push('settled')));
  underWay.end();
  await Promise.resolve();
  told.push('one left');
  underWay.end();
  await Promise.all(settled);
  expect(told).toEqual(['one left', 'settled', 'settled']);
  await underWay.settled();
});

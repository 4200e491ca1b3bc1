import { expect, test } from 'vitest';
import { createUnderWay } from './under-way.ts';

test('Whoever waits is told when the last one has ended, however it ended.', async () => {
  const underWay = createUnderWay();
  const [first, second] = [Promise.withResolvers<number>(), Promise.withResolvers<void>()];
  const results = Promise.allSettled([underWay.run(() => first.promise), underWay.run(() => second.promise)]);
  const told: string[] = [];
  const settled = underWay.settled().then(() => told.push('settled'));
  first.resolve(1);
  await first.promise;
  told.push('one left');
  second.reject(new Error('no'));
  await settled;
  expect(told).toEqual(['one left', 'settled']);
  expect(await results).toMatchObject([{ value: 1 }, { reason: { message: 'no' } }]);
  await underWay.settled();
});

test('Work that throws before it begins has ended too.', async () => {
  const underWay = createUnderWay();
  await expect(
    underWay.run(() => {
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  await underWay.settled();
});

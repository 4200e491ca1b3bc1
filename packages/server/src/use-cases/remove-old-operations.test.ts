import { beforeEach, expect, test } from 'vitest';
import { createTestClock } from '../testing/test-clock.ts';
import { removeOldOperations } from './remove-old-operations.ts';

const clock = createTestClock();
let asked: { readonly startedBefore: Date; readonly maxRows: number; readonly limit: number }[];
beforeEach(() => {
  asked = [];
});

/** A store that has this many operations to remove. */
const storeWith = (left: number) => ({
  deleteOperations: async (old: (typeof asked)[number]) => {
    asked.push(old);
    const removed = Math.min(left, old.limit);
    left -= removed;
    return removed;
  },
});

test('What is older than the option says is removed, a few at a time, until nothing is left to remove.', async () => {
  await removeOldOperations({ store: storeWith(450), clock }, { days: 15, maxRows: 1000 }, new AbortController().signal);
  expect(asked).toHaveLength(3);
  const startedBefore = new Date(clock.now().getTime() - 15 * 86_400_000);
  expect(asked[0]).toEqual({ startedBefore, maxRows: 1000, limit: 200 });
});

test('Told to end, it ends after the write that it is at.', async () => {
  const ending = new AbortController();
  const { deleteOperations } = storeWith(1_000_000);
  const store = {
    deleteOperations: (...old: Parameters<typeof deleteOperations>) => {
      if (asked.length === 1) ending.abort();
      return deleteOperations(...old);
    },
  };
  await removeOldOperations({ store, clock }, { days: 15, maxRows: 1000 }, ending.signal);
  expect(asked).toHaveLength(2);
});

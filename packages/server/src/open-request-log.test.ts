import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openRequestLog, type OpenRequestLog } from './open-request-log.ts';
import type { Store } from './store/store.ts';

const saveOperations = vi.fn<Store['saveOperations']>();
const deleteOperations = vi.fn<Store['deleteOperations']>();
let log: OpenRequestLog;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  saveOperations.mockReset().mockResolvedValue();
  deleteOperations.mockReset().mockResolvedValue(0);
  const nothing = (): void => undefined;
  log = openRequestLog({
    // oxlint-disable-next-line no-unsafe-type-assertion -- nothing else of it is used.
    store: { saveOperations, deleteOperations } as Partial<Store> as Store,
    clock: { now: () => new Date(), sleep: () => Promise.resolve() },
    logger: { info: nothing, warn: nothing, error: nothing },
    gate: { enter: (work) => work(), ready: Promise.resolve(), opened: Promise.resolve(), close: () => Promise.resolve() },
    random: () => 0.5,
    retention: { days: 15, maxRows: 1000 },
  });
});
afterEach(async () => {
  await log.close();
  vi.useRealTimers();
});

const MINUTE_MS = 60_000;

test('Old operations are looked for a minute after new ones came, and else once an hour.', async () => {
  const looks = async (minutes: number): Promise<number> => {
    deleteOperations.mockClear();
    await vi.advanceTimersByTimeAsync(minutes * MINUTE_MS);
    return deleteOperations.mock.calls.length;
  };
  expect(await looks(1)).toBe(1);
  expect(await looks(59)).toBe(0);
  expect(await looks(60)).toBe(1);

  await log.requestLog.run({ type: 'check' }, () => Promise.resolve());
  expect(await looks(2)).toBe(1);
  expect(saveOperations).toHaveBeenCalledOnce();
  expect(await looks(50)).toBe(0);
});

test('A look that failed is made again.', async () => {
  deleteOperations.mockRejectedValueOnce(new Error('the database is locked'));
  await vi.advanceTimersByTimeAsync(2 * MINUTE_MS);
  expect(deleteOperations).toHaveBeenCalledTimes(2);
});

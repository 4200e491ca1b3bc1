import { afterEach, beforeEach, expect, test } from 'vitest';
import { measureWritten, writeOperation, type WrittenOperation } from './core/written-operation.ts';
import { startOperationWriter, type OperationWriter } from './operation-writer.ts';
import { makeOperation } from './testing/make-operation.ts';
import { createOperationQueue, type OperationQueue } from './use-cases/operation-queue.ts';

let queue: OperationQueue;
let timers: { readonly ms: number; readonly run: () => void }[];
let saved: string[][];
let errors: unknown[];
let writer: OperationWriter;
let save: (operations: readonly WrittenOperation[]) => Promise<void>;

/** Characters of an operation of these tests, about. */
const SIZE = measureWritten(writeOperation(makeOperation({ operationId: 'o-1000', messages: [] })));

beforeEach(() => {
  queue = createOperationQueue(500 * SIZE);
  [timers, saved, errors] = [[], [], []];
  save = async (operations) => void saved.push(operations.map(({ operationId }) => operationId));
});
afterEach(() => writer.close());

function start(): void {
  writer = startOperationWriter({
    queue,
    announceRunning: () => undefined,
    save: (operations) => save(operations),
    describeGap: (count) => makeOperation({ operationId: `gap of ${count}`, messages: [] }),
    onError: (error) => errors.push(error),
    timer: (ms, run) => {
      const timer = { ms, run };
      timers.push(timer);
      return () => void (timers = timers.filter((other) => other !== timer));
    },
  });
}

/** Lets the next timer run out. Resolves to how long it was. */
async function elapse(): Promise<number> {
  const timer = timers.shift()!;
  timer.run();
  await new Promise((resolve) => setImmediate(resolve));
  return timer.ms;
}

const push = (count: number, prefix = 'o'): void => {
  for (let index = 0; index < count; index += 1) queue.push(makeOperation({ operationId: `${prefix}-${index}`, messages: [] }));
};

test('What is in the queue is stored a batch at a time, with short pauses between whole ones, and nothing is written when nothing is there.', async () => {
  start();
  push(250);
  expect([await elapse(), await elapse(), await elapse(), await elapse(), await elapse()]).toEqual([250, 5, 10, 10, 250]);
  expect(saved.map((batch) => batch.length)).toEqual([100, 100, 50]);
  expect(new Set(saved.flat()).size).toBe(250);
});

test('A batch that failed is tried again after a pause, and the failure is told once.', async () => {
  const works = save;
  save = () => Promise.reject(new Error('no'));
  start();
  push(3);
  expect([await elapse(), await elapse()]).toEqual([250, 1000]);
  expect([saved, errors.length]).toEqual([[], 1]);
  save = works;
  expect(await elapse()).toBe(1000);
  expect(saved).toEqual([['o-0', 'o-1', 'o-2']]);
});

test('A batch that cannot be stored keeps the others from nothing, and the log says how many operations it lacks.', async () => {
  const works = save;
  save = (operations) =>
    operations.some(({ operationId }) => operationId === 'o-1') ? Promise.reject(new Error('no')) : works(operations);
  start();
  push(3);
  for (let tries = 0; tries < 5; tries += 1) await elapse();
  push(1, 'later');
  await elapse();
  expect(saved).toEqual([['gap of 3', 'later-0']]);
});

test('A store that hangs costs no memory beyond the bound, and neither a flush nor the end waits for it for long.', async () => {
  save = () => new Promise(() => undefined);
  start();
  push(100);
  await elapse();
  push(10_000, 'more');
  expect(queue.size()).toBeGreaterThan(450);
  expect(queue.size()).toBeLessThanOrEqual(505);
  const flushed = writer.flush();
  expect(await elapse()).toBe(500);
  await flushed;
  const closed = writer.close();
  expect(await elapse()).toBe(3000);
  await closed;
  expect(timers).toEqual([]);
});

test('A flush stores what is there at once, and so does the end.', async () => {
  start();
  push(120);
  await writer.flush();
  expect(saved.flat()).toHaveLength(120);
  push(1, 'last');
  await writer.close();
  expect(saved.flat()).toHaveLength(121);
  expect(timers).toEqual([]);
});

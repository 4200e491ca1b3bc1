import { expect, test } from 'vitest';
import { connectError, ConnectError } from './errors.ts';
import { createGate, type Gate } from './gate.ts';
import { createTestClock, type TestClock } from './testing/test-clock.ts';

const unreachable = connectError('store_unavailable', { message: 'It cannot be reached.' });
const newer = new ConnectError({ code: 'store_unavailable', status: 503, message: 'It is newer.', remedy: 'Do this.', retryable: false });

interface Tried {
  readonly gate: Gate;
  readonly clock: TestClock;
  readonly tries: () => number;
  readonly failures: readonly unknown[];
}

/** A gate that meets these errors, one at each try, and then opens. */
function start(...errors: readonly unknown[]): Tried {
  const clock = createTestClock();
  const failures: unknown[] = [];
  let tries = 0;
  const open = async (): Promise<void> => {
    tries += 1;
    if (tries <= errors.length) throw errors[tries - 1];
  };
  const gate = createGate({ open, onFailure: (error) => failures.push(error), clock });
  return { gate, clock, tries: () => tries, failures };
}

const work = (): Promise<string> => Promise.resolve('done');

test('What waits for it is done once it is open, and it is opened once.', async () => {
  const { gate, tries } = start();
  expect(await Promise.all([gate.enter(work), gate.enter(work)])).toEqual(['done', 'done']);
  await expect(Promise.all([gate.ready, gate.opened])).resolves.toBeDefined();
  expect(tries()).toBe(1);
});

test('What may pass is tried again when somebody enters, once a second at most, and by one for all; `ready` tells of the first try.', async () => {
  const { gate, clock, tries, failures } = start(unreachable, unreachable);
  await expect(gate.ready).rejects.toBe(unreachable);
  await expect(gate.enter(work)).rejects.toBe(unreachable);
  clock.advance(999);
  await expect(gate.enter(work)).rejects.toBe(unreachable);
  expect(tries()).toBe(1);
  clock.advance(1);
  await expect(gate.enter(work)).rejects.toBe(unreachable);
  expect(tries()).toBe(2);
  clock.advance(1000);
  expect(await Promise.all([gate.enter(work), gate.enter(work)])).toEqual(['done', 'done']);
  expect(tries()).toBe(3);
  await expect(gate.opened).resolves.toBeUndefined();
  await expect(gate.ready).rejects.toBe(unreachable);
  expect(failures).toEqual([unreachable]);
});

test('Another reason is told as well, and what does not pass is not tried again.', async () => {
  const { gate, clock, tries, failures } = start(unreachable, newer);
  await expect(gate.ready).rejects.toBe(unreachable);
  for (let second = 0; second < 3; second += 1) {
    clock.advance(1000);
    await expect(gate.enter(work)).rejects.toMatchObject({
      code: 'store_unavailable',
      message: 'It is newer.',
      remedy: 'Do this. Then restart the server.',
      retryable: false,
    });
  }
  await expect(gate.opened).rejects.toBe(newer);
  expect(tries()).toBe(2);
  expect(failures).toEqual([unreachable, newer]);
});

test.each([
  [
    'a wrong option',
    new ConnectError({ code: 'invalid_option', status: 500, message: 'No pg.', remedy: 'Install it.', retryable: false }),
    'No pg.',
  ],
  ['what nobody expected', new Error('canary'), 'The database could not be opened when the server started.'],
])('Who enters is told of %s that the database cannot be used, and to restart.', async (_kind, error, message) => {
  const { gate } = start(error);
  await expect(gate.ready).rejects.toBe(error);
  await expect(gate.enter(work)).rejects.toMatchObject({
    code: 'store_unavailable',
    status: 503,
    message,
    remedy: expect.stringContaining('restart'),
    retryable: false,
  });
});

test('One that is closed before it opened lets nobody in, and tells who waits for it.', async () => {
  const { gate, clock, tries } = start(unreachable);
  await expect(gate.ready).rejects.toBe(unreachable);
  await gate.close();
  await expect(gate.opened).rejects.toThrow('closed');
  clock.advance(1000);
  await expect(gate.enter(work)).rejects.toMatchObject({
    code: 'store_unavailable',
    message: 'The server is shutting down.',
    remedy: expect.stringContaining('is up'),
  });
  expect(tries()).toBe(1);
});

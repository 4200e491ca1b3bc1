import { describe, expect, it } from 'vitest';
import { createTestClock } from '../testing/test-clock.ts';
import { createShortMemory, REMEMBERED_MS } from './short-memory.ts';

/** A memory of a store whose readings end when the test says so. */
function createMemory() {
  const clock = createTestClock();
  const store = new Map<string, string>();
  let reads = 0;
  let gate: Promise<void> | undefined;
  const memory = createShortMemory<string>(clock, async (name) => {
    reads += 1;
    const value = store.get(name);
    await gate;
    return value;
  });
  const hold = (): (() => void) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    gate = promise;
    return resolve;
  };
  return { clock, store, memory, hold, reads: () => reads };
}

describe('A short memory', () => {
  it('reads once for many who ask, at once and shortly after', async () => {
    const { memory, store, reads } = createMemory();
    store.set('a', 'one');
    expect(await Promise.all([memory.get('a'), memory.get('a')])).toEqual(['one', 'one']);
    expect(await memory.get('a')).toBe('one');
    expect(reads()).toBe(1);
  });

  it('sees what others changed when its moment is over', async () => {
    const { memory, store, clock } = createMemory();
    store.set('a', 'one');
    await memory.get('a');
    store.set('a', 'two');
    clock.advance(REMEMBERED_MS - 1);
    expect(await memory.get('a')).toBe('one');
    clock.advance(1);
    expect(await memory.get('a')).toBe('two');
  });

  it('sees at once what is new, because it does not remember that there was nothing', async () => {
    const { memory, store } = createMemory();
    expect(await memory.get('a')).toBeUndefined();
    store.set('a', 'one');
    expect(await memory.get('a')).toBe('one');
  });

  it('does not remember what was read before it was told to forget, even if the reading ends after', async () => {
    const { memory, store, hold } = createMemory();
    store.set('a', 'one');
    const release = hold();
    const reading = memory.get('a');
    store.set('a', 'two');
    memory.forget();
    release();
    expect(await reading).toBe('one');
    expect(await memory.get('a')).toBe('two');
  });

  it('reads again after a reading that failed', async () => {
    let failing = true;
    const memory = createShortMemory<string>(createTestClock(), () =>
      failing ? Promise.reject(new Error('down')) : Promise.resolve('one'),
    );
    await expect(memory.get('a')).rejects.toThrow('down');
    failing = false;
    expect(await memory.get('a')).toBe('one');
  });
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { later } from '../primitives/later.ts';
import { loadInTime } from './load-in-time.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('gives what was loaded, and leaves no timer behind', async () => {
  expect(await loadInTime(later(() => Promise.resolve('part')))).toBe('part');
  expect(vi.getTimerCount()).toBe(0);
});

it('gives nothing, silently, when it could not be loaded', async () => {
  expect(await loadInTime(later(() => Promise.reject(new TypeError('Failed to fetch'))))).toBeUndefined();
});

it('gives nothing when it does not come in time', async () => {
  const given = loadInTime(later(() => new Promise<string>(() => undefined)));
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await given).toBeUndefined();
});

it('gives nothing when there is nothing to load', async () => {
  expect(await loadInTime(undefined)).toBeUndefined();
});

import { expect, test } from 'vitest';
import { createCanceller, type Cancellation } from './cancellation.ts';

test.each([
  ['our own', () => createCanceller()],
  ['the platform’s', () => new AbortController()],
])('Whoever listens is told once, and nobody who has stopped listening (%s).', (_name, create) => {
  const canceller = create();
  const signal: Cancellation = canceller.signal;
  const told: string[] = [];
  const leaver = (): void => void told.push('leaver');
  signal.addEventListener('abort', () => void told.push('stayer'), { once: true });
  signal.addEventListener('abort', leaver, { once: true });
  signal.removeEventListener('abort', leaver);
  expect([signal.aborted, signal.reason]).toEqual([false, undefined]);
  signal.throwIfAborted();
  canceller.abort();
  canceller.abort();
  expect(told).toEqual(['stayer']);
  expect(signal).toMatchObject({ aborted: true, reason: { name: 'AbortError' } });
  expect(() => signal.throwIfAborted()).toThrow(expect.objectContaining({ name: 'AbortError' }));
});

import type { Timer } from '../clock.ts';
import type { Cancellation } from '../core/cancellation.ts';

/** Waits so many milliseconds. @throws The signal's reason, at once, when it is aborted. */
export function waitFor(timer: Timer, ms: number, signal: Cancellation): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      cancel();
      reject(signal.reason);
    };
    const cancel = timer(ms, () => {
      signal.removeEventListener('abort', abort);
      resolve();
    });
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}

import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import type { Store } from '../store/store.ts';

/** How much of the request log is kept. */
export interface LogRetention {
  readonly days: number;
  readonly maxRows: number;
}

const DAY_MS = 24 * 60 * 60_000;

/** Operations that one write removes, and the pause until the next, in milliseconds: others get their turn between. */
const BATCH_SIZE = 200;
const PAUSE_MS = 20;

/**
 * Removes what the request log need not keep any more. Several processes may do so at once: what one has removed the others do not find.
 *
 * @param signal Ends it after the write that it is at.
 */
export async function removeOldOperations(
  { store, clock }: { readonly store: Pick<Store, 'deleteOperations'>; readonly clock: Clock },
  { days, maxRows }: LogRetention,
  signal: AbortSignal,
): Promise<void> {
  const startedBefore = new Date(clock.now().getTime() - days * DAY_MS);
  while (!signal.aborted) {
    const removed = await store.deleteOperations({ startedBefore, maxRows, limit: BATCH_SIZE });
    if (removed < BATCH_SIZE) return;
    await setTimeout(PAUSE_MS);
  }
}

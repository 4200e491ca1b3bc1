import type { Deps } from './deps.ts';

/** How long it is known who did what, in milliseconds: 400 days, so that a year can be looked back upon after it has ended. */
const KEPT_MS = 400 * 24 * 60 * 60_000;

/** Entries in one write, and in one round: few enough that nobody waits for it. */
const BATCH_SIZE = 500;
const BATCHES = 20;

/** Removes who did what too long ago, and sessions of the console that have expired. Resolves to `true` when there may be more. */
export async function removeOldAudit({ store, clock }: Pick<Deps, 'store' | 'clock'>, signal: AbortSignal): Promise<true | undefined> {
  const now = clock.now();
  await store.deleteConsoleSessionsExpiredBefore(now);
  for (let batches = 0; batches < BATCHES && !signal.aborted; batches += 1) {
    const removed = await store.deleteAuditBefore(new Date(now.getTime() - KEPT_MS), BATCH_SIZE);
    if (removed < BATCH_SIZE) return undefined;
  }
  return true;
}

import type { Clock } from '../clock.ts';
import type { Store } from '../store/store.ts';

/** Resolves when the database can be written, and rejects when it cannot. */
export type CheckHealth = () => Promise<void>;

/** How long one check speaks for those who ask after it, in milliseconds. */
const HOLDS_FOR_MS = 1000;

/** Creates a health check. Anybody may ask, so the database is asked once a second at most. */
export function createHealthCheck(store: Store, clock: Clock): CheckHealth {
  let last: { readonly outcome: Promise<void>; readonly until: number } | undefined;
  return () => {
    const now = clock.now().getTime();
    if (last === undefined || now >= last.until) last = { outcome: store.check(), until: now + HOLDS_FOR_MS };
    return last.outcome;
  };
}

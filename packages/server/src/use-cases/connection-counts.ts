import type { Clock } from '../clock.ts';
import type { ConnectionCount, CountStore } from '../store/count-store.ts';

/** How many connections there are, of which kind. */
export interface ConnectionCounts {
  read(): Promise<readonly ConnectionCount[]>;
  /** Forgets what was counted, because it is known to have changed. */
  forget(): void;
}

/** How long a count is good, in milliseconds. */
const REMEMBERED_MS = 5000;

/**
 * Creates it. Counting a million connections takes the database a while, so nobody counts while somebody does, and what was counted is good for some
 * seconds. Numbers kept beside every change would be there at once, but each change would then wait for all others to write the same few rows.
 */
export function createConnectionCounts(store: Pick<CountStore, 'countAllConnections'>, clock: Clock): ConnectionCounts {
  let counted: { readonly until: number; readonly counts: Promise<readonly ConnectionCount[]> } | undefined;
  return {
    read() {
      const now = clock.now().getTime();
      if (counted !== undefined && now < counted.until) return counted.counts;
      const counts = store.countAllConnections();
      const counting = { until: now + REMEMBERED_MS, counts };
      counted = counting;
      counts.catch(() => {
        if (counted === counting) counted = undefined;
      });
      return counts;
    },
    forget: () => void (counted = undefined),
  };
}

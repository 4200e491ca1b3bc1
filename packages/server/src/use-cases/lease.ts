import { randomUUID } from 'node:crypto';
import type { ConnectionEvent } from '../core/connection-event.ts';
import type { ConnectionChange, StoredConnection } from '../store/store.ts';
import type { Deps } from './deps.ts';
import { patiently } from './patiently.ts';

/**
 * The right of this process to replace one connection's token set, for a while. One that runs out because the store failed for a moment would tell
 * its next owner that nobody knows what became of the token, so the store is asked more than once.
 */
export interface Lease {
  /** The connection as it was when the lease was granted. */
  readonly connection: StoredConnection;
  /** Whether somebody held it before and did not end it. */
  readonly abandoned: boolean;
  /**
   * Makes sure that the lease outlasts one more request to the provider.
   *
   * @throws {LeaseLostError} When somebody else may have taken it over.
   */
  hold(): Promise<void>;
  /** Ends it together with a change, and what that means; `undefined` when it was lost, and then nothing changed. */
  release(change: ConnectionChange, event?: ConnectionEvent): Promise<StoredConnection | undefined>;
}

/** Thrown where a lease turns out to be lost. Never leaves the refresh. */
export class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError';
}

/** What a lease lasts beyond the longest request, in milliseconds: to store what came of it, and for clocks of processes that differ. */
const SPARE_MS = 4000;

/** How long a lease lasts, in milliseconds. Another process waits this long after one was killed that held it. */
export function leaseMs({ requestTimeoutMs }: Pick<Deps, 'requestTimeoutMs'>): number {
  return requestTimeoutMs + SPARE_MS;
}

/** Takes the lease of a connection; `undefined` when somebody else has it, or the connection is gone. */
export async function takeLease(deps: Deps, rowId: number): Promise<Lease | undefined> {
  const { store, clock } = deps;
  const owner = randomUUID();
  const now = clock.now();
  let expiresAt = addMs(now, leaseMs(deps));
  const granted = await store.acquireLease(rowId, owner, expiresAt, now).catch(async (error: unknown) => {
    // It may have been granted, with the answer lost.
    await store.releaseLease(rowId, owner, {}, now).catch(() => undefined);
    throw error;
  });
  if (granted === undefined) return undefined;
  return {
    ...granted,
    async hold() {
      const now = clock.now();
      if (expiresAt.getTime() - now.getTime() >= deps.requestTimeoutMs + SPARE_MS / 2) return;
      expiresAt = addMs(now, leaseMs(deps));
      if (!(await patiently(deps, () => store.renewLease(rowId, owner, expiresAt)))) throw new LeaseLostError();
    },
    release: (change, event) => patiently(deps, () => store.releaseLease(rowId, owner, change, clock.now(), event)),
  };
}

function addMs(moment: Date, ms: number): Date {
  return new Date(moment.getTime() + ms);
}

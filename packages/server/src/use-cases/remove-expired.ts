import type { Clock } from '../clock.ts';
import type { Store } from '../store/store.ts';

/** How long an expired session, or attempt to sign in, is kept, so that its holder is told that it expired, in milliseconds. */
const KEEP_MS = 24 * 60 * 60_000;

/** How long a link is kept after its end, so that it can be looked up what became of it: 30 days. */
const KEEP_LINKS_MS = 30 * 24 * 60 * 60_000;

/** What removing works with. */
interface ExpiredParts {
  readonly store: Pick<Store, 'deleteConnectSessionsExpiredBefore' | 'deleteAuthorizationsExpiredBefore' | 'deleteShareLinksExpiredBefore'>;
  readonly clock: Pick<Clock, 'now'>;
}

/** Removes sessions, attempts to sign in and links that expired long ago. @throws {ConnectError} `store_unavailable` */
export async function removeExpired({ store, clock }: ExpiredParts): Promise<void> {
  const now = clock.now().getTime();
  await store.deleteConnectSessionsExpiredBefore(new Date(now - KEEP_MS));
  await store.deleteAuthorizationsExpiredBefore(new Date(now - KEEP_MS));
  await store.deleteShareLinksExpiredBefore(new Date(now - KEEP_LINKS_MS));
}

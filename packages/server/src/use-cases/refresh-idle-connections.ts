import type { StoredConnection } from '../store/store.ts';
import { ConnectError } from '../errors.ts';
import { logBackground } from '../log.ts';
import type { Deps } from './deps.ts';
import { refreshTokenSet } from './refresh-token-set.ts';

/** How long a token must be expired before its connection is refreshed unasked, in milliseconds. */
const IDLE_AFTER_MS = 24 * 60 * 60_000;

/** How many connections one round refreshes, one after another. */
const ROUND_SIZE = 20;

/** Where a round ended. */
export type IdleCursor = Pick<StoredConnection, 'tokenExpiresAt' | 'rowId'>;

/**
 * Refreshes connections that nobody has used for a day, so that one that broke is known before somebody needs it, and so that a refresh token
 * does not run out unused. The lease lets only one process refresh each.
 *
 * @param after Where the round before ended; `undefined` to begin at the connection that has been idle the longest.
 * @param signal Ends the round after the connection that it is at.
 * @returns Where the next round goes on, or `undefined` when there are no more.
 */
export async function refreshIdleConnections(
  deps: Deps,
  after: IdleCursor | undefined,
  signal: AbortSignal,
): Promise<IdleCursor | undefined> {
  deps.tokenMemory.forgetExpired();
  const now = deps.clock.now();
  const idle = await deps.store.listIdleConnections({
    integrationIds: (await deps.integrations.list()).map(({ integrationId }) => integrationId),
    expiredAt: new Date(now.getTime() - IDLE_AFTER_MS),
    ...(after !== undefined && { after }),
    now,
    limit: ROUND_SIZE,
  });
  for (const connection of idle) {
    if (signal.aborted) return connection;
    const integration = await deps.integrations.find(connection.integrationId);
    if (integration === undefined) continue;
    try {
      await deps.refreshes(connection.sealedTokenSet, () => refreshTokenSet(deps, integration, connection));
    } catch (error) {
      // One that fails keeps no other from being refreshed; what the provider refused was logged where it was stored.
      if (!(error instanceof ConnectError) || error.status === 500) logBackground(deps.logger, error);
    }
  }
  return idle.length === ROUND_SIZE ? idle.at(-1) : undefined;
}

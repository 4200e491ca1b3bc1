import type { TokenEndpointAuthMethod } from '@latchkey/providers';
import type { TokenSet } from '../core/token-set.ts';
import type { ConnectionChange, StoredConnection } from '../store/store.ts';
import type { Deps } from './deps.ts';
import { isTokenSetReplaced } from './is-token-set-replaced.ts';
import type { Lease } from './lease.ts';
import { makeEvent } from './make-event.ts';
import { getStored } from './open-stored.ts';
import { patiently } from './patiently.ts';
import { sealTokenSet } from './sealed-values.ts';

/** A new token set, and the method that got it. */
interface NewTokenSet {
  readonly tokens: TokenSet;
  readonly authMethod: TokenEndpointAuthMethod;
}

/**
 * Commits the token set that a lease was for, and ends the lease. Nobody gets the new access token before that, so that a refresh token is never
 * lost to a crash while what came with it is in use.
 *
 * @returns The connection as it is stored: with this token set, or with the one by which somebody else has replaced the same one before.
 * @throws {ConnectError} `unknown_connection` when it was disconnected; `store_unavailable`; `store_full`
 */
export async function storeTokenSet(deps: Deps, lease: Lease, { tokens, authMethod }: NewTokenSet): Promise<StoredConnection> {
  const { connection } = lease;
  const isRevived = connection.status === 'needs_reconnect';
  const event = isRevived ? makeEvent('connection.recovered', deps.clock.now()) : undefined;
  const change: ConnectionChange = {
    error: undefined,
    authMethod,
    sealedTokenSet: await sealTokenSet(deps.vault, connection.connectionId, tokens),
    tokenExpiresAt: tokens.expiresAt,
    lastFetchedAt: deps.clock.now(),
  };
  const stored = await lease.release(isRevived ? { ...change, status: 'active' } : change, event);
  // The provider has taken the old refresh token, and the new one is nowhere but here.
  return stored ?? patiently(deps, () => storeLate(deps, connection, change));
}

/** Commits a token set whose lease was lost, unless the one that it replaces has been replaced already. */
async function storeLate(deps: Deps, basis: StoredConnection, change: ConnectionChange): Promise<StoredConnection> {
  // Each round is lost only to somebody else's change, and only until the lease's new owner is done.
  for (;;) {
    const current = await getStored(deps, basis);
    if (isTokenSetReplaced(basis, current)) return current;
    // Who took the lease over may have given the connection up.
    const isRevived = current.status === 'needs_reconnect';
    const now = deps.clock.now();
    const stored = await deps.store.updateConnection(
      current.rowId,
      current.version,
      isRevived ? { ...change, status: 'active' } : change,
      now,
      isRevived ? makeEvent('connection.recovered', now) : undefined,
    );
    if (stored !== undefined) return stored;
  }
}

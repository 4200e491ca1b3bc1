import type { ConnectionKey } from '../core/connect-session.ts';
import { refuseDisabled } from '../core/refuse-disabled.ts';
import { readTokenAge } from '../core/token-set.ts';
import { ConnectError } from '../errors.ts';
import type { StoredConnection } from '../store/store.ts';
import type { Deps, KnownIntegration } from './deps.ts';
import { getIntegration } from './get-integration.ts';
import { getStored, openStored, type OpenedConnection } from './open-stored.ts';
import { isBackingOff, restoreRefreshError } from './refresh-failure.ts';
import { refreshTokenSet } from './refresh-token-set.ts';

/** Which connection, and whether the token that is stored will do. */
export interface ConnectionRequest extends ConnectionKey {
  /** Gets a new token even if the stored one is fresh, and even if the connection needs a reconnect. @default false */
  readonly forceRefresh?: boolean;
  /** An access token that the provider's API refused: a new one is got, unless this one was replaced already. */
  readonly refusedToken?: string;
}

/**
 * Opens a connection: with the stored token as long as that can be used, else with a new one.
 *
 * A token that ages is replaced in the background, while it is still given out; only an expired one makes the caller wait. A provider that fails
 * for now does no harm while the stored token lives, and is asked again after a pause that grows. One that refuses for good makes the connection
 * `needs_reconnect`, and is not asked any more until a caller insists with `forceRefresh` or the end user connects again; the connection is
 * `active` again when that works.
 *
 * @param known The integration, when it was looked up already.
 * @throws {ConnectError} `unknown_provider_config`; `unknown_connection`; `connection_disabled`; `invalid_credentials` when the provider refuses
 *   for good; the provider's explanation when it fails for now; `refresh_timeout` when another process does not finish; `encryption_key_missing`;
 *   `sealed_value_invalid`; `store_unavailable`; `store_full`
 */
export async function openConnection(deps: Deps, request: ConnectionRequest, known?: KnownIntegration): Promise<OpenedConnection> {
  const integration = known ?? (await getIntegration(deps, request.integrationId));
  const connection = await getStored(deps, request);
  const { integrationId, connectionId, endUser } = connection;
  deps.requestLog.current()?.describe({ integrationId, connectionId, endUserId: endUser?.id });
  refuseDisabled(connection);
  const refresh = (): Promise<OpenedConnection> =>
    deps.refreshes(connection.sealedTokenSet, () => refreshTokenSet(deps, integration, connection));

  if (request.forceRefresh === true) return refresh();
  const { error } = connection;
  const now = deps.clock.now();
  if (error !== undefined && connection.status === 'needs_reconnect') throw restoreRefreshError(integration.definition, error, now);

  const age = readTokenAge(connection, now);
  const isRefused = request.refusedToken !== undefined && (await openStored(deps, connection)).tokens.accessToken === request.refusedToken;
  const waits = isBackingOff(connection, now);
  if (age !== 'expired' && !isRefused) {
    if (age === 'ageing' && !waits) deps.background.start(connection.sealedTokenSet, refresh);
    return openStored(deps, connection);
  }
  try {
    if (error !== undefined && waits) throw restoreRefreshError(integration.definition, error, now);
    return await refresh();
  } catch (error) {
    const passes = error instanceof ConnectError && error.retryable;
    if (isRefused || !passes || !isAlive(connection, deps.clock.now())) throw error;
    return openStored(deps, connection);
  }
}

/** A token counts as expired a little early; when there is no other, it is used to its end. */
function isAlive({ tokenExpiresAt }: StoredConnection, now: Date): boolean {
  return now < tokenExpiresAt;
}

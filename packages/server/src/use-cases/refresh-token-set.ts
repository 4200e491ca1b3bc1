import type { Explanation } from '@latchkey/providers';
import { computeBackoff } from '../core/backoff.ts';
import type { ConnectionError, Credential } from '../core/connection.ts';
import { refuseDisabled } from '../core/refuse-disabled.ts';
import type { TokenSet } from '../core/token-set.ts';
import { connectError, type ConnectError } from '../errors.ts';
import type { StoredConnection } from '../store/store.ts';
import type { Deps, KnownIntegration } from './deps.ts';
import { isTokenSetReplaced } from './is-token-set-replaced.ts';
import { LeaseLostError, leaseMs, takeLease, type Lease } from './lease.ts';
import { makeEvent } from './make-event.ts';
import { getStored, openStored, type OpenedConnection } from './open-stored.ts';
import { buildRefreshError, createRefreshError, interrupted, restoreRefreshError } from './refresh-failure.ts';
import { openCredential, openTokenSet } from './sealed-values.ts';
import { storeTokenSet } from './store-token-set.ts';

/** Pauses between two looks at what another process is doing, in milliseconds. */
const LOOKS = { firstMs: 20, maxMs: 500 };

/** How long to wait for another process, in leases: one that was killed is taken over after the first. */
const PATIENCE_IN_LEASES = 2;

/**
 * Replaces a connection's token set by a new one from the provider, once among all processes.
 *
 * Who finds that somebody else is at it waits for what comes of that, and shares it: the new token set, or the failure. A token set that was
 * replaced since `basis` was read is good enough, whoever replaced it.
 *
 * A token set that has a refresh token is refreshed once at most, even if the process that did so was killed: a refresh whose end nobody knows
 * leaves the connection `needs_reconnect`, because a rotated refresh token that is sent again takes down whatever the provider gave for it.
 *
 * @param basis The connection with the token set that is to be replaced.
 * @throws {ConnectError} `connection_disabled` when it was disabled meanwhile; `invalid_credentials` when the provider refuses for good; the
 *   provider's explanation when it fails for now; `refresh_timeout`; `unknown_connection`; `encryption_key_missing`; `sealed_value_invalid`; `store_unavailable`; `store_full`
 */
export async function refreshTokenSet(deps: Deps, integration: KnownIntegration, basis: StoredConnection): Promise<OpenedConnection> {
  const giveUpAt = deps.clock.now().getTime() + PATIENCE_IN_LEASES * leaseMs(deps);
  for (let looks = 1; ; looks += 1) {
    const refreshed = await tryRefresh(deps, integration, basis);
    if (refreshed !== undefined) return refreshed;
    const settled = await readSettled(deps, integration, basis, await getStored(deps, basis));
    if (settled !== undefined) return settled;
    if (deps.clock.now().getTime() >= giveUpAt) throw connectError('refresh_timeout');
    await deps.clock.sleep(computeBackoff(LOOKS, looks, deps.random()));
  }
}

/** Refreshes, unless somebody else holds the lease, or takes it over in the middle. */
async function tryRefresh(deps: Deps, integration: KnownIntegration, basis: StoredConnection): Promise<OpenedConnection | undefined> {
  const lease = await takeLease(deps, basis.rowId);
  if (lease === undefined) return undefined;
  try {
    return await refreshLeased(deps, integration, basis, lease);
  } catch (error) {
    if (error instanceof LeaseLostError) return undefined;
    throw error;
  }
}

async function refreshLeased(deps: Deps, integration: KnownIntegration, basis: StoredConnection, lease: Lease): Promise<OpenedConnection> {
  const prepared = await prepare(deps, integration, basis, lease);
  if ('settled' in prepared) return prepared.settled;
  const { credential, tokens } = prepared;
  const { connection } = lease;
  const isSpentOnce = tokens.refreshToken !== undefined;
  const mayBeSpent = lease.abandoned || connection.error?.code === interrupted.code;
  const { integrationId, connectionId, endUser } = connection;
  return deps.requestLog.run({ type: 'refresh', integrationId, connectionId, endUserId: endUser?.id }, async ({ operationId }) => {
    if (isSpentOnce && mayBeSpent) throw await noteFailure(deps, lease, interrupted, operationId);

    // From here on the lease is ended together with what is known, and else not at all: one that runs out tells the next owner that nobody knows.
    const outcome = await deps.requestTokenSet({ integration, connection, credential, tokens, beforeSending: () => lease.hold() });
    if ('tokens' in outcome) {
      const stored = await storeTokenSet(deps, lease, outcome);
      refuseDisabled(stored);
      return openStored(deps, stored);
    }
    throw await noteFailure(deps, lease, isSpentOnce && outcome.mayBeSpent ? interrupted : outcome.explanation, operationId);
  });
}

/** What a refresh is made with, or what somebody else has made of it. */
type Prepared = { readonly settled: OpenedConnection } | { readonly credential: Credential; readonly tokens: TokenSet };

/** Opens what is needed, if there is still something to do. Nothing was sent yet, so whatever goes wrong gives the lease back. */
async function prepare(deps: Deps, integration: KnownIntegration, basis: StoredConnection, lease: Lease): Promise<Prepared> {
  const { connection } = lease;
  try {
    const settled = await readSettled(deps, integration, basis, connection);
    if (settled !== undefined) {
      await lease.release({});
      return { settled };
    }
    const [credential, tokens] = await Promise.all([
      openCredential(deps.vault, connection.connectionId, connection.sealedCredential),
      openTokenSet(deps.vault, connection.connectionId, connection.sealedTokenSet),
    ]);
    return { credential, tokens };
  } catch (error) {
    await lease.release({});
    throw error;
  }
}

/** Reads whether somebody else has settled it since: by a new token set, or by a failure, which is thrown. */
async function readSettled(
  deps: Deps,
  { definition }: KnownIntegration,
  basis: StoredConnection,
  current: StoredConnection,
): Promise<OpenedConnection | undefined> {
  refuseDisabled(current);
  const isReplaced = isTokenSetReplaced(basis, current);
  if (isReplaced && current.status !== 'needs_reconnect') return openStored(deps, current);
  if (current.error !== undefined && (isReplaced || !isSameFailure(current.error, basis.error))) {
    throw restoreRefreshError(definition, current.error, deps.clock.now());
  }
  return undefined;
}

function isSameFailure(one: ConnectionError, other: ConnectionError | undefined): boolean {
  return one.at.getTime() === other?.at.getTime() && one.failures === other.failures;
}

/** Ends the lease together with the failure, and makes the error that tells of it. */
async function noteFailure(deps: Deps, lease: Lease, explanation: Explanation, operationId: string): Promise<ConnectError> {
  const { connection } = lease;
  const error = { ...buildRefreshError(explanation, connection.error, deps.clock.now(), deps.random()), operationId };
  // Refused once more on request, it is what it was.
  const isNews = !explanation.retryable && connection.status !== 'needs_reconnect';
  const noted = await lease.release(
    explanation.retryable ? { error } : { status: 'needs_reconnect', error },
    isNews ? makeEvent('connection.needs_reconnect', error.at) : undefined,
  );
  if (noted === undefined) throw new LeaseLostError();
  if (!explanation.retryable) deps.tokenMemory.forget(connection);
  const { integrationId, connectionId } = connection;
  const { code, correlationId } = explanation;
  deps.logger.warn(
    { integrationId, connectionId, code, failures: error.failures, ...(correlationId !== undefined && { correlationId }) },
    explanation.retryable ? 'token not refreshed for now' : 'connection needs a reconnect',
  );
  return createRefreshError(explanation, error);
}

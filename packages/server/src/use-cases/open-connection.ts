import { buildEndpoints, explainFailure, type Explanation } from '@latchkey/providers';
import type { ConnectionError } from '../core/connection.ts';
import { isFresh, type TokenSet } from '../core/token-set.ts';
import { connectError, ConnectError, explainedError } from '../errors.ts';
import { fetchToken } from '../oauth/fetch-token.ts';
import type { StoredConnection } from '../store/store.ts';
import type { Deps, KnownIntegration } from './deps.ts';
import { getIntegration } from './get-integration.ts';
import { openCredential, openTokenSet, sealTokenSet } from './sealed-values.ts';

/** A connection together with a token that can be used. */
export interface OpenedConnection {
  readonly connection: StoredConnection;
  readonly tokens: TokenSet;
}

/** Which connection, and whether a token that is still fresh will do. */
export interface ConnectionRequest {
  readonly integrationId: string;
  readonly connectionId: string;
  /** Gets a new token even if the stored one is fresh. @default false */
  readonly forceRefresh?: boolean;
}

/** How long before its expiry a token is replaced, in seconds. */
const SKEW_SECONDS = 60;

/** How long a refused credential is not tried again, in milliseconds: long enough to spare the provider, short enough that a repair is noticed. */
const REFUSED_PAUSE_MS = 60_000;

/**
 * Opens a connection: its stored token if that is fresh, else a new one.
 *
 * A passing trouble of the provider does no harm while the stored token lives. A credential that the provider refuses for good makes the
 * connection `needs_reconnect`; it is tried again after a minute at the earliest, and is `active` again when it works.
 *
 * @throws {ConnectError} `unknown_provider_config`; `unknown_connection`; `invalid_credentials` when the provider refuses for good; the
 *   provider's explanation when it fails for now; `encryption_key_missing`; `sealed_value_invalid`; `store_unavailable`; `store_full`
 */
export async function openConnection(deps: Deps, request: ConnectionRequest): Promise<OpenedConnection> {
  const integration = getIntegration(deps, request.integrationId);
  const connection = await getStored(deps, request);
  if (request.forceRefresh !== true) {
    const fresh = await openFresh(deps, connection);
    if (fresh !== undefined) return fresh;
    const refusal = connection.status === 'needs_reconnect' ? connection.error : undefined;
    if (refusal && deps.clock.now().getTime() - refusal.at.getTime() < REFUSED_PAUSE_MS) throw refused(refusal);
  }
  try {
    return await deps.refreshes(String(connection.rowId), () => refresh(deps, integration, request));
  } catch (error) {
    const passing = error instanceof ConnectError && error.retryable;
    const lives = connection.status === 'active' && deps.clock.now() < connection.tokenExpiresAt;
    if (request.forceRefresh === true || !passing || !lives) throw error;
    return { connection, tokens: await openTokenSet(deps.vault, connection.connectionId, connection.sealedTokenSet) };
  }
}

async function getStored(deps: Deps, { integrationId, connectionId }: ConnectionRequest): Promise<StoredConnection> {
  const connection = await deps.store.findConnection(integrationId, connectionId);
  if (connection === undefined) throw connectError('unknown_connection');
  return connection;
}

async function openFresh(deps: Deps, connection: StoredConnection): Promise<OpenedConnection | undefined> {
  if (connection.status !== 'active' || !isFresh({ expiresAt: connection.tokenExpiresAt }, deps.clock.now(), SKEW_SECONDS))
    return undefined;
  return { connection, tokens: await openTokenSet(deps.vault, connection.connectionId, connection.sealedTokenSet) };
}

async function refresh(deps: Deps, integration: KnownIntegration, request: ConnectionRequest): Promise<OpenedConnection> {
  const connection = await getStored(deps, request);
  // Another process, or the request before this one, may have refreshed it in the meantime.
  const fresh = request.forceRefresh === true ? undefined : await openFresh(deps, connection);
  if (fresh !== undefined) return fresh;

  const { definition, hosts } = integration;
  const { values } = await openCredential(deps.vault, connection.connectionId, connection.sealedCredential);
  const outcome = await fetchToken(deps, {
    provider: definition,
    endpoint: buildEndpoints(definition, hosts, connection.config),
    client: { clientId: values['client_id'] ?? '', clientSecret: values['client_secret'] ?? '' },
    authMethods: [connection.authMethod, ...definition.authMethods.filter((method) => method !== connection.authMethod)],
    roleGrantWaitMs: 0,
  });
  if ('answers' in outcome) throw await noteRefusal(deps, connection, explainFailure(definition, outcome.answers));

  const now = deps.clock.now();
  const change = {
    sealedTokenSet: await sealTokenSet(deps.vault, connection.connectionId, outcome.tokens),
    tokenExpiresAt: outcome.tokens.expiresAt,
    authMethod: outcome.authMethod,
    lastFetchedAt: now,
    ...(connection.status === 'needs_reconnect' && { status: 'active' as const, error: undefined }),
  };
  const updated = await deps.store.updateConnection(connection.rowId, connection.version, change, now);
  // Whoever changed the connection in between wins; the new token is good all the same, unless the connection is gone.
  return { connection: updated ?? (await getStored(deps, request)), tokens: outcome.tokens };
}

/** Remembers a refusal for good, and makes the error that tells of a failed refresh. */
async function noteRefusal(deps: Deps, connection: StoredConnection, explanation: Explanation): Promise<ConnectError> {
  if (explanation.retryable) return explainedError(explanation);
  const { code, message, remedy } = explanation;
  const error: ConnectionError = { code, message, remedy, at: deps.clock.now() };
  await deps.store.updateConnection(connection.rowId, connection.version, { status: 'needs_reconnect', error }, error.at);
  return refused(error, explanation);
}

function refused(error: ConnectionError, explanation?: Explanation): ConnectError {
  return connectError('invalid_credentials', {
    message: `The provider no longer accepts the stored credential. ${error.message}`,
    errors: [{ code: error.code, message: error.message, path: explanation?.field === undefined ? [] : [explanation.field] }],
    ...(explanation?.correlationId !== undefined && { correlationId: explanation.correlationId }),
  });
}

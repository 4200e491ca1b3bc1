import type { Insertable, Selectable, Updateable } from 'kysely';
import type { ConnectedEnvironment, Connection, ConnectionError } from '../core/connection.ts';
import { readSealedKeyId } from '../core/sealed-key-id.ts';
import type { ConnectionTable } from './sql-tables.ts';
import type { ConnectionChange, StoredConnection } from './store.ts';

/** Builds the row of a new connection. */
export function buildConnectionRow(connection: Connection): Insertable<ConnectionTable> {
  return {
    version: 1,
    connection_id: connection.connectionId,
    integration_id: connection.integrationId,
    provider: connection.provider,
    identity: connection.identity,
    session_id: connection.sessionId ?? null,
    created_at_ms: connection.createdAt.getTime(),
    updated_at_ms: connection.updatedAt.getTime(),
    status: connection.status,
    config: JSON.stringify(connection.config),
    auth_method: connection.authMethod,
    access: JSON.stringify(connection.access),
    tags: JSON.stringify(connection.tags),
    ...buildSealedCredential(connection.sealedCredential),
    ...buildSealedTokenSet(connection.sealedTokenSet),
    token_expires_at_ms: connection.tokenExpiresAt.getTime(),
    ...buildClearableColumns(connection),
  };
}

/** Builds what a change sets: a key that is present with `undefined` clears its columns. */
export function buildConnectionUpdate(change: ConnectionChange): Updateable<ConnectionTable> {
  const { status, config, authMethod, access, tags, sealedCredential, sealedTokenSet, tokenExpiresAt, ...clearable } = change;
  return {
    ...(status !== undefined && { status }),
    ...(config !== undefined && { config: JSON.stringify(config) }),
    ...(authMethod !== undefined && { auth_method: authMethod }),
    ...(access !== undefined && { access: JSON.stringify(access) }),
    ...(tags !== undefined && { tags: JSON.stringify(tags) }),
    ...(sealedCredential !== undefined && buildSealedCredential(sealedCredential)),
    // The lease was on the token set that is no more.
    ...(sealedTokenSet !== undefined && { ...buildSealedTokenSet(sealedTokenSet), lease_owner: null, lease_expires_at_ms: null }),
    ...(tokenExpiresAt !== undefined && { token_expires_at_ms: tokenExpiresAt.getTime() }),
    ...buildClearableColumns(clearable),
  };
}

/** Builds what stands in a row of a credential. */
export function buildSealedCredential(sealed: string) {
  return { sealed_credential: sealed, credential_key_id: readSealedKeyId(sealed) };
}

/** Builds what stands in a row of a token set. */
export function buildSealedTokenSet(sealed: string) {
  return { sealed_token_set: sealed, token_set_key_id: readSealedKeyId(sealed) };
}

type Clearable = Pick<
  ConnectionChange,
  'environment' | 'error' | 'endUser' | 'organization' | 'metadata' | 'reconnectSessionId' | 'lastFetchedAt' | 'lastCheckedAt'
>;

function buildClearableColumns(change: Clearable): Updateable<ConnectionTable> {
  const { environment, error, endUser, organization, metadata, reconnectSessionId, lastFetchedAt, lastCheckedAt } = change;
  return {
    ...('environment' in change && {
      environment: environment === undefined ? null : JSON.stringify(environment),
      environment_region: environment?.region ?? null,
      environment_organization_id: environment?.organizationId ?? null,
    }),
    ...('error' in change && {
      error: error === undefined ? null : JSON.stringify(error),
      retry_at_ms: error?.retryAt?.getTime() ?? null,
    }),
    ...('endUser' in change && {
      end_user: endUser === undefined ? null : JSON.stringify(endUser),
      end_user_id: endUser?.id ?? null,
    }),
    ...('organization' in change && {
      organization: organization === undefined ? null : JSON.stringify(organization),
      organization_id: organization?.id ?? null,
    }),
    ...('metadata' in change && { metadata: metadata === undefined ? null : JSON.stringify(metadata) }),
    ...('reconnectSessionId' in change && { reconnect_session_id: reconnectSessionId ?? null }),
    ...('lastFetchedAt' in change && { last_fetched_at_ms: lastFetchedAt?.getTime() ?? null }),
    ...('lastCheckedAt' in change && { last_checked_at_ms: lastCheckedAt?.getTime() ?? null }),
  };
}

/** Reads a connection from its row. */
export function readConnectionRow(row: Selectable<ConnectionTable>): StoredConnection {
  return {
    rowId: row.row_id,
    version: row.version,
    connectionId: row.connection_id,
    integrationId: row.integration_id,
    provider: row.provider,
    status: row.status,
    config: JSON.parse(row.config),
    identity: row.identity,
    authMethod: row.auth_method,
    environment: row.environment === null ? undefined : readEnvironment(row.environment),
    access: JSON.parse(row.access),
    error: row.error === null ? undefined : readError(row.error),
    endUser: row.end_user === null ? undefined : JSON.parse(row.end_user),
    organization: row.organization === null ? undefined : JSON.parse(row.organization),
    tags: JSON.parse(row.tags),
    metadata: row.metadata === null ? undefined : JSON.parse(row.metadata),
    sessionId: row.session_id ?? undefined,
    reconnectSessionId: row.reconnect_session_id ?? undefined,
    sealedCredential: row.sealed_credential,
    sealedTokenSet: row.sealed_token_set,
    tokenExpiresAt: new Date(row.token_expires_at_ms),
    createdAt: new Date(row.created_at_ms),
    updatedAt: new Date(row.updated_at_ms),
    lastFetchedAt: row.last_fetched_at_ms === null ? undefined : new Date(row.last_fetched_at_ms),
    lastCheckedAt: row.last_checked_at_ms === null ? undefined : new Date(row.last_checked_at_ms),
  };
}

function readEnvironment(text: string): ConnectedEnvironment {
  const { id, name, type, region, organizationId }: ConnectedEnvironment = JSON.parse(text);
  // JSON leaves out what is `undefined`; a connection has the key all the same.
  return { id, name, type, region, organizationId };
}

function readError(text: string): ConnectionError {
  const { at, retryAt, ...error }: Omit<ConnectionError, 'at' | 'retryAt'> & { at: string; retryAt?: string } = JSON.parse(text);
  return { ...error, at: new Date(at), ...(retryAt !== undefined && { retryAt: new Date(retryAt) }) };
}

import type { CheckedConnection, ConnectedBody, ConnectionListItem, FullConnection } from '@latchkey/protocol';
import type { Connection } from '../core/connection.ts';
import type { TokenSet } from '../core/token-set.ts';
import type { StoredConnection } from '../store/store.ts';
import type { Connected } from '../use-cases/connect-with-client-credentials.ts';

/** Writes a connection as `GET /connections` lists it. */
export function formatListItem(connection: StoredConnection): ConnectionListItem {
  return { ...formatBase(connection), created: connection.createdAt.toISOString() };
}

/** Writes a connection with its token. */
export function formatFullConnection(connection: StoredConnection, tokens: TokenSet, clientId: string): FullConnection {
  return {
    ...formatCheckedConnection(connection),
    credentials: {
      type: 'OAUTH2_CC',
      token: tokens.accessToken,
      expires_at: tokens.expiresAt.toISOString(),
      raw: { ...tokens.raw, access_token: tokens.accessToken },
      client_id: clientId,
    },
  };
}

/** Writes a connection with all that is known about it, and without its credentials. */
export function formatCheckedConnection(connection: StoredConnection): CheckedConnection {
  return {
    ...formatBase(connection),
    connection_config: { ...connection.config },
    environment: formatEnvironment(connection),
    access: [...connection.access],
    created_at: formatMoment(connection.createdAt),
    updated_at: formatMoment(connection.updatedAt),
    last_fetched_at: connection.lastFetchedAt ? formatMoment(connection.lastFetchedAt) : null,
    last_checked_at: connection.lastCheckedAt ? formatMoment(connection.lastCheckedAt) : null,
  };
}

/** Writes the answer to a successful connect attempt. */
export function formatConnected({ connection, notices }: Connected): ConnectedBody {
  return {
    data: {
      connection_id: connection.connectionId,
      integration_id: connection.integrationId,
      provider: connection.provider,
      status: connection.status,
      environment: formatEnvironment(connection) ?? { id: '', name: null, type: null, region: '' },
      access: [...connection.access],
      notices: [...notices],
    },
  };
}

// Compat: a whole connection is written with an offset on this wire, which parsers that do not know "Z" can read.
function formatMoment(moment: Date): string {
  return moment.toISOString().replace('Z', '+00:00');
}

function formatEnvironment({ environment }: Connection): FullConnection['environment'] {
  if (environment === undefined) return null;
  const { id, name = null, type = null, region } = environment;
  return { id, name, type, region };
}

function formatBase(connection: StoredConnection) {
  const { error, metadata = null } = connection;
  return {
    id: connection.rowId,
    connection_id: connection.connectionId,
    provider_config_key: connection.integrationId,
    provider: connection.provider,
    status: connection.status,
    errors: error === undefined ? [] : [{ type: 'auth', log_id: '', code: error.code, message: error.message, remedy: error.remedy }],
    end_user: formatEndUser(connection),
    tags: { ...connection.tags },
    metadata: metadata === null ? null : { ...metadata },
  };
}

function formatEndUser({ endUser, organization }: Connection): ConnectionListItem['end_user'] {
  if (endUser === undefined) return null;
  return {
    id: endUser.id,
    display_name: endUser.displayName ?? null,
    email: endUser.email ?? null,
    tags: endUser.tags === undefined ? null : { ...endUser.tags },
    organization: organization === undefined ? null : { id: organization.id, display_name: organization.displayName ?? null },
  };
}

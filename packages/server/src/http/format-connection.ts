import type { CheckedConnection, ConnectedBody, ConnectionListItem, FullConnection } from '@latchkey/protocol';
import { describeEndUser, describeStoredEnvironment } from '../core/describe-connection.ts';
import type { StoredConnection } from '../store/store.ts';
import type { Connected } from '../use-cases/connect-with-client-credentials.ts';
import type { OpenedConnection } from '../use-cases/open-stored.ts';
import { formatCredentials, type ShownCredentials } from './format-credentials.ts';

/** Writes a connection as `GET /connections` lists it. */
export function formatListItem(connection: StoredConnection): ConnectionListItem {
  return {
    ...formatBase(connection),
    environment: describeStoredEnvironment(connection),
    created: connection.createdAt.toISOString(),
    updated_at: formatMoment(connection.updatedAt),
    last_checked_at: connection.lastCheckedAt ? formatMoment(connection.lastCheckedAt) : null,
  };
}

/** Writes a connection with its token, and what is shown besides. */
export function formatFullConnection(opened: OpenedConnection, shown: ShownCredentials = {}): FullConnection {
  return { ...formatCheckedConnection(opened.connection), credentials: formatCredentials(opened, shown) };
}

/** Writes a connection with all that is known about it, and without its credentials. */
export function formatCheckedConnection(connection: StoredConnection): CheckedConnection {
  return {
    ...formatBase(connection),
    connection_config: { ...connection.config },
    environment: describeStoredEnvironment(connection),
    access: [...connection.access],
    created_at: formatMoment(connection.createdAt),
    updated_at: formatMoment(connection.updatedAt),
    last_fetched_at: connection.lastFetchedAt ? formatMoment(connection.lastFetchedAt) : null,
    last_checked_at: connection.lastCheckedAt ? formatMoment(connection.lastCheckedAt) : null,
    token_expires_at: formatMoment(connection.tokenExpiresAt),
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
      environment: describeStoredEnvironment(connection) ?? { id: '', name: null, type: null, region: '' },
      access: [...connection.access],
      notices: [...notices],
    },
  };
}

// Compat: a whole connection is written with an offset on this wire, which parsers that do not know "Z" can read.
function formatMoment(moment: Date): string {
  return `${moment.toISOString().slice(0, -1)}+00:00`;
}

function formatBase(connection: StoredConnection) {
  const { error, metadata = null } = connection;
  return {
    id: connection.rowId,
    connection_id: connection.connectionId,
    provider_config_key: connection.integrationId,
    provider: connection.provider,
    status: connection.status,
    errors:
      error === undefined
        ? []
        : [{ type: 'auth', log_id: error.operationId ?? '', code: error.code, message: error.message, remedy: error.remedy }],
    end_user: describeEndUser(connection),
    tags: { ...connection.tags },
    metadata: metadata === null ? null : { ...metadata },
  };
}

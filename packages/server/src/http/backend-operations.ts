/** What a host's backend may do, in the words of the wire: over HTTP, and as functions in the same process. */

import type {
  CheckedConnection,
  ConnectionList,
  ConnectionsQuery,
  ConnectSessionCreated,
  CreateConnectSessionBody,
  CreateReconnectSessionBody,
  FullConnection,
  ShownConnection,
} from '@latchkey/protocol';
import { holdsScope, isByUpdate } from '@latchkey/protocol';
import type { ConnectionKey } from '../core/connect-session.ts';
import { lowerTags } from '../core/lower-tags.ts';
import { requireScope, type Principal } from '../core/principal.ts';
import type { ConnectionCursor } from '../store/connection-list-store.ts';
import type { StoredConnection } from '../store/store.ts';
import { checkConnection as checkStored } from '../use-cases/check-connection.ts';
import { buildHostedPageUrl } from '../use-cases/create-share-link.ts';
import type { Deps } from '../use-cases/deps.ts';
import { disconnect } from '../use-cases/disconnect.ts';
import { openConnection, type ConnectionRequest } from '../use-cases/open-connection.ts';
import { getIntegration } from '../use-cases/get-integration.ts';
import { getStored } from '../use-cases/open-stored.ts';
import { openCredential } from '../use-cases/sealed-values.ts';
import type { StartedConnectSession } from '../use-cases/issue-connect-session.ts';
import { startConnectSession } from '../use-cases/start-connect-session.ts';
import { startReconnectSession } from '../use-cases/start-reconnect-session.ts';
import { parseReconnectOrder, parseSessionOrder } from './format-connect-session.ts';
import { formatCheckedConnection, formatFullConnection, formatListItem } from './format-connection.ts';

const DEFAULT_LIMIT = 1000;

/** Starts a connect session. */
export async function createConnectSession(deps: Deps, body: CreateConnectSessionBody): Promise<ConnectSessionCreated> {
  return formatStarted(deps, await startConnectSession(deps, parseSessionOrder(body)));
}

/** Starts a session that may give one connection a new credential. */
export async function createReconnectSession(deps: Deps, body: CreateReconnectSessionBody): Promise<ConnectSessionCreated> {
  return formatStarted(deps, await startReconnectSession(deps, parseReconnectOrder(body)));
}

/** Lists connections. */
export async function listConnections(deps: Deps, query: ConnectionsQuery): Promise<ConnectionList> {
  const { limit = DEFAULT_LIMIT, page = 0, sort, cursor, integrationId, tags, ...filter } = query;
  const { connections, next } = await deps.store.listConnections(
    {
      ...filter,
      ...(integrationId !== undefined && { integrationIds: integrationId }),
      ...(tags !== undefined && { tags: lowerTags(tags) }),
    },
    { limit, offset: page * limit, ...(sort !== undefined && { sort }), ...(cursor !== undefined && { after: parseCursor(cursor) }) },
  );
  return { connections: connections.map(formatListItem), ...(next !== undefined && { next_cursor: formatCursor(next, sort) }) };
}

function formatCursor({ rowId, updatedAt }: ConnectionCursor, sort: ConnectionsQuery['sort']): string {
  return isByUpdate(sort) ? `${updatedAt.getTime()}-${rowId}` : String(rowId);
}

function parseCursor(cursor: string): ConnectionCursor {
  const [rowId = 0, updatedAtMs = 0] = cursor.split('-').map(Number).toReversed();
  return { rowId, updatedAt: new Date(updatedAtMs) };
}

/** Which connection, and what is seen of its credentials besides the access token. */
export interface FullConnectionRequest extends ConnectionRequest {
  /** Whether the refresh token is, where there is one. @default false */
  readonly refreshToken?: boolean;
  /** Whether the secret of the OAuth client is that the end user brought. @default false */
  readonly includeSecrets?: boolean;
}

/** Gets a connection with a token that can be used. */
export async function getConnection(
  deps: Deps,
  { refreshToken = false, includeSecrets = false, ...request }: FullConnectionRequest,
): Promise<FullConnection> {
  const opened = await openConnection(deps, request);
  const clientSecret = includeSecrets ? await openClientSecret(deps, opened.connection) : undefined;
  return formatFullConnection(opened, { refreshToken, clientSecret });
}

/**
 * Gets a connection for a caller, with what that one may see of it. Who may not read credentials gets none, and none is opened or refreshed.
 *
 * @throws {ConnectError} `forbidden` when secrets, or a new token, are asked for by who may not
 */
export async function showConnection(deps: Deps, request: FullConnectionRequest, by: Principal): Promise<ShownConnection> {
  if (request.includeSecrets) requireScope(by, 'connections:read_secrets');
  if (request.includeSecrets || request.forceRefresh) requireScope(by, 'connections:read_credentials');
  if (holdsScope(by.scopes, 'connections:read_credentials')) return getConnection(deps, request);
  await getIntegration(deps, request.integrationId);
  return { ...formatCheckedConnection(await getStored(deps, request)), credentials: {} };
}

/** Gets a connection a new token, and keeps it. */
export async function refreshConnection(deps: Deps, key: ConnectionKey): Promise<CheckedConnection> {
  const { connection } = await openConnection(deps, { ...key, forceRefresh: true });
  return formatCheckedConnection(connection);
}

/** Finds out anew whether a connection works and what it may do. */
export async function checkConnection(deps: Deps, key: ConnectionKey): Promise<CheckedConnection> {
  return formatCheckedConnection(await checkStored(deps, key));
}

/** Forgets a connection. */
export async function deleteConnection(deps: Deps, key: ConnectionKey): Promise<{ success: true }> {
  await disconnect(deps, key);
  return { success: true };
}

/** Tells whether the database can be written. */
export async function checkHealth(deps: Deps): Promise<{ status: 'ok' }> {
  await deps.checkHealth();
  return { status: 'ok' };
}

async function openClientSecret({ vault }: Deps, { connectionId, sealedCredential }: StoredConnection): Promise<string | undefined> {
  return (await openCredential(vault, connectionId, sealedCredential)).values['client_secret'];
}

function formatStarted(deps: Deps, { token, expiresAt }: StartedConnectSession): ConnectSessionCreated {
  const link = deps.hostedPage ? { connect_link: `${buildHostedPageUrl(deps)}#session_token=${token}` } : {};
  return { data: { token, ...link, expires_at: expiresAt.toISOString() } };
}

/** What a host's backend may do, in the words of the wire: over HTTP, and as functions in the same process. */

import type {
  CheckedConnection,
  ConnectionList,
  ConnectionsQuery,
  ConnectSessionCreated,
  CreateConnectSessionBody,
  CreateReconnectSessionBody,
  FullConnection,
} from '@latchkey/protocol';
import type { ConnectionKey } from '../core/connect-session.ts';
import { lowerTags } from '../core/lower-tags.ts';
import { checkConnection as checkStored } from '../use-cases/check-connection.ts';
import type { Deps } from '../use-cases/deps.ts';
import { disconnect } from '../use-cases/disconnect.ts';
import { openConnection, type ConnectionRequest } from '../use-cases/open-connection.ts';
import type { StartedConnectSession } from '../use-cases/issue-connect-session.ts';
import { startConnectSession } from '../use-cases/start-connect-session.ts';
import { startReconnectSession } from '../use-cases/start-reconnect-session.ts';
import { parseReconnectOrder, parseSessionOrder } from './format-connect-session.ts';
import { formatCheckedConnection, formatFullConnection, formatListItem } from './format-connection.ts';

const DEFAULT_LIMIT = 1000;

/** Starts a connect session. */
export async function createConnectSession(deps: Deps, body: CreateConnectSessionBody): Promise<ConnectSessionCreated> {
  return formatStarted(await startConnectSession(deps, parseSessionOrder(body)));
}

/** Starts a session that may give one connection a new credential. */
export async function createReconnectSession(deps: Deps, body: CreateReconnectSessionBody): Promise<ConnectSessionCreated> {
  return formatStarted(await startReconnectSession(deps, parseReconnectOrder(body)));
}

/** Lists connections, newest first. */
export async function listConnections(deps: Deps, query: ConnectionsQuery): Promise<ConnectionList> {
  const { limit = DEFAULT_LIMIT, page = 0, integrationId, tags, ...filter } = query;
  const connections = await deps.store.listConnections(
    {
      ...filter,
      ...(integrationId !== undefined && { integrationIds: integrationId }),
      ...(tags !== undefined && { tags: lowerTags(tags) }),
    },
    { limit, offset: page * limit },
  );
  return { connections: connections.map(formatListItem) };
}

/** Gets a connection with a token that can be used. */
export async function getConnection(
  deps: Deps,
  { refreshToken = false, ...request }: ConnectionRequest & { readonly refreshToken?: boolean },
): Promise<FullConnection> {
  return formatFullConnection(await openConnection(deps, request), refreshToken);
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

function formatStarted({ token, expiresAt }: StartedConnectSession): ConnectSessionCreated {
  return { data: { token, expires_at: expiresAt.toISOString() } };
}

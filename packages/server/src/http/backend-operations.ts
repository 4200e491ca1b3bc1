/** What a host's backend may do, in the words of the wire: over HTTP, and as functions in the same process. */

import type { ConnectionList, ConnectionsQuery, ConnectSessionCreated, CreateConnectSessionBody, FullConnection } from '@latchkey/protocol';
import type { Deps } from '../use-cases/deps.ts';
import { disconnect } from '../use-cases/disconnect.ts';
import { openConnection, type ConnectionRequest } from '../use-cases/open-connection.ts';
import { openCredential } from '../use-cases/sealed-values.ts';
import { startConnectSession } from '../use-cases/start-connect-session.ts';
import { parseSessionOrder } from './format-connect-session.ts';
import { formatFullConnection, formatListItem } from './format-connection.ts';

const DEFAULT_LIMIT = 1000;

/** Starts a connect session. */
export async function createConnectSession(deps: Deps, body: CreateConnectSessionBody): Promise<ConnectSessionCreated> {
  const { token, expiresAt } = await startConnectSession(deps, parseSessionOrder(body));
  return { data: { token, expires_at: expiresAt.toISOString() } };
}

/** Lists connections, newest first. */
export async function listConnections(deps: Deps, query: ConnectionsQuery): Promise<ConnectionList> {
  const { limit = DEFAULT_LIMIT, page = 0, integrationId, tags, ...filter } = query;
  const connections = await deps.store.listConnections(
    {
      ...filter,
      ...(integrationId !== undefined && { integrationIds: integrationId }),
      ...(tags !== undefined && { tags: Object.fromEntries(Object.entries(tags).map(([key, value]) => [key.toLowerCase(), value])) }),
    },
    { limit, offset: page * limit },
  );
  return { connections: connections.map(formatListItem) };
}

/** Gets a connection with a token that can be used. */
export async function getConnection(deps: Deps, request: ConnectionRequest): Promise<FullConnection> {
  const { connection, tokens } = await openConnection(deps, request);
  const credential = await openCredential(deps.vault, connection.connectionId, connection.sealedCredential);
  return formatFullConnection(connection, tokens, credential.values['client_id'] ?? '');
}

/** Forgets a connection. */
export async function deleteConnection(deps: Deps, request: ConnectionRequest): Promise<{ success: true }> {
  await disconnect(deps, request);
  return { success: true };
}

/** Tells whether the database can be written. */
export async function checkHealth(deps: Deps): Promise<{ status: 'ok' }> {
  await deps.checkHealth();
  return { status: 'ok' };
}

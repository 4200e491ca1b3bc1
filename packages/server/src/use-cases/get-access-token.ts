import { buildEndpoints, type FilledEndpoints } from '@latchkey/providers';
import type { StoredConnection } from '../store/store.ts';
import type { Deps } from './deps.ts';
import { getIntegration } from './get-integration.ts';
import { openConnection, type ConnectionRequest } from './open-connection.ts';

/** What a call to the provider's API needs. */
export interface ConnectionAccess {
  readonly accessToken: string;
  readonly connection: StoredConnection;
  /** Of the connection's region. */
  readonly endpoints: FilledEndpoints;
}

/** Gets an access token for calls to the provider's API. For what it throws see {@link openConnection}. */
export async function getAccessToken(deps: Deps, request: ConnectionRequest): Promise<ConnectionAccess> {
  const { connection, tokens } = await openConnection(deps, request);
  const { definition, hosts } = await getIntegration(deps, request.integrationId);
  return { accessToken: tokens.accessToken, connection, endpoints: buildEndpoints(definition, hosts, connection.config) };
}

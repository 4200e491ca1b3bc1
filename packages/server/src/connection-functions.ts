import {
  connectionMetadataBody,
  connectionsQuery,
  createConnectSessionBody,
  createReconnectSessionBody,
  importConnectionBody,
  updateConnectionBody,
  type CheckedConnection,
  type ConnectionList,
  type ConnectionMetadataBody,
  type ConnectionsQuery,
  type ConnectSessionCreated,
  type CreateConnectSessionBody,
  type CreateReconnectSessionBody,
  type FullConnection,
  type ImportConnectionBody,
  type UpdateConnectionBody,
} from '@latchkey/protocol';
import type { ConnectionKey } from './core/connect-session.ts';
import type { Entrance } from './entrance.ts';
import * as backend from './http/backend-operations.ts';
import type { FullConnectionRequest } from './http/backend-operations.ts';
import * as connections from './http/connection-operations.ts';
import { readBody, readQueryValues } from './http/read-input.ts';
import type { Deps } from './use-cases/deps.ts';

/** What a process may do about connections and the sessions that they come of, in the words of the HTTP API. */
export interface ConnectionFunctions {
  /** Starts a connect session; its token goes to the end user's page. @throws {ConnectError} `invalid_body` */
  readonly createConnectSession: (body: CreateConnectSessionBody) => Promise<ConnectSessionCreated>;
  /**
   * Starts a session that may give one connection a new credential, and nothing else; its token goes to the end user's page.
   *
   * @throws {ConnectError} `invalid_body`; `unknown_integration`; `unknown_connection`; `connection_disabled`; `organization_mismatch`
   */
  readonly createReconnectSession: (body: CreateReconnectSessionBody) => Promise<ConnectSessionCreated>;
  /** Lists connections, by default the newest first. @throws {ConnectError} `invalid_query_params` */
  readonly listConnections: (query?: ConnectionsQuery) => Promise<ConnectionList>;
  /**
   * Gets a connection with an access token that can be used. One that is about to expire is replaced in the background meanwhile.
   *
   * @throws {ConnectError} `unknown_provider_config`; `unknown_connection`; `connection_disabled`; `invalid_credentials` when the end user must
   *   connect again; the provider's failure when it cannot give a token for now; `refresh_timeout`
   */
  readonly getConnection: (request: FullConnectionRequest) => Promise<FullConnection>;
  /**
   * Finds out anew, with a new token, whether a connection works and what it may do, and stores that.
   *
   * @throws {ConnectError} As {@link ConnectionFunctions.getConnection}; then a refusal for good is stored, and of a passing failure nothing.
   */
  readonly checkConnection: (request: ConnectionKey) => Promise<CheckedConnection>;
  /** Gets a connection a new token, and keeps it. The token is not told. @throws {ConnectError} As {@link ConnectionFunctions.getConnection}. */
  readonly refreshConnection: (request: ConnectionKey) => Promise<CheckedConnection>;
  /**
   * Stores a credential that you have already, as a connection, once the provider gave a token for it. A connection that has the id is brought up to date.
   *
   * @throws {ConnectError} `invalid_body`; `unknown_provider_config`; a field's problem; the provider's explanation; `identity_mismatch`;
   *   `connection_disabled`
   */
  readonly importConnection: (body: ImportConnectionBody) => Promise<FullConnection>;
  /**
   * Changes whose a connection is, what it is tagged with, and whether it may be used. What is given takes the place of what is there; what is left out stays.
   *
   * @throws {ConnectError} `invalid_body`; `unknown_provider_config`; `unknown_connection`
   */
  readonly updateConnection: (request: ConnectionKey, change: UpdateConnectionBody) => Promise<void>;
  /**
   * Puts metadata in the place of what connections have.
   *
   * @throws {ConnectError} `invalid_body`; `unknown_provider_config`; `unknown_connection`, and then none has changed
   */
  readonly setMetadata: (body: ConnectionMetadataBody) => Promise<void>;
  /** Adds members to the metadata of connections, each in the place of one with the same name. @throws {ConnectError} As {@link ConnectionFunctions.setMetadata}. */
  readonly mergeMetadata: (body: ConnectionMetadataBody) => Promise<void>;
  /** Forgets a connection. @throws {ConnectError} `unknown_provider_config`; `unknown_connection` */
  readonly deleteConnection: (request: ConnectionKey) => Promise<void>;
}

/** Creates them. */
export function createConnectionFunctions(deps: Deps, { enter, change }: Entrance): ConnectionFunctions {
  return {
    createConnectSession: (body) =>
      change('POST /connect/sessions', undefined, async () => backend.createConnectSession(deps, readBody(createConnectSessionBody, body))),
    createReconnectSession: (body) =>
      change('POST /connect/sessions/reconnect', undefined, async () =>
        backend.createReconnectSession(deps, readBody(createReconnectSessionBody, body)),
      ),
    listConnections: (query = {}) => enter(async () => backend.listConnections(deps, readQueryValues(connectionsQuery, query))),
    getConnection: (request) => enter(() => backend.getConnection(deps, request)),
    checkConnection: (key) => change('POST /connections/{connectionId}/check', key.connectionId, () => backend.checkConnection(deps, key)),
    refreshConnection: (key) =>
      change('POST /connections/{connectionId}/refresh', key.connectionId, () => backend.refreshConnection(deps, key)),
    importConnection: (body) =>
      change('POST /connections', undefined, async () => connections.importConnection(deps, readBody(importConnectionBody, body))),
    updateConnection: (key, body) =>
      change(
        'PATCH /connections/{connectionId}',
        key.connectionId,
        async () => void (await connections.updateConnection(deps, key, readBody(updateConnectionBody, body))),
      ),
    setMetadata: (body) =>
      change(
        'POST /connections/metadata',
        undefined,
        async () => void (await connections.setMetadata(deps, readBody(connectionMetadataBody, body))),
      ),
    mergeMetadata: (body) =>
      change(
        'PATCH /connections/metadata',
        undefined,
        async () => void (await connections.mergeMetadata(deps, readBody(connectionMetadataBody, body))),
      ),
    deleteConnection: (key) =>
      change('DELETE /connections/{connectionId}', key.connectionId, async () => void (await backend.deleteConnection(deps, key))),
  };
}

import {
  checkedConnection,
  connectionList,
  connectionKeyQuery,
  connectionMetadataBody,
  connectionQuery,
  connectionsQuery,
  importConnectionBody,
  shownConnection,
  successBody,
  updateConnectionBody,
} from '@latchkey/protocol';
import type * as z from 'zod/mini';
import type { ConnectionKey } from '../../core/connect-session.ts';
import * as backend from '../backend-operations.ts';
import * as connections from '../connection-operations.ts';
import { readConnectionsQuery } from '../read-query.ts';
import { forBackend, type Route } from '../route.ts';

/** What end users have connected. */
export const connectionRoutes: readonly Route[] = [
  forBackend({
    method: 'GET',
    path: '/connections',
    scope: 'connections:read',
    summary: 'Lists connections, by default the newest first.',
    query: connectionsQuery,
    readQuery: readConnectionsQuery,
    status: 200,
    answer: connectionList,
    work: ({ deps, query }) => backend.listConnections(deps, query),
  }),
  forBackend({
    method: 'POST',
    path: '/connections',
    scope: 'connections:write',
    summary: 'Stores a credential that you have already, once the provider gave a token for it.',
    body: importConnectionBody,
    errors: ['unknown_provider_config', 'identity_mismatch', 'connection_disabled', 'oauth_client_missing'],
    explains: ['fields', 'failures'],
    status: 201,
    answer: shownConnection,
    work: ({ deps, body, principal }) => connections.importAsCaller(deps, body, principal),
  }),
  forBackend({
    method: 'POST',
    path: '/connections/metadata',
    scope: 'connections:write',
    summary: 'Puts metadata in the place of what connections have.',
    body: connectionMetadataBody,
    errors: ['unknown_provider_config', 'unknown_connection'],
    status: 201,
    answer: connectionMetadataBody,
    work: ({ deps, body }) => connections.setMetadata(deps, body),
  }),
  forBackend({
    method: 'PATCH',
    path: '/connections/metadata',
    scope: 'connections:write',
    summary: 'Adds members to the metadata of connections, each in the place of one with the same name.',
    body: connectionMetadataBody,
    errors: ['unknown_provider_config', 'unknown_connection'],
    status: 200,
    answer: connectionMetadataBody,
    work: ({ deps, body }) => connections.mergeMetadata(deps, body),
  }),
  forBackend({
    method: 'GET',
    path: '/connections/:connectionId',
    scope: 'connections:read',
    summary: 'Gets a connection, with a token that can be used.',
    query: connectionQuery,
    errors: ['unknown_provider_config', 'unknown_connection', 'connection_disabled', 'invalid_credentials', 'refresh_timeout'],
    explains: ['failures'],
    status: 200,
    answer: shownConnection,
    work: ({ deps, params, query, principal }) =>
      backend.showConnection(deps, readFullConnectionRequest(params.connectionId, query), principal),
  }),
  forBackend({
    method: 'POST',
    path: '/connections/:connectionId/check',
    scope: 'connections:write',
    summary: 'Finds out anew, with a new token, whether a connection works and what it may do.',
    query: connectionKeyQuery,
    errors: ['unknown_provider_config', 'unknown_connection', 'connection_disabled', 'invalid_credentials', 'refresh_timeout'],
    explains: ['failures'],
    status: 200,
    answer: checkedConnection,
    work: ({ deps, params, query }) => backend.checkConnection(deps, readConnectionKey(params.connectionId, query)),
  }),
  forBackend({
    method: 'POST',
    path: '/connections/:connectionId/refresh',
    scope: 'connections:write',
    summary: 'Gets a connection a new token, and keeps it.',
    query: connectionKeyQuery,
    errors: ['unknown_provider_config', 'unknown_connection', 'connection_disabled', 'invalid_credentials', 'refresh_timeout'],
    explains: ['failures'],
    status: 200,
    answer: checkedConnection,
    work: ({ deps, params, query }) => backend.refreshConnection(deps, readConnectionKey(params.connectionId, query)),
  }),
  forBackend({
    method: 'PATCH',
    path: '/connections/:connectionId',
    scope: 'connections:write',
    summary: 'Changes whose a connection is, what it is tagged with, and whether it may be used.',
    query: connectionKeyQuery,
    body: updateConnectionBody,
    errors: ['unknown_provider_config', 'unknown_connection'],
    status: 200,
    answer: successBody,
    work: ({ deps, params, query, body }) => connections.updateConnection(deps, readConnectionKey(params.connectionId, query), body),
  }),
  forBackend({
    method: 'DELETE',
    path: '/connections/:connectionId',
    scope: 'connections:write',
    summary: 'Forgets a connection, its credential and its tokens.',
    query: connectionKeyQuery,
    errors: ['unknown_provider_config', 'unknown_connection'],
    status: 200,
    answer: successBody,
    work: ({ deps, params, query }) => backend.deleteConnection(deps, readConnectionKey(params.connectionId, query)),
  }),
];

function readConnectionKey(connectionId: string, query: z.infer<typeof connectionKeyQuery>): ConnectionKey {
  return { integrationId: query.provider_config_key, connectionId };
}

function readFullConnectionRequest(connectionId: string, query: z.infer<typeof connectionQuery>): backend.FullConnectionRequest {
  return {
    ...readConnectionKey(connectionId, query),
    forceRefresh: query.force_refresh === 'true',
    refreshToken: query.refresh_token === 'true',
    includeSecrets: query.include_secrets === 'true',
  };
}

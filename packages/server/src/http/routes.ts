/** The whole HTTP API on one page: method, path, who may call, what is checked, what happens. */

import {
  connectionMetadataBody,
  connectionQuery,
  connectionsQuery,
  createConnectionBody,
  createConnectSessionBody,
  createReconnectSessionBody,
  importConnectionBody,
  integrationQuery,
  providersQuery,
  regionsQuery,
  updateConnectionBody,
} from '@latchkey/protocol';
import * as backend from './backend-operations.ts';
import * as browser from './browser-operations.ts';
import * as catalogue from './catalogue-operations.ts';
import * as connections from './connection-operations.ts';
import { readBody, readQueryValues } from './read-input.ts';
import { readConnectionsQuery, readIntegrationQuery } from './read-query.ts';
import { forAnyone, forBackend, forBrowser, type Route, type RouteRequest } from './route.ts';

/** Every route, except for the proxy, which takes all methods and passes bodies through unread. */
export const routes: readonly Route[] = [
  forAnyone('GET', '/health', async ({ deps }) => ({ status: 200, body: await backend.checkHealth(deps) })),

  forBackend('GET', '/providers', async ({ query }) => ({
    status: 200,
    body: catalogue.listProviders(readQueryValues(providersQuery, query).search),
  })),
  forBackend('GET', '/providers/:provider', async ({ params }) => ({ status: 200, body: catalogue.getProvider(params['provider'] ?? '') })),
  forBackend('GET', '/integrations', async ({ deps }) => ({ status: 200, body: await catalogue.listIntegrations(deps) })),
  forBackend('GET', '/integrations/:uniqueKey', async ({ deps, params, query }) => ({
    status: 200,
    body: await catalogue.getIntegration(
      deps,
      params['uniqueKey'] ?? '',
      readQueryValues(integrationQuery, readIntegrationQuery(query)).include,
    ),
  })),

  forBackend('POST', '/connect/sessions', async ({ deps, body }) => ({
    status: 201,
    body: await backend.createConnectSession(deps, readBody(createConnectSessionBody, body)),
  })),
  forBackend('POST', '/connect/sessions/reconnect', async ({ deps, body }) => ({
    status: 201,
    body: await backend.createReconnectSession(deps, readBody(createReconnectSessionBody, body)),
  })),
  forBackend('GET', '/connections', async ({ deps, query }) => ({
    status: 200,
    body: await backend.listConnections(deps, readQueryValues(connectionsQuery, readConnectionsQuery(query))),
  })),
  forBackend('POST', '/connections', async ({ deps, body }) => ({
    status: 201,
    body: await connections.importConnection(deps, readBody(importConnectionBody, body)),
  })),
  forBackend('POST', '/connections/metadata', async ({ deps, body }) => ({
    status: 201,
    body: await connections.setMetadata(deps, readBody(connectionMetadataBody, body)),
  })),
  forBackend('PATCH', '/connections/metadata', async ({ deps, body }) => ({
    status: 200,
    body: await connections.mergeMetadata(deps, readBody(connectionMetadataBody, body)),
  })),
  forBackend('GET', '/connections/:connectionId', async (request) => ({
    status: 200,
    body: await backend.getConnection(request.deps, readConnectionRequest(request)),
  })),
  forBackend('POST', '/connections/:connectionId/check', async (request) => ({
    status: 200,
    body: await backend.checkConnection(request.deps, readConnectionRequest(request)),
  })),
  forBackend('PATCH', '/connections/:connectionId', async (request) => ({
    status: 200,
    body: await connections.updateConnection(request.deps, readConnectionRequest(request), readBody(updateConnectionBody, request.body)),
  })),
  forBackend('DELETE', '/connections/:connectionId', async (request) => ({
    status: 200,
    body: await backend.deleteConnection(request.deps, readConnectionRequest(request)),
  })),

  forBrowser('GET', '/connect/session', async ({ deps }, session) => ({
    status: 200,
    body: await browser.getConnectSessionView(deps, session),
  })),
  forBrowser('DELETE', '/connect/session', async ({ deps }, session) => {
    await deps.store.deleteConnectSession(session.sessionId);
    return { status: 204 };
  }),
  forBrowser(
    'GET',
    '/connect/regions',
    async ({ deps, query }, session) => ({
      status: 200,
      body: await browser.getRegion(deps, session, readQueryValues(regionsQuery, query).environment_id),
    }),
    { perMinute: 30 },
  ),
  forBrowser(
    'POST',
    '/connect/connections',
    async ({ deps, body, onProgress }, session) => ({
      status: 201,
      body: await browser.createConnection(deps, session, readBody(createConnectionBody, body), onProgress),
    }),
    { perMinute: 30, streams: true },
  ),
];

function readConnectionRequest({ query, params }: RouteRequest) {
  const { provider_config_key: integrationId, force_refresh } = readQueryValues(connectionQuery, query);
  const { connectionId = '' } = params;
  return { integrationId, connectionId, forceRefresh: force_refresh === 'true' };
}

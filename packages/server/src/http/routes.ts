/** The whole HTTP API on one page: method, path, who may call, what is checked, what happens. */

import { connectionQuery, createConnectionBody, createConnectSessionBody, connectionsQuery, regionsQuery } from '@latchkey/protocol';
import * as backend from './backend-operations.ts';
import * as browser from './browser-operations.ts';
import { readBody, readQueryValues } from './read-input.ts';
import { readConnectionsQuery } from './read-query.ts';
import { forAnyone, forBackend, forBrowser, type Route, type RouteRequest } from './route.ts';

/** Every route, except for the proxy, which takes all methods and passes bodies through unread. */
export const routes: readonly Route[] = [
  forAnyone('GET', '/health', async ({ deps }) => ({ status: 200, body: await backend.checkHealth(deps) })),

  forBackend('POST', '/connect/sessions', async ({ deps, body }) => ({
    status: 201,
    body: await backend.createConnectSession(deps, readBody(createConnectSessionBody, body)),
  })),
  forBackend('GET', '/connections', async ({ deps, query }) => ({
    status: 200,
    body: await backend.listConnections(deps, readQueryValues(connectionsQuery, readConnectionsQuery(query))),
  })),
  forBackend('GET', '/connections/:connectionId', async (request) => ({
    status: 200,
    body: await backend.getConnection(request.deps, readConnectionRequest(request)),
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
  return { integrationId, connectionId: params['connectionId'] ?? '', forceRefresh: force_refresh === 'true' };
}

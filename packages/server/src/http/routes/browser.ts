import { connectedBody, connectSessionView, createConnectionBody, regionBody, regionsQuery } from '@latchkey/protocol';
import * as browser from '../browser-operations.ts';
import { forBrowser, type Route } from '../route.ts';

/** What the form calls, with the token of its connect session. */
export const browserRoutes: readonly Route[] = [
  forBrowser({
    method: 'GET',
    path: '/connect/session',
    summary: 'Tells what the session permits, and what it has connected so far.',
    errors: ['unknown_integration', 'unknown_connection', 'connection_disabled', 'link_revoked'],
    status: 200,
    answer: connectSessionView,
    work: ({ deps, session }) => browser.getConnectSessionView(deps, session),
  }),
  forBrowser({
    method: 'DELETE',
    path: '/connect/session',
    summary: 'Ends the session; its connections stay.',
    status: 204,
    work: async ({ deps, session }) => void (await deps.store.deleteConnectSession(session.sessionId)),
  }),
  forBrowser({
    method: 'GET',
    path: '/connect/regions',
    summary: 'Finds the region of an environment.',
    query: regionsQuery,
    explains: ['fields', 'failures'],
    perMinute: 30,
    status: 200,
    answer: regionBody,
    work: ({ deps, session, query }) => browser.getRegion(deps, session, query.environment_id),
  }),
  forBrowser({
    method: 'POST',
    path: '/connect/connections',
    summary: 'Connects: checks the credential with the provider, and stores the connection.',
    body: createConnectionBody,
    errors: [
      'integration_not_allowed',
      'unknown_integration',
      'unknown_connection',
      'connection_disabled',
      'identity_mismatch',
      'unknown_link',
      'link_expired',
      'link_used',
      'link_revoked',
    ],
    explains: ['fields', 'failures'],
    perMinute: 30,
    streams: true,
    status: 201,
    answer: connectedBody,
    work: ({ deps, session, body, onProgress }) => browser.createConnection(deps, session, body, onProgress),
  }),
];

import { connectSessionCreated, createConnectSessionBody, createReconnectSessionBody } from '@latchkey/protocol';
import * as backend from '../backend-operations.ts';
import { forBackend, type Route } from '../route.ts';

/** Permissions for one end user to connect. */
export const connectSessionRoutes: readonly Route[] = [
  forBackend({
    method: 'POST',
    path: '/connect/sessions',
    scope: 'sessions:write',
    summary: 'Starts a connect session; its token goes to the page of the end user.',
    body: createConnectSessionBody,
    status: 201,
    answer: connectSessionCreated,
    work: ({ deps, body }) => backend.createConnectSession(deps, body),
  }),
  forBackend({
    method: 'POST',
    path: '/connect/sessions/reconnect',
    scope: 'sessions:write',
    summary: 'Starts a session that may give one connection a new credential, and nothing else.',
    body: createReconnectSessionBody,
    errors: ['unknown_integration', 'unknown_connection', 'connection_disabled', 'organization_mismatch'],
    status: 201,
    answer: connectSessionCreated,
    work: ({ deps, body }) => backend.createReconnectSession(deps, body),
  }),
];

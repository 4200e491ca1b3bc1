import { authorizationCreated, authorizationView, createAuthorizationBody } from '@latchkey/protocol';
import * as authorizations from '../authorization-operations.ts';
import { forBrowser, type Route } from '../route.ts';

/** How the form signs somebody in. */
export const authorizationRoutes: readonly Route[] = [
  forBrowser({
    method: 'POST',
    path: '/connect/authorizations',
    summary: 'Begins to sign the end user in, and says where the window goes.',
    body: createAuthorizationBody,
    errors: [
      'integration_not_allowed',
      'unknown_integration',
      'return_url_not_allowed',
      'oauth_client_missing',
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
    status: 201,
    answer: authorizationCreated,
    work: ({ deps, session, body, origin }) => authorizations.createAuthorization(deps, session, body, origin),
  }),
  forBrowser({
    method: 'GET',
    path: '/connect/authorizations/:authorizationId',
    summary: 'Tells what came of an attempt to sign in.',
    errors: ['unknown_authorization'],
    perMinute: 240,
    status: 200,
    answer: authorizationView,
    work: ({ deps, session, params }) => authorizations.getAuthorization(deps, session, params.authorizationId),
  }),
];

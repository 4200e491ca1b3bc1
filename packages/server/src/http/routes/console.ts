import { consoleSessionBody, oidcStartQuery, signInBody } from '@latchkey/protocol';
import { finishOidc, startOidc } from '../console-oidc.ts';
import { describeSession, signIn, signOut, signOutEverywhere } from '../console-operations.ts';
import { forAnyone, forConsole, type Route } from '../route.ts';

/** How people come into the console, and leave it. */
export const consoleRoutes: readonly Route[] = [
  forAnyone({
    method: 'GET',
    path: '/console/api/session',
    summary: 'Tells who is signed in to the console, and how one signs in.',
    errors: ['not_found'],
    status: 200,
    answer: consoleSessionBody,
    work: ({ deps }, exchange) => describeSession(deps, exchange),
  }),
  forAnyone({
    method: 'POST',
    path: '/console/api/session',
    summary: 'Signs in to the console by password.',
    body: signInBody,
    errors: ['not_found', 'sign_in_refused', 'origin_not_allowed', 'too_many_request'],
    status: 200,
    answer: consoleSessionBody,
    work: ({ deps, body }, exchange) => signIn(deps, body.password, exchange),
  }),
  forConsole({
    method: 'DELETE',
    path: '/console/api/session',
    summary: 'Signs out.',
    status: 204,
    work: ({ deps, consoleSession }, exchange) => signOut(deps, consoleSession, exchange),
  }),
  forConsole({
    method: 'DELETE',
    path: '/console/api/sessions',
    summary: 'Signs out everywhere: an administrator everybody, anybody else themselves.',
    status: 204,
    work: ({ deps, consoleSession }, exchange) => signOutEverywhere(deps, consoleSession, exchange),
  }),
  forAnyone({
    method: 'GET',
    path: '/console/api/oidc/start',
    summary: 'Leads a browser to the OpenID Connect provider, to sign in to the console.',
    query: oidcStartQuery,
    errors: ['not_found', 'sign_in_provider_failed', 'too_many_request'],
    perMinute: 300,
    status: 303,
    media: 'text/html',
    respond: ({ deps, query }, exchange) => startOidc(deps, query.return_to, exchange),
  }),
  forAnyone({
    method: 'GET',
    path: '/console/api/oidc/callback',
    summary: 'Takes a browser back from the OpenID Connect provider, and leads it to the console.',
    errors: ['not_found', 'sign_in_interrupted', 'sign_in_not_permitted', 'sign_in_provider_failed', 'too_many_request'],
    // Each may have the provider asked for a token, in the name of the console's client.
    perMinute: 300,
    status: 303,
    media: 'text/html',
    respond: ({ deps }, exchange) => finishOidc(deps, exchange),
  }),
];

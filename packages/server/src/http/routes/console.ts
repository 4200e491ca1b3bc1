import { consoleSessionBody, signInBody } from '@latchkey/protocol';
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
];

import { headers as names } from '@latchkey/protocol';
import type { IncomingHttpHeaders } from 'node:http';
import type { Request } from 'express';
import { isCsrfTokenOf } from '../console/csrf-token.ts';
import { describePrincipal, type ConsoleSession } from '../core/console-session.ts';
import type { ConsolePrincipal } from '../core/principal.ts';
import { connectError } from '../errors.ts';
import type { Deps } from '../use-cases/deps.ts';
import { findConsoleToken } from './console-cookie.ts';

/** Somebody at the console, and the session that they are in. */
export interface ConsoleCaller {
  readonly principal: ConsolePrincipal;
  readonly session: ConsoleSession;
}

/**
 * Finds out who at the console asks, by the cookie; `undefined` when there is none, or no console.
 *
 * @param changes Whether the request may change something.
 * @throws {ConnectError} `console_session_ended`; `origin_not_allowed` and `csrf_token_invalid` for a request that the console's page did not make
 */
export async function findConsoleCaller(
  { console, publicUrl }: Deps,
  request: Request,
  changes: boolean,
): Promise<ConsoleCaller | undefined> {
  const token = findConsoleToken(request);
  if (console === undefined || token === undefined) return undefined;
  // Security: a browser sends the cookie along whoever has it ask, so the cookie alone proves nothing of the page.
  if (!(changes ? isFromConsole : mayBeFromConsole)(request.headers, new URL(publicUrl).origin)) {
    throw connectError('origin_not_allowed', {
      message: 'A page of another origin used a session of the console.',
      remedy: 'Call with a secret key, from your backend.',
    });
  }
  const session = await console.sessions.find(token);
  if (session === undefined) throw connectError('console_session_ended');
  const given = request.headers[names.csrfToken];
  if (changes && !isCsrfTokenOf(token, typeof given === 'string' ? given : undefined)) throw connectError('csrf_token_invalid');
  return { principal: describePrincipal(session), session };
}

/** The same, for routes that are for nobody else. @throws {ConnectError} As {@link findConsoleCaller}; `not_found` when there is no console */
export async function authenticateConsole(
  deps: Deps,
  request: Request,
  changes: boolean,
): Promise<{ readonly principal: ConsolePrincipal; readonly consoleSession: ConsoleSession }> {
  if (deps.console === undefined) throw connectError('not_found');
  const caller = await findConsoleCaller(deps, request, changes);
  if (caller === undefined) throw connectError('console_session_ended');
  return { principal: caller.principal, consoleSession: caller.session };
}

/** Tells whether a request comes from a page of the API's own origin. Old browsers send one header, new ones both; without either nobody knows. */
export function isFromConsole(headers: IncomingHttpHeaders, publicOrigin: string): boolean {
  const { 'sec-fetch-site': site, origin } = headers;
  return (site === 'same-origin' || origin === publicOrigin) && mayBeFromConsole(headers, publicOrigin);
}

/** Tells whether nothing shows that a request comes from a page of another origin. An address that somebody typed comes from no page. */
export function mayBeFromConsole({ 'sec-fetch-site': site, origin }: IncomingHttpHeaders, publicOrigin: string): boolean {
  return (site === undefined || site === 'same-origin' || site === 'none') && (origin === undefined || origin === publicOrigin);
}

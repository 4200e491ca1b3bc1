/** Signing in to the console and out of it, in the words of the wire. */

import type { ConsoleSessionBody } from '@latchkey/protocol';
import { ipKeyGenerator } from 'express-rate-limit';
import type { SignedInPerson } from '../console/console-sessions.ts';
import type { Console } from '../console/console.ts';
import { deriveCsrfToken } from '../console/csrf-token.ts';
import { describePrincipal, type ConsoleSession } from '../core/console-session.ts';
import { connectError, ConnectError } from '../errors.ts';
import { describeActor } from '../use-cases/audit.ts';
import type { Deps } from '../use-cases/deps.ts';
import { isFromConsole, mayBeFromConsole } from './authenticate-console.ts';
import { dropConsoleToken, findConsoleToken, keepConsoleToken } from './console-cookie.ts';
import type { Exchange } from './route.ts';
import { readRequestId } from './request-id.ts';

/** Gets the console. @throws {ConnectError} `not_found` when nobody can sign in */
export function getConsole({ console }: Pick<Deps, 'console'>): Console {
  if (console === undefined) throw connectError('not_found');
  return console;
}

/** Tells who is signed in, and how one signs in. */
export async function describeSession(deps: Deps, { request }: Exchange): Promise<ConsoleSessionBody> {
  const console = getConsole(deps);
  // Security: to a page of another origin nobody is signed in, and its asking keeps no session alive.
  const token = mayBeFromConsole(request.headers, new URL(deps.publicUrl).origin) ? findConsoleToken(request) : undefined;
  const session = token === undefined ? undefined : await console.sessions.find(token);
  return formatSession(console, token, session);
}

/** Signs somebody in who knows the password. */
export async function signIn(deps: Deps, password: string, exchange: Exchange): Promise<ConsoleSessionBody> {
  const console = getConsole(deps);
  const { request } = exchange;
  // Security: else a foreign page could sign its visitor in, or guess with the visitor's address.
  if (!isFromConsole(request.headers, new URL(deps.publicUrl).origin)) throw connectError('origin_not_allowed');
  const address = ipKeyGenerator(request.ip ?? '');
  const person = await console.signInByPassword(password, address).catch(async (error: unknown) => {
    await recordRefusal(deps, error, address, exchange);
    throw error;
  });
  const { token, session } = await beginSession(deps, person, exchange);
  return formatSession(console, token, session);
}

/**
 * Writes down that somebody was not let in. Attempts that were not even looked at, or that prove nothing, are not written down: whoever makes them
 * would fill the database.
 */
export async function recordRefusal(deps: Deps, error: unknown, target: string, exchange: Exchange): Promise<void> {
  if (!(error instanceof ConnectError) || !['sign_in_refused', 'sign_in_not_permitted'].includes(error.code)) return;
  await deps.audit.record({
    ...describeSignIn(exchange),
    actor: { kind: 'console', id: undefined, name: 'unknown' },
    target,
    status: error.status,
  });
}

/** Begins the session of somebody who proved who they are, and has the browser keep its token. */
export async function beginSession(
  deps: Deps,
  person: SignedInPerson,
  exchange: Exchange,
): Promise<{ readonly token: string; readonly session: ConsoleSession }> {
  const { request, response } = exchange;
  const begun = await getConsole(deps).sessions.begin(person, findConsoleToken(request));
  keepConsoleToken(response, begun.token);
  const actor = describeActor(describePrincipal(begun.session));
  await deps.audit.record({ ...describeSignIn(exchange), actor, target: person.via, status: 200 });
  return begun;
}

/** Signs somebody out. */
export async function signOut(deps: Deps, { sessionId }: ConsoleSession, { response }: Exchange): Promise<void> {
  await getConsole(deps).sessions.end(sessionId);
  dropConsoleToken(response);
}

/** Signs somebody out wherever they are; an administrator, everybody. */
export async function signOutEverywhere(deps: Deps, { role, subject }: ConsoleSession, { response }: Exchange): Promise<void> {
  await getConsole(deps).sessions.endAll(role === 'admin' ? undefined : subject);
  dropConsoleToken(response);
}

/** What signing in is called in the audit list, whichever way it goes. */
function describeSignIn({ response }: Exchange) {
  return { action: 'POST /console/api/session', requestId: readRequestId(response) };
}

function formatSession(console: Console, token: string | undefined, session: ConsoleSession | undefined): ConsoleSessionBody {
  return {
    data: {
      user: session === undefined ? null : { name: session.name, role: session.role, via: session.via },
      csrf_token: session === undefined || token === undefined ? null : deriveCsrfToken(token),
      sign_in: { password: console.hasPassword, oidc: console.oidc === undefined ? null : { label: console.oidc.label } },
    },
  };
}

import { holdsScope, type KeyScope } from '@latchkey/protocol';
import type { Request, Response } from 'express';
import type { Principal } from '../core/principal.ts';
import { ConnectError } from '../errors.ts';
import type { Deps } from '../use-cases/deps.ts';
import { findConsoleCaller } from './authenticate-console.ts';
import { readBearer, type CheckSecretKey } from './authenticate.ts';
import type { RateLimits } from './rate-limits.ts';

/** What authenticating a backend needs. */
interface BackendParts {
  readonly deps: Deps;
  readonly limits: RateLimits;
  readonly checkSecretKey: CheckSecretKey;
}

/**
 * Finds out who calls a route for backends: by a secret key, or else by a session of the console. What they may do is not looked at.
 *
 * @param changes Whether the request may change something.
 * @throws {ConnectError} `missing_auth_header`; `malformed_auth_header`; `unknown_account`; `console_session_ended`; `csrf_token_invalid`;
 *   `origin_not_allowed`; `too_many_request` after many of those that prove nothing
 */
export async function authenticateBackend(
  { deps, limits, checkSecretKey }: BackendParts,
  request: Request,
  response: Response,
  changes: boolean,
): Promise<Principal> {
  try {
    return await identifyBackend(deps, checkSecretKey, request, changes);
  } catch (error) {
    if (error instanceof ConnectError && error.status === 401) await limits.failedAuthentication(request, response);
    throw error;
  }
}

/**
 * Tells whether who made a request may still do what needs this scope: it may take long, and a key be revoked, or a session end, meanwhile.
 *
 * When that cannot be found out, they may not.
 */
export async function mayStill(deps: Deps, request: Request, scope: KeyScope): Promise<boolean> {
  try {
    return holdsScope((await identifyBackend(deps, deps.secretKeys.identify, request, false)).scopes, scope);
  } catch {
    return false;
  }
}

async function identifyBackend(deps: Deps, checkSecretKey: CheckSecretKey, request: Request, changes: boolean): Promise<Principal> {
  const { authorization } = request.headers;
  // Who sends a key is judged by the key, whatever cookies come along.
  const caller = authorization === undefined ? await findConsoleCaller(deps, request, changes) : undefined;
  return caller?.principal ?? checkSecretKey(readBearer(authorization));
}

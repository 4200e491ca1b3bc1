import type { KeyScope } from '@latchkey/protocol';
import type { Request, Response } from 'express';
import { requireScope, type Principal } from '../core/principal.ts';
import { ConnectError } from '../errors.ts';
import { readBearer, type CheckSecretKey } from './authenticate.ts';
import type { RateLimits } from './rate-limits.ts';

/** What authenticating a backend needs. */
interface BackendParts {
  readonly limits: RateLimits;
  readonly checkSecretKey: CheckSecretKey;
}

/**
 * Finds out which backend calls, and makes sure that it may.
 *
 * @throws {ConnectError} `missing_auth_header`; `malformed_auth_header`; `unknown_account`; `too_many_request` after many of these; `forbidden`
 */
export async function authenticateBackend(
  { limits, checkSecretKey }: BackendParts,
  scope: KeyScope,
  request: Request,
  response: Response,
): Promise<Principal> {
  let principal: Principal;
  try {
    principal = await checkSecretKey(readBearer(request.headers.authorization));
  } catch (error) {
    if (error instanceof ConnectError && error.status === 401) await limits.failedAuthentication(request, response);
    throw error;
  }
  requireScope(principal, scope);
  return principal;
}

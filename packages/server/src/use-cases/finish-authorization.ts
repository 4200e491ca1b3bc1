import { timingSafeEqual } from 'node:crypto';
import { isExpired, nameBindingCookie, type Authorization, type AuthorizationOutcome } from '../core/authorization.ts';
import { connectError, ConnectError } from '../errors.ts';
import { logBackground } from '../log.ts';
import { completeAuthorization } from './complete-authorization.ts';
import type { Deps } from './deps.ts';
import { hashSecret } from './hash-secret.ts';
import { tellFailedAttempt } from './tell-failed-attempt.ts';

/** What a browser brings back from the provider. */
export interface Callback {
  readonly query: URLSearchParams;
  /** Finds a cookie of the browser. */
  readonly findCookie: (name: string) => string | undefined;
}

/** An attempt, and what came of it. */
export interface FinishedAuthorization {
  readonly authorization: Authorization;
  /** `undefined` while another request is at it. */
  readonly outcome: AuthorizationOutcome | undefined;
  /** Whether it was another request that finished it. */
  readonly isRepeated: boolean;
}

/**
 * Finishes an attempt to sign in, once. A callback that comes again learns what came of the first, and changes nothing.
 *
 * Whatever goes wrong from the claim on is an outcome of the attempt, and is kept.
 *
 * @throws {ConnectError} `unknown_authorization` for a state that is none; `authorization_not_bound` when it comes from another browser, which
 *   leaves the attempt as it is; `authorization_expired`; `store_unavailable`
 * @see [RFC 9700 §4.7](https://www.rfc-editor.org/rfc/rfc9700.html#section-4.7)
 */
export async function finishAuthorization(deps: Deps, callback: Callback): Promise<FinishedAuthorization> {
  const states = callback.query.getAll('state');
  const [state] = states;
  if (state === undefined || states.length > 1) throw unknownState();
  const found = await deps.store.findAuthorizationByState(hashSecret(state));
  if (found === undefined) throw unknownState();
  // Security: before anything else, so that a state that was stolen can be neither spent nor asked about.
  refuseOtherBrowser(found, callback.findCookie(nameBindingCookie(found.authorizationId)));

  const claimed = await deps.store.claimAuthorization(found.authorizationId, deps.clock.now());
  if (claimed === undefined) return findFinished(deps, found.authorizationId);
  const outcome = await complete(deps, claimed, { state, query: callback.query });
  await deps.store.settleAuthorization(claimed.authorizationId, outcome);
  return { authorization: claimed, outcome, isRepeated: false };
}

function unknownState(): ConnectError {
  return connectError('unknown_authorization', {
    message: 'This page belongs to no attempt to sign in that is known here.',
    remedy: 'Go back to the app, and try again.',
  });
}

function refuseOtherBrowser({ bindingHash }: Authorization, cookie: string | undefined): void {
  const given = cookie === undefined ? undefined : Buffer.from(hashSecret(cookie));
  const isBound = given !== undefined && bindingHash !== undefined && timingSafeEqual(given, Buffer.from(bindingHash));
  if (!isBound) throw connectError('authorization_not_bound');
}

async function findFinished(deps: Deps, authorizationId: string): Promise<FinishedAuthorization> {
  const authorization = await deps.store.findAuthorization(authorizationId);
  if (authorization === undefined) throw unknownState();
  if (isExpired(authorization, deps.clock.now())) throw connectError('authorization_expired');
  return { authorization, outcome: authorization.outcome, isRepeated: true };
}

async function complete(
  deps: Deps,
  authorization: Authorization,
  response: { readonly state: string; readonly query: URLSearchParams },
): Promise<AuthorizationOutcome> {
  try {
    const { connection, notices } = await completeAuthorization(deps, authorization, response);
    const { integrationId, connectionId } = connection;
    return { connected: { integrationId, connectionId }, notices };
  } catch (thrown) {
    const error = thrown instanceof ConnectError ? thrown : connectError('server_error', { cause: thrown });
    if (error.status >= 500) logBackground(deps.logger, error);
    await tellOf(deps, authorization, error);
    return { failure: describeFailure(error) };
  }
}

/** Tells webhooks, as long as it is known whose attempt it was. */
async function tellOf(deps: Deps, { sessionTokenHash, integrationId }: Authorization, error: ConnectError): Promise<void> {
  try {
    const session = await deps.store.findConnectSession(sessionTokenHash);
    const integration = await deps.integrations.find(integrationId);
    if (session !== undefined && integration !== undefined) await tellFailedAttempt(deps, session, integration, error);
  } catch (unreadable) {
    logBackground(deps.logger, unreadable);
  }
}

function describeFailure({ code, status, message, remedy, retryable, details }: ConnectError) {
  const { field, guideStep, correlationId, retryAfterSeconds } = details;
  return {
    code,
    status,
    message,
    remedy,
    retryable,
    ...(field !== undefined && { field }),
    ...(guideStep !== undefined && { guideStep }),
    ...(correlationId !== undefined && { correlationId }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
}

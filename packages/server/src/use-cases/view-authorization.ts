import { isExpired, type Authorization } from '../core/authorization.ts';
import { allowsIntegration, type ConnectSession } from '../core/connect-session.ts';
import { connectError, ConnectError } from '../errors.ts';
import type { Connected } from './connect-with-client-credentials.ts';
import type { Deps } from './deps.ts';

/** An attempt to sign in, and what came of it so far. */
export interface AuthorizationState {
  readonly authorization: Authorization;
  readonly result: 'pending' | { readonly connected: Connected } | { readonly error: ConnectError };
}

/**
 * Shows an attempt to sign in to whose it is: the session that began it, or another one of the same end user, because a page that was reloaded has
 * a new one.
 *
 * @throws {ConnectError} `unknown_authorization` for everybody else, and when there is none.
 */
export async function viewAuthorization(deps: Deps, session: ConnectSession, authorizationId: string): Promise<AuthorizationState> {
  const authorization = await deps.store.findAuthorization(authorizationId);
  if (authorization === undefined || !isOf(authorization, session)) throw connectError('unknown_authorization');
  return { authorization, result: await readResult(deps, authorization) };
}

function isOf({ sessionTokenHash, endUserId, endUserOrganizationId, integrationId }: Authorization, session: ConnectSession): boolean {
  if (sessionTokenHash === session.tokenHash) return true;
  const isSamePerson = endUserId !== undefined && endUserId === session.endUser?.id && endUserOrganizationId === session.organization?.id;
  return isSamePerson && allowsIntegration(session, integrationId);
}

async function readResult(deps: Deps, authorization: Authorization): Promise<AuthorizationState['result']> {
  const { outcome } = authorization;
  if (outcome === undefined)
    return isExpired(authorization, deps.clock.now()) ? { error: connectError('authorization_expired') } : 'pending';
  if ('failure' in outcome) return { error: restoreError(outcome.failure) };
  const { integrationId, connectionId } = outcome.connected;
  const connection = await deps.store.findConnection(integrationId, connectionId);
  if (connection === undefined) return { error: connectError('unknown_connection') };
  return { connected: { connection, notices: outcome.notices } };
}

function restoreError({
  code,
  status,
  message,
  remedy,
  retryable,
  ...details
}: Extract<Authorization['outcome'], { failure: unknown }>['failure']) {
  return new ConnectError({ code, status, message, remedy, retryable }, details);
}

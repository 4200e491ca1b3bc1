import { isLive, type ConnectSession } from '../core/connect-session.ts';
import { connectError } from '../errors.ts';
import type { StoredConnection } from '../store/store.ts';
import type { Deps, KnownIntegration } from './deps.ts';
import { listAllowedIntegrations } from './get-integration.ts';
import { hashSessionToken, isSessionToken } from './session-token.ts';

/**
 * Gets the live session that a token belongs to.
 *
 * @throws {ConnectError} `invalid_connect_session_token_format`; `unknown_connect_session_token`; `connect_session_expired`
 */
export async function getConnectSession(deps: Deps, token: string): Promise<ConnectSession> {
  if (!isSessionToken(token)) throw connectError('invalid_connect_session_token_format');
  const session = await deps.store.findConnectSession(hashSessionToken(token));
  if (session === undefined) throw connectError('unknown_connect_session_token');
  if (!isLive(session, deps.clock.now())) throw connectError('connect_session_expired');
  return session;
}

/** What a session permits, and what it has connected so far. */
export interface ConnectSessionState {
  readonly session: ConnectSession;
  readonly integrations: readonly KnownIntegration[];
  readonly connections: readonly StoredConnection[];
}

/** Shows a session to its holder. */
export async function viewConnectSession(deps: Deps, session: ConnectSession): Promise<ConnectSessionState> {
  const connections = await deps.store.listConnectionsOfSession(session.sessionId);
  return { session, integrations: listAllowedIntegrations(deps, session), connections };
}

import { withClientFields } from '../core/client-form.ts';
import { isLive, type ConnectSession } from '../core/connect-session.ts';
import { connectError } from '../errors.ts';
import type { ProviderForm, ProviderInput } from '@latchkey/providers';
import type { StoredConnection } from '../store/store.ts';
import type { Deps } from './deps.ts';
import { getReconnected } from './get-reconnected.ts';
import { getAllowedIntegration, listAllowedIntegrations } from './get-integration.ts';
import { offerIntegration, type OfferedIntegration } from './offer-integration.ts';
import { readPrefill } from './read-reconnect-input.ts';
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
  readonly integrations: readonly OfferedIntegration[];
  readonly connections: readonly StoredConnection[];
  /** Only of a session that reconnects. */
  readonly reconnect: ReconnectState | undefined;
}

/** The connection that a session may reconnect, and what its form is filled in with. */
export interface ReconnectState {
  readonly connection: StoredConnection;
  readonly form: ProviderForm;
  readonly prefill: ProviderInput;
}

/**
 * Shows a session to its holder.
 *
 * @throws {ConnectError} `link_revoked` when the share link was that it came from; in a session that reconnects `unknown_connection` when its
 *   connection was disconnected, `connection_disabled`, `unknown_integration`
 */
export async function viewConnectSession(deps: Deps, session: ConnectSession): Promise<ConnectSessionState> {
  const { sessionId, reconnects, shareLinkId } = session;
  // Security: a link is revoked because it went astray, and whoever has opened it could go on reading which connection it was to repair.
  const link = shareLinkId === undefined ? undefined : await deps.store.findShareLink(shareLinkId);
  if (link?.revokedAt !== undefined) throw connectError('link_revoked');
  const allowed = await listAllowedIntegrations(deps, session);
  const integrations = await Promise.all(allowed.map((integration) => offerIntegration(deps, session, integration)));
  if (reconnects === undefined) {
    return { session, integrations, connections: await deps.store.listConnectionsOfSession(sessionId), reconnect: undefined };
  }
  const { definition } = await getAllowedIntegration(deps, session, reconnects.integrationId);
  const form = withClientFields(definition.form);
  const connection = await getReconnected(deps, reconnects);
  const connections = connection.reconnectSessionId === sessionId ? [connection] : [];
  return { session, integrations, connections, reconnect: { connection, form, prefill: await readPrefill(deps, form, connection) } };
}

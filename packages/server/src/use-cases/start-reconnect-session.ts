import type { ConnectionKey, Organization } from '../core/connect-session.ts';
import { refuseDisabled } from '../core/refuse-disabled.ts';
import { connectError } from '../errors.ts';
import type { Deps } from './deps.ts';
import { issueConnectSession, type StartedConnectSession } from './issue-connect-session.ts';
import type { ConnectSessionOrder } from './start-connect-session.ts';

/** Which connection may be reconnected, and what it carries afterwards; what is left out stays as it is. */
export interface ReconnectSessionOrder extends ConnectionKey, Omit<ConnectSessionOrder, 'allowedIntegrations'> {}

/**
 * Starts a session that may give one connection a new credential, and nothing else.
 *
 * @throws {ConnectError} `unknown_integration`; `unknown_connection`; `connection_disabled`; `organization_mismatch`; `store_unavailable`; `store_full`
 */
export async function startReconnectSession(deps: Deps, order: ReconnectSessionOrder): Promise<StartedConnectSession> {
  const { integrationId, connectionId, endUser, organization, tags, defaults } = order;
  await requireReconnectable(deps, order);
  return issueConnectSession(deps, {
    endUser,
    organization,
    tags,
    allowedIntegrations: [integrationId],
    reconnects: { integrationId, connectionId },
    defaults,
    shareLink: undefined,
  });
}

/**
 * Makes sure that somebody of an organization may be let reconnect a connection.
 *
 * @throws {ConnectError} `unknown_integration`; `unknown_connection`; `connection_disabled`; `organization_mismatch`; `store_unavailable`
 */
export async function requireReconnectable(
  deps: Deps,
  { integrationId, connectionId, organization }: ConnectionKey & { readonly organization?: Organization | undefined },
): Promise<void> {
  if ((await deps.integrations.find(integrationId)) === undefined) throw connectError('unknown_integration', { field: 'integration_id' });
  const connection = await deps.store.findConnection(integrationId, connectionId);
  if (connection === undefined) throw connectError('unknown_connection', { field: 'connection_id' });
  refuseDisabled(connection);
  // Security: the secret key's holder decides who repairs a connection, but a host that takes the connection's id from a request unchecked must not
  // hand one customer's connection to another: the session would show its environment and client ID, and replace its credential.
  const owner = connection.organization?.id;
  if (owner !== undefined && organization !== undefined && organization.id !== owner) throw connectError('organization_mismatch');
}

import type { ConnectionKey } from '../core/connect-session.ts';
import { refuseDisabled } from '../core/refuse-disabled.ts';
import { connectError } from '../errors.ts';
import type { StoredConnection } from '../store/store.ts';
import type { Deps } from './deps.ts';

/**
 * Gets the connection that a session may reconnect.
 *
 * @throws {ConnectError} `unknown_connection` when it was disconnected in the meantime; `connection_disabled`; `store_unavailable`
 */
export async function getReconnected({ store }: Deps, { integrationId, connectionId }: ConnectionKey): Promise<StoredConnection> {
  const connection = await store.findConnection(integrationId, connectionId);
  if (connection === undefined) {
    throw connectError('unknown_connection', {
      message: 'The connection that was to be reconnected is no longer there: it was disconnected in the meantime.',
      remedy: 'Connect anew, with a new connect session.',
    });
  }
  refuseDisabled(connection);
  return connection;
}

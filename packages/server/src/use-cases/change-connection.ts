import type { ConnectionKey } from '../core/connect-session.ts';
import { connectError } from '../errors.ts';
import type { ConnectionChange, StoredConnection } from '../store/store.ts';
import type { Deps } from './deps.ts';
import { getIntegration } from './get-integration.ts';

/** Two requests at once can meet a few times; more often than this is a fault. */
const MAX_ROUNDS = 5;

/**
 * Changes a connection, whatever else changes it meanwhile.
 *
 * @param decide Says what to change, from what is there now. Called again when somebody else was faster.
 * @throws {ConnectError} `unknown_provider_config`; `unknown_connection`; `store_unavailable`; `store_full`
 */
export async function changeConnection(
  deps: Deps,
  { integrationId, connectionId }: ConnectionKey,
  decide: (current: StoredConnection) => ConnectionChange,
): Promise<StoredConnection> {
  getIntegration(deps, integrationId);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const current = await deps.store.findConnection(integrationId, connectionId);
    if (current === undefined) throw connectError('unknown_connection');
    const changed = await deps.store.updateConnection(current.rowId, current.version, decide(current), deps.clock.now());
    if (changed !== undefined) return changed;
  }
  throw connectError('server_error', { message: 'The connection kept changing while it was stored.' });
}

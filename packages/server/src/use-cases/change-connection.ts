import type { ConnectionKey } from '../core/connect-session.ts';
import type { ConnectionChange, StoredConnection } from '../store/store.ts';
import type { Deps } from './deps.ts';
import { getIntegration } from './get-integration.ts';
import { getStored } from './open-stored.ts';
import { untilStored } from './until-stored.ts';

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
  await getIntegration(deps, integrationId);
  return untilStored(async () => {
    const current = await getStored(deps, { integrationId, connectionId });
    return deps.store.updateConnection(current.rowId, current.version, decide(current), deps.clock.now());
  });
}

import type { ConnectionKey } from '../core/connect-session.ts';
import { isNews } from '../core/connection-event.ts';
import type { ConnectionChange, StoredConnection } from '../store/store.ts';
import type { Deps } from './deps.ts';
import { getIntegration } from './get-integration.ts';
import { makeEvent } from './make-event.ts';
import { getStored } from './open-stored.ts';
import { untilStored } from './until-stored.ts';

/**
 * Changes a connection, whatever else changes it meanwhile. Webhooks are told when that changes what they know of it.
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
    const change = decide(current);
    const now = deps.clock.now();
    const event = isNews(current, { ...current, ...change }) ? makeEvent('connection.updated', now) : undefined;
    return deps.store.updateConnection(current.rowId, current.version, change, now, event);
  });
}

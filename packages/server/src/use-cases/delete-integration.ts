import type { Deps } from './deps.ts';
import { disconnect } from './disconnect.ts';
import { ConnectError } from '../errors.ts';
import { getStoredIntegration, refuseConnected } from './get-stored-integration.ts';

/** How many connections are forgotten between two looks at what is left. */
const PAGE_SIZE = 100;

/**
 * Deletes an integration; with `cascade` together with its connections, else only while it has none.
 *
 * The connections go first, each as when it is disconnected by itself, and the integration goes on the condition that none is left. So whoever is
 * killed in the middle leaves an integration that can be deleted again; and one that is made meanwhile is taken back by {@link refuseOrphan}.
 *
 * @throws {ConnectError} `not_found`; `integration_is_fixed`; `integration_has_connections`; `store_unavailable`
 */
export async function deleteIntegration(deps: Deps, integrationId: string, cascade: boolean): Promise<void> {
  await getStoredIntegration(deps, integrationId);
  for (;;) {
    if (cascade) await disconnectAll(deps, integrationId);
    else await refuseConnected(deps, integrationId);
    const wasThere = await deps.store.deleteIntegration(integrationId);
    deps.integrations.forget();
    // Connected through in between, or deleted by somebody else, which is as good.
    if (wasThere || (await deps.store.findIntegration(integrationId)) === undefined) return;
  }
}

async function disconnectAll(deps: Deps, integrationId: string): Promise<void> {
  for (;;) {
    const { connections } = await deps.store.listConnections({ integrationIds: [integrationId] }, { limit: PAGE_SIZE });
    if (connections.length === 0) return;
    for (const connection of connections) {
      try {
        await disconnect(deps, connection);
      } catch (error) {
        if (!(error instanceof ConnectError) || error.code !== 'unknown_connection') throw error;
      }
    }
  }
}

import { connectError, type ConnectError } from '../errors.ts';
import type { StoredIntegration } from '../store/integration-store.ts';
import type { Deps } from './deps.ts';

/**
 * Gets an integration that calls may change.
 *
 * @throws {ConnectError} `integration_is_fixed` when the options name it; `not_found`; `store_unavailable`
 */
export async function getStoredIntegration({ store, integrations }: Deps, integrationId: string): Promise<StoredIntegration> {
  if (integrations.fixed.some((fixed) => fixed.integrationId === integrationId)) throw connectError('integration_is_fixed');
  const stored = await store.findIntegration(integrationId);
  if (stored === undefined) throw noIntegration();
  return stored;
}

/** Makes the error of an id that no integration has. */
export function noIntegration(): ConnectError {
  return connectError('not_found', { message: 'There is no integration with this id.', remedy: 'GET /integrations lists what there is.' });
}

/** How far connections are counted for the text of an error. */
const COUNTED = 1000;

/** Makes sure that nothing is connected through an integration. @throws {ConnectError} `integration_has_connections`, with their number */
export async function refuseConnected({ store }: Deps, integrationId: string, remedy?: string): Promise<void> {
  const count = await store.countConnections(integrationId, COUNTED);
  if (count === 0) return;
  const number =
    count === COUNTED ? `${COUNTED} connections or more lead` : count === 1 ? 'A connection leads' : `${count} connections lead`;
  throw connectError('integration_has_connections', {
    message: `${number} through the integration.`,
    ...(remedy !== undefined && { remedy }),
  });
}

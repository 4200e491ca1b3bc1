import { connectError } from '../errors.ts';
import type { Deps } from './deps.ts';
import { getIntegration } from './get-integration.ts';

/**
 * Forgets a connection with its credential and tokens.
 *
 * @throws {ConnectError} `unknown_provider_config`; `unknown_connection`; `store_unavailable`
 */
// PingOne: tokens for its own API cannot be revoked, so the last one lives on for its hour, known to nobody.
export async function disconnect(
  deps: Deps,
  { integrationId, connectionId }: { integrationId: string; connectionId: string },
): Promise<void> {
  getIntegration(deps, integrationId);
  if (!(await deps.store.deleteConnection(integrationId, connectionId))) throw connectError('unknown_connection');
}

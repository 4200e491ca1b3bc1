import { connectError } from '../errors.ts';
import type { StoredConnection } from '../store/store.ts';
import type { Deps } from './deps.ts';
import { disconnect } from './disconnect.ts';

/**
 * Takes back a connection that was just made, when its integration was deleted, or got another id, meanwhile: an attempt takes as long as a person does.
 *
 * @param code What the caller is told.
 * @throws {ConnectError} The code
 */
export async function refuseOrphan(
  deps: Deps,
  made: StoredConnection,
  code: 'unknown_integration' | 'unknown_provider_config',
): Promise<void> {
  const { integrationId } = made;
  const isFixed = deps.integrations.fixed.some((fixed) => fixed.integrationId === integrationId);
  if (isFixed || (await deps.store.holdsIntegration(integrationId))) return;
  deps.integrations.forget();
  await disconnect(deps, made);
  throw connectError(code);
}

import type { OAuthClient } from '../core/integration.ts';
import { connectError } from '../errors.ts';
import type { IntegrationChange, StoredIntegration } from '../store/integration-store.ts';
import { refuseClient, taken } from './create-integration.ts';
import type { Deps } from './deps.ts';
import { getStoredIntegration, refuseConnected } from './get-stored-integration.ts';
import { openClient, sealClient } from './sealed-client.ts';
import { untilStored } from './until-stored.ts';

/** What is to change; what is left out stays. */
export interface IntegrationUpdate {
  /** A new id. */
  readonly integrationId?: string | undefined;
  readonly displayName?: string | undefined;
  /** `null` takes it away. */
  readonly client?: OAuthClient | null | undefined;
  readonly scopes?: readonly string[] | undefined;
}

/**
 * Changes an integration.
 *
 * It gets a new id only while nothing is connected through it, because hosts keep the ids of integrations beside those of connections, and trust both.
 *
 * @throws {ConnectError} `not_found`; `integration_is_fixed`; `integration_has_connections`; `invalid_body` for a new id that is taken, and a client
 *   where nobody signs in; `encryption_key_missing`; `sealed_value_invalid`; `store_unavailable`; `store_full`
 */
export async function updateIntegration(deps: Deps, integrationId: string, update: IntegrationUpdate): Promise<StoredIntegration> {
  const updated = await untilStored(async () => {
    const stored = await getStoredIntegration(deps, integrationId);
    refuseClient(stored.provider, update);
    await refuseNewId(deps, integrationId, update.integrationId);
    const change = await buildChange(deps, stored, update);
    return deps.store.updateIntegration(integrationId, stored.version, change, deps.clock.now());
  });
  deps.integrations.forget();
  return updated;
}

async function refuseNewId(deps: Deps, integrationId: string, newId = integrationId): Promise<void> {
  if (newId === integrationId) return;
  await refuseConnected(deps, integrationId, 'Keep the id; people read "display_name", which can change. Or make another integration.');
  if (deps.integrations.fixed.some((fixed) => fixed.integrationId === newId)) throw taken();
  if ((await deps.store.findIntegration(newId)) !== undefined) throw taken();
  if ((await deps.store.countConnections(newId, 1)) > 0) {
    const problem = { code: 'custom', message: 'Connections of a former integration are left under this id.', path: ['unique_key'] };
    throw connectError('invalid_body', { errors: [problem] });
  }
}

async function buildChange({ vault }: Deps, stored: StoredIntegration, update: IntegrationUpdate): Promise<IntegrationChange> {
  const { integrationId = stored.integrationId, displayName, scopes } = update;
  const isMoved = integrationId !== stored.integrationId;
  const change = {
    ...(isMoved && { integrationId }),
    ...(displayName !== undefined && { displayName }),
    ...(scopes !== undefined && { scopes }),
  };
  if (update.client === null) return { ...change, sealedClient: undefined };
  // What is sealed opens under the id that it was sealed for.
  const kept =
    isMoved && stored.sealedClient !== undefined ? await openClient(vault, stored.integrationId, stored.sealedClient) : undefined;
  const client = update.client ?? kept;
  return client === undefined ? change : { ...change, sealedClient: await sealClient(vault, integrationId, client) };
}

import type { Connection } from '../core/connection.ts';
import { connectError } from '../errors.ts';
import { changeConnection } from './change-connection.ts';
import type { Deps } from './deps.ts';
import { getIntegration } from './get-integration.ts';

/** Which connections get which metadata. */
export interface MetadataOrder {
  readonly integrationId: string;
  readonly connectionIds: readonly string[];
  readonly metadata: NonNullable<Connection['metadata']>;
  /** Whether it takes the place of what is there, or its members are added to that, each in the place of one with the same name. */
  readonly mode: 'replace' | 'merge';
}

/**
 * Changes the metadata of connections. Done twice, it does the same as once.
 *
 * @throws {ConnectError} `unknown_provider_config`; `unknown_connection` when one of them is not there, and then none has changed;
 *   `store_unavailable` and `store_full`, and then those before it have
 */
export async function changeMetadata(deps: Deps, { integrationId, connectionIds, metadata, mode }: MetadataOrder): Promise<void> {
  await getIntegration(deps, integrationId);
  const ids = [...new Set(connectionIds)];
  const found = await Promise.all(ids.map((connectionId) => deps.store.findConnection(integrationId, connectionId)));
  if (found.includes(undefined)) throw connectError('unknown_connection');
  for (const connectionId of ids) {
    await changeConnection(deps, { integrationId, connectionId }, (current) => ({
      metadata: mode === 'merge' ? { ...current.metadata, ...metadata } : metadata,
    }));
  }
}

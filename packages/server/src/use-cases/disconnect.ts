import type { ConnectionKey } from '../core/connect-session.ts';
import { connectError } from '../errors.ts';
import type { Deps } from './deps.ts';
import { getIntegration } from './get-integration.ts';
import { makeEvent } from './make-event.ts';

/**
 * Forgets a connection with its credential and tokens, whatever has become of its integration.
 *
 * @throws {ConnectError} `unknown_provider_config`; `unknown_connection`; `store_unavailable`
 */
// PingOne: tokens for its own API cannot be revoked, so the last one lives on for its hour, known to nobody.
export async function disconnect(deps: Deps, { integrationId, connectionId }: ConnectionKey): Promise<void> {
  const wasThere = await deps.store.deleteConnection(integrationId, connectionId, makeEvent('connection.deleted', deps.clock.now()));
  // Afterwards, because who asked for the token meanwhile had it remembered again.
  deps.tokenMemory.forget({ integrationId, connectionId });
  if (wasThere) return;
  // Only now: what is connected through an integration that is gone, or that does not open, can be forgotten too.
  await getIntegration(deps, integrationId);
  throw connectError('unknown_connection');
}

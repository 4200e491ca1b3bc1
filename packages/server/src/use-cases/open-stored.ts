import type { ConnectionKey } from '../core/connect-session.ts';
import type { TokenSet } from '../core/token-set.ts';
import { connectError } from '../errors.ts';
import type { StoredConnection } from '../store/store.ts';
import type { Deps } from './deps.ts';
import { openCredential, openTokenSet } from './sealed-values.ts';

/** A connection together with its token set. */
export interface OpenedConnection {
  readonly connection: StoredConnection;
  readonly tokens: TokenSet;
  /** The OAuth client that the connection brought; `undefined` when it uses its integration's. */
  readonly clientId: string | undefined;
}

/** Gets a connection as it is stored. @throws {ConnectError} `unknown_connection`; `store_unavailable` */
export async function getStored(deps: Deps, { integrationId, connectionId }: ConnectionKey): Promise<StoredConnection> {
  const connection = await deps.store.findConnection(integrationId, connectionId);
  if (connection === undefined) throw connectError('unknown_connection');
  return connection;
}

/**
 * Opens what a connection has sealed, or remembers it.
 *
 * @throws {ConnectError} `encryption_key_missing`; `sealed_value_invalid`
 */
export async function openStored(deps: Deps, connection: StoredConnection): Promise<OpenedConnection> {
  const remembered = deps.tokenMemory.find(connection);
  if (remembered !== undefined) return { connection, tokens: remembered.tokens, clientId: remembered.clientId };
  const { connectionId, sealedTokenSet, sealedCredential } = connection;
  const [tokens, { values }] = await Promise.all([
    openTokenSet(deps.vault, connectionId, sealedTokenSet),
    openCredential(deps.vault, connectionId, sealedCredential),
  ]);
  const clientId = values['client_id'];
  deps.tokenMemory.remember(connection, { tokens, clientId });
  return { connection, tokens, clientId };
}

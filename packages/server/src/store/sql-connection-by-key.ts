import { isStorable } from '@latchkey/protocol';
import type { Kysely, Selectable } from 'kysely';
import { createRecentMap } from '../core/recent-map.ts';
import { readConnectionRow } from './connection-row.ts';
import type { SqlEngine } from './sql-engine.ts';
import type { ConnectionTable, SqlTables } from './sql-tables.ts';
import type { Store, StoredConnection } from './store.ts';

/** What changes whenever anything else in a connection's row does, but for a lease, which is no part of the connection. */
const STAMP = ['row_id', 'version', 'credential_key_id', 'token_set_key_id'] as const;

type Stamp = Selectable<Pick<ConnectionTable, (typeof STAMP)[number]>>;

interface Remembered {
  readonly stamp: Stamp;
  readonly connection: StoredConnection;
  /** Of when it was last found to be so, see {@link SqlEngine.readMark}. */
  mark: unknown;
}

const MAX_REMEMBERED = 1000;

/**
 * Creates what finds a connection by its key. Every call through the proxy does that, so both statements are put together once, and a row that
 * was read before is read again only when its stamp has changed. The database is asked each time all the same, for the stamp or, where there is one,
 * for the mark of all that is in it, so that a deletion, or what another process changed, holds at once.
 */
export function createConnectionByKey(db: Kysely<SqlTables>, engine: SqlEngine): Store['findConnection'] {
  const remembered = createRecentMap<string, Remembered>(MAX_REMEMBERED);
  const byKey = db.selectFrom('latchkey_connections').where('integration_id', '=', '').where('connection_id', '=', '');
  const stampByKey = byKey.select(STAMP).compile();
  const rowByKey = byKey.selectAll().compile();
  const findRow: NonNullable<SqlEngine['findRow']> = engine.findRow ?? (async (query) => (await db.executeQuery(query)).rows[0]);

  const read = async (key: string, parameters: readonly string[], mark: unknown): Promise<StoredConnection | undefined> => {
    const row = await findRow<Selectable<ConnectionTable>>({ ...rowByKey, parameters });
    if (row === undefined) return undefined;
    const connection = readConnectionRow(row);
    remembered.set(key, { stamp: row, connection, mark });
    return connection;
  };

  return async (integrationId, connectionId) => {
    // It is taken before anything is read, so that what changes meanwhile is seen the next time.
    const mark = engine.readMark?.();
    // The id of an integration holds no space.
    const key = `${integrationId} ${connectionId}`;
    const known = remembered.get(key);
    if (known !== undefined && mark !== undefined && known.mark === mark) return known.connection;
    const parameters = [integrationId, connectionId];
    if (known === undefined) return isStorable(connectionId) ? read(key, parameters, mark) : undefined;
    const stamp = await findRow<Stamp>({ ...stampByKey, parameters });
    if (stamp !== undefined && STAMP.every((column) => stamp[column] === known.stamp[column])) {
      known.mark = mark;
      return known.connection;
    }
    remembered.delete(key);
    return stamp && read(key, parameters, mark);
  };
}

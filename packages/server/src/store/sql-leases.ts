import { sql, type Kysely } from 'kysely';
import { buildConnectionUpdate, readConnectionRow } from './connection-row.ts';
import type { Outbox } from './sql-outbox.ts';
import { updateSearched } from './sql-search.ts';
import type { SqlTables } from './sql-tables.ts';
import type { ConnectionChange, Store } from './store.ts';

/** Creates the part of a store that leases connections and lists the idle ones. Each method is one statement, or the transaction of the outbox. */
export function createSqlLeases(
  db: Kysely<SqlTables>,
  attempt: <T>(operation: () => Promise<T>) => Promise<T>,
  outbox: Outbox,
): Pick<Store, 'acquireLease' | 'renewLease' | 'releaseLease' | 'listIdleConnections'> {
  return {
    acquireLease: (rowId, owner, expiresAt, now) =>
      attempt(async () => {
        const row = await db
          .updateTable('latchkey_connections')
          .set({
            // What stands on the right is the row as it was before.
            lease_abandoned: sql<number>`case when lease_owner is null then 0 else 1 end`,
            lease_owner: owner,
            lease_expires_at_ms: expiresAt.getTime(),
          })
          .where('row_id', '=', rowId)
          .where((eb) => eb.or([eb('lease_owner', 'is', null), eb('lease_expires_at_ms', '<=', now.getTime())]))
          .returningAll()
          .executeTakeFirst();
        return row && { connection: readConnectionRow(row), abandoned: row.lease_abandoned === 1 };
      }),

    renewLease: (rowId, owner, expiresAt) =>
      attempt(async () => {
        const { numUpdatedRows } = await db
          .updateTable('latchkey_connections')
          .set({ lease_expires_at_ms: expiresAt.getTime() })
          .where('row_id', '=', rowId)
          .where('lease_owner', '=', owner)
          .executeTakeFirstOrThrow();
        return numUpdatedRows > 0n;
      }),

    releaseLease: (rowId, owner, change, now, event) =>
      attempt(async () => {
        const changes = Object.keys(change).length > 0;
        const release = (change: ConnectionChange) => (open: Kysely<SqlTables>) =>
          updateSearched(open, change, (transaction) =>
            transaction
              .updateTable('latchkey_connections')
              .set({ ...buildConnectionUpdate(change), lease_owner: null, lease_expires_at_ms: null })
              .$if(changes, (query) => query.set((eb) => ({ version: eb('version', '+', 1), updated_at_ms: now.getTime() })))
              .where('row_id', '=', rowId)
              .where('lease_owner', '=', owner)
              .$if(change.status !== undefined, (query) => query.where('status', '<>', 'disabled'))
              .returningAll()
              .executeTakeFirst(),
          );
        const { status, ...rest } = change;
        const row = (await outbox.write(event, release(change))) ?? (status === undefined ? undefined : await release(rest)(db));
        return row && readConnectionRow(row);
      }),

    listIdleConnections: ({ integrationIds, expiredAt, after, now, limit }) =>
      attempt(async () => {
        const rows = await db
          .selectFrom('latchkey_connections')
          .selectAll()
          .where('status', '=', 'active')
          .where('token_expires_at_ms', '<=', expiredAt.getTime())
          .$if(after !== undefined, (query) =>
            query.where((eb) =>
              eb(eb.refTuple('token_expires_at_ms', 'row_id'), '>', eb.tuple(after?.tokenExpiresAt.getTime() ?? 0, after?.rowId ?? 0)),
            ),
          )
          .where((eb) => (integrationIds.length === 0 ? eb.lit(false) : eb('integration_id', 'in', integrationIds)))
          .where((eb) => eb.or([eb('lease_owner', 'is', null), eb('lease_expires_at_ms', '<=', now.getTime())]))
          .where((eb) => eb.or([eb('retry_at_ms', 'is', null), eb('retry_at_ms', '<=', now.getTime())]))
          .orderBy('token_expires_at_ms')
          .orderBy('row_id')
          .limit(limit)
          .execute();
        return rows.map(readConnectionRow);
      }),
  };
}

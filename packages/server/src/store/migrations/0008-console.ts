import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { readSealedKeyId } from '../../core/sealed-key-id.ts';
import { forEachBatch } from '../for-each-batch.ts';
import type { ColumnTypes } from '../sql-engine.ts';
import type { SqlTables } from '../sql-tables.ts';

/** Who is signed in to the console, who did what, and what the console counts: connections, what is sealed with which key, operations. */
export function createConsole({ rowId }: ColumnTypes): Migration {
  return {
    async up(db) {
      await db.schema
        .createTable('latchkey_console_sessions')
        .addColumn('session_id', 'text', (column) => column.primaryKey())
        .addColumn('token_hash', 'text', (column) => column.notNull().unique())
        .addColumn('subject', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('role', 'text', (column) => column.notNull())
        .addColumn('via', 'text', (column) => column.notNull())
        .addColumn('method', 'text', (column) => column.notNull())
        .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
        .addColumn('expires_at_ms', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('latchkey_audit')
        .addColumn('row_id', rowId.type, rowId.build)
        .addColumn('at_ms', 'bigint', (column) => column.notNull())
        .addColumn('actor_kind', 'text', (column) => column.notNull())
        .addColumn('actor_id', 'text')
        .addColumn('actor_name', 'text', (column) => column.notNull())
        .addColumn('action', 'text', (column) => column.notNull())
        .addColumn('target', 'text')
        .addColumn('status', 'integer', (column) => column.notNull())
        .addColumn('request_id', 'text')
        .execute();
      await db.schema.createIndex('latchkey_audit_age').on('latchkey_audit').column('at_ms').execute();

      // What the request log adds to as it is written, because it keeps too little and has too much to be counted.
      await db.schema
        .createTable('latchkey_operation_counts')
        .addColumn('started_at_ms', 'bigint', (column) => column.notNull())
        .addColumn('failed', 'integer', (column) => column.notNull())
        .addColumn('duration_class', 'integer', (column) => column.notNull())
        .addColumn('operations', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('latchkey_operation_counts_key', ['started_at_ms', 'failed', 'duration_class'])
        .execute();

      await db.schema
        .createTable('latchkey_key_rotations')
        .addColumn('key_id', 'text', (column) => column.primaryKey())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('owner', 'text', (column) => column.notNull())
        .addColumn('lease_expires_at_ms', 'bigint', (column) => column.notNull())
        .addColumn('after_row_id', 'bigint', (column) => column.notNull())
        .addColumn('done', 'bigint', (column) => column.notNull())
        .addColumn('total', 'bigint', (column) => column.notNull())
        .addColumn('started_at_ms', 'bigint', (column) => column.notNull())
        .execute();

      for (const column of ['environment_region', 'credential_key_id', 'token_set_key_id']) {
        await db.schema.alterTable('latchkey_connections').addColumn(column, 'text').execute();
      }
      await fillCounted(db);
      // All that is counted stands in it, and in this order, so that counting reads nothing else and sorts nothing.
      await db.schema
        .createIndex('latchkey_connections_counts')
        .on('latchkey_connections')
        .columns(['integration_id', 'status', 'environment_region', 'credential_key_id', 'token_set_key_id'])
        .execute();
    },
  };
}

/** Fills the new columns in. Rows of a batch that get the same are written together: there are few regions and fewer keys. */
async function fillCounted(db: Kysely<SqlTables>): Promise<void> {
  const read = (after: number, limit: number) =>
    db
      .selectFrom('latchkey_connections')
      .select(['row_id', 'environment', 'sealed_credential', 'sealed_token_set'])
      .where('row_id', '>', after)
      .orderBy('row_id')
      .limit(limit)
      .execute();
  await forEachBatch(read, async (rows) => {
    const same = Map.groupBy(rows, ({ environment, sealed_credential, sealed_token_set }) =>
      JSON.stringify([readRegion(environment), readSealedKeyId(sealed_credential), readSealedKeyId(sealed_token_set)]),
    );
    for (const [values, members] of same) {
      const [environment_region, credential_key_id, token_set_key_id]: readonly [string | null, string, string] = JSON.parse(values);
      await db
        .updateTable('latchkey_connections')
        .set({ environment_region, credential_key_id, token_set_key_id })
        .where(
          'row_id',
          'in',
          members.map(({ row_id }) => row_id),
        )
        .execute();
    }
  });
}

function readRegion(environment: string | null): string | null {
  const { region }: { readonly region?: string } = environment === null ? {} : JSON.parse(environment);
  return region ?? null;
}

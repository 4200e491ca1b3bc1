import type { Migration } from 'kysely/migration';

/** Who refreshes a connection just now, and which connections nobody has used for long. */
export function addTokenLeases(): Migration {
  return {
    async up(db) {
      await db.schema.alterTable('latchkey_connections').addColumn('lease_owner', 'text').execute();
      await db.schema.alterTable('latchkey_connections').addColumn('lease_expires_at_ms', 'bigint').execute();
      await db.schema
        .alterTable('latchkey_connections')
        .addColumn('lease_abandoned', 'integer', (column) => column.notNull().defaultTo(0))
        .execute();
      await db.schema.alterTable('latchkey_connections').addColumn('retry_at_ms', 'bigint').execute();
      await db.schema
        .createIndex('latchkey_connections_token_expiry')
        .on('latchkey_connections')
        .columns(['status', 'token_expires_at_ms', 'row_id'])
        .execute();
    },
  };
}

import type { Migration } from 'kysely/migration';
import type { ColumnTypes } from '../sql-engine.ts';

/** Integrations and secret keys that calls made. */
export function createIntegrationsAndKeys({ rowId }: ColumnTypes): Migration {
  return {
    async up(db) {
      await db.schema
        .createTable('latchkey_integrations')
        .addColumn('row_id', rowId.type, rowId.build)
        .addColumn('version', 'bigint', (column) => column.notNull())
        .addColumn('integration_id', 'text', (column) => column.notNull().unique())
        .addColumn('provider', 'text', (column) => column.notNull())
        .addColumn('display_name', 'text', (column) => column.notNull())
        .addColumn('sealed_client', 'text')
        .addColumn('scopes', 'text', (column) => column.notNull())
        .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
        .addColumn('updated_at_ms', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('latchkey_secret_keys')
        .addColumn('row_id', rowId.type, rowId.build)
        .addColumn('key_id', 'text', (column) => column.notNull().unique())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('key_hash', 'text', (column) => column.notNull().unique())
        .addColumn('hint', 'text', (column) => column.notNull())
        .addColumn('scopes', 'text', (column) => column.notNull())
        .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
        .addColumn('expires_at_ms', 'bigint')
        .addColumn('last_used_at_ms', 'bigint')
        .execute();
    },
  };
}

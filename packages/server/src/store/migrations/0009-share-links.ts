import type { Migration } from 'kysely/migration';
import type { ColumnTypes } from '../sql-engine.ts';

/** Links that start connect sessions, and which session came of one. */
export function createShareLinks({ rowId }: ColumnTypes): Migration {
  return {
    async up(db) {
      await db.schema
        .createTable('latchkey_share_links')
        .addColumn('row_id', rowId.type, rowId.build)
        .addColumn('link_id', 'text', (column) => column.notNull().unique())
        .addColumn('token_hash', 'text', (column) => column.notNull().unique())
        .addColumn('integration_id', 'text', (column) => column.notNull())
        .addColumn('reconnects', 'integer', (column) => column.notNull())
        .addColumn('connection_id', 'text')
        .addColumn('end_user', 'text')
        .addColumn('organization', 'text')
        .addColumn('tags', 'text')
        .addColumn('note', 'text')
        .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
        .addColumn('expires_at_ms', 'bigint', (column) => column.notNull())
        .addColumn('opened_at_ms', 'bigint')
        .addColumn('used_at_ms', 'bigint')
        .addColumn('revoked_at_ms', 'bigint')
        .execute();
      await db.schema.createIndex('latchkey_share_links_expiry').on('latchkey_share_links').column('expires_at_ms').execute();
      await db.schema.alterTable('latchkey_connect_sessions').addColumn('share_link_id', 'text').execute();
    },
  };
}

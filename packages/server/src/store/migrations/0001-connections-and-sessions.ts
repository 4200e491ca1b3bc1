import type { Migration } from 'kysely/migration';
import type { ColumnTypes } from '../sql-engine.ts';

/** Connections, the sessions that make them, and the row that `check` writes. */
export function createConnectionsAndSessions({ rowId, searchableJson }: ColumnTypes): Migration {
  return {
    async up(db) {
      await db.schema
        .createTable('latchkey_connect_sessions')
        .addColumn('session_id', 'text', (column) => column.primaryKey())
        .addColumn('token_hash', 'text', (column) => column.notNull())
        .addColumn('end_user', 'text')
        .addColumn('organization', 'text')
        .addColumn('tags', 'text', (column) => column.notNull())
        .addColumn('allowed_integrations', 'text')
        .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
        .addColumn('expires_at_ms', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema
        .createIndex('latchkey_connect_sessions_token_hash')
        .unique()
        .on('latchkey_connect_sessions')
        .column('token_hash')
        .execute();
      await db.schema.createIndex('latchkey_connect_sessions_expiry').on('latchkey_connect_sessions').column('expires_at_ms').execute();

      await db.schema
        .createTable('latchkey_connections')
        .addColumn('row_id', rowId.type, rowId.build)
        .addColumn('version', 'bigint', (column) => column.notNull())
        .addColumn('connection_id', 'text', (column) => column.notNull())
        .addColumn('integration_id', 'text', (column) => column.notNull())
        .addColumn('provider', 'text', (column) => column.notNull())
        .addColumn('status', 'text', (column) => column.notNull())
        .addColumn('config', 'text', (column) => column.notNull())
        .addColumn('identity', 'text', (column) => column.notNull())
        .addColumn('auth_method', 'text', (column) => column.notNull())
        .addColumn('environment', 'text')
        .addColumn('access', 'text', (column) => column.notNull())
        .addColumn('error', 'text')
        .addColumn('end_user', 'text')
        .addColumn('organization', 'text')
        .addColumn('tags', searchableJson, (column) => column.notNull())
        .addColumn('metadata', 'text')
        // No foreign key: a session is removed when it has expired, and its connections stay.
        .addColumn('session_id', 'text')
        .addColumn('sealed_credential', 'text', (column) => column.notNull())
        .addColumn('sealed_token_set', 'text', (column) => column.notNull())
        .addColumn('token_expires_at_ms', 'bigint', (column) => column.notNull())
        .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
        .addColumn('updated_at_ms', 'bigint', (column) => column.notNull())
        .addColumn('last_fetched_at_ms', 'bigint')
        .addColumn('end_user_id', 'text')
        .addColumn('organization_id', 'text')
        .addColumn('search_connection', 'text', (column) => column.notNull())
        .addColumn('search_end_user', 'text')
        .addColumn('search_environment', 'text')
        .execute();
      await db.schema
        .createIndex('latchkey_connections_key')
        .unique()
        .on('latchkey_connections')
        .columns(['integration_id', 'connection_id'])
        .execute();
      await db.schema
        .createIndex('latchkey_connections_integration')
        .on('latchkey_connections')
        .columns(['integration_id', 'row_id'])
        .execute();
      await db.schema
        .createIndex('latchkey_connections_session')
        .unique()
        .on('latchkey_connections')
        .columns(['session_id', 'integration_id', 'identity'])
        .where('session_id', 'is not', null)
        .execute();
      await db.schema
        .createIndex('latchkey_connections_end_user')
        .on('latchkey_connections')
        .columns(['end_user_id', 'row_id'])
        .where('end_user_id', 'is not', null)
        .execute();
      await db.schema
        .createIndex('latchkey_connections_organization')
        .on('latchkey_connections')
        .columns(['organization_id', 'row_id'])
        .where('organization_id', 'is not', null)
        .execute();

      await db.schema
        .createTable('latchkey_write_check')
        .addColumn('id', 'integer', (column) => column.primaryKey())
        .addColumn('checked_at_ms', 'bigint', (column) => column.notNull())
        .execute();
    },
  };
}

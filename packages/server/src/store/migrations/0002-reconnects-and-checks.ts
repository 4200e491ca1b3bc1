import type { Migration } from 'kysely/migration';

/** Sessions that reconnect one connection; when access was checked last; the provider's organization that an environment belongs to. */
export function addReconnectsAndChecks(): Migration {
  return {
    async up(db) {
      // One column a statement, because SQLite takes no more.
      await db.schema.alterTable('latchkey_connect_sessions').addColumn('reconnects', 'text').execute();
      await db.schema.alterTable('latchkey_connections').addColumn('last_checked_at_ms', 'bigint').execute();
      // No foreign key, as for `session_id`.
      await db.schema.alterTable('latchkey_connections').addColumn('reconnect_session_id', 'text').execute();
      await db.schema.alterTable('latchkey_connections').addColumn('environment_organization_id', 'text').execute();
      await db.schema
        .createIndex('latchkey_connections_environment_organization')
        .on('latchkey_connections')
        .column('environment_organization_id')
        .where('environment_organization_id', 'is not', null)
        .execute();
    },
  };
}

import type { Migration } from 'kysely/migration';

/** Attempts to sign in, and what a host gives a session for each integration. */
export function addAuthorizations(): Migration {
  return {
    async up(db) {
      await db.schema.alterTable('latchkey_connect_sessions').addColumn('defaults', 'text').execute();
      await db.schema
        .createTable('latchkey_authorizations')
        .addColumn('authorization_id', 'text', (column) => column.primaryKey())
        .addColumn('integration_id', 'text', (column) => column.notNull())
        // No foreign key: a session is removed when its holder is done, and what came of the attempt stays readable for a while.
        .addColumn('session_token_hash', 'text', (column) => column.notNull())
        .addColumn('end_user_id', 'text')
        .addColumn('organization_id', 'text')
        .addColumn('config', 'text', (column) => column.notNull())
        .addColumn('notices', 'text', (column) => column.notNull())
        .addColumn('scopes', 'text', (column) => column.notNull())
        .addColumn('auth_method', 'text', (column) => column.notNull())
        .addColumn('issuers', 'text', (column) => column.notNull())
        .addColumn('names_issuer', 'integer', (column) => column.notNull())
        .addColumn('opener_origin', 'text', (column) => column.notNull())
        .addColumn('return_url', 'text')
        .addColumn('ticket_hash', 'text', (column) => column.notNull())
        .addColumn('state_hash', 'text', (column) => column.notNull())
        .addColumn('binding_hash', 'text')
        .addColumn('in_popup', 'integer', (column) => column.notNull())
        .addColumn('sealed_secrets', 'text')
        .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
        .addColumn('expires_at_ms', 'bigint', (column) => column.notNull())
        .addColumn('claimed_at_ms', 'bigint')
        .addColumn('outcome', 'text')
        .execute();
      for (const column of ['ticket_hash', 'state_hash']) {
        await db.schema.createIndex(`latchkey_authorizations_${column}`).unique().on('latchkey_authorizations').column(column).execute();
      }
      await db.schema.createIndex('latchkey_authorizations_expiry').on('latchkey_authorizations').column('expires_at_ms').execute();
    },
  };
}

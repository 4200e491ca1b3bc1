import { PostgresDialect, sql, type SqlBool } from 'kysely';
import type { SqlEngine } from '../sql-engine.ts';
import { checkPostgresUrl } from './check-postgres-url.ts';
import { explainPostgresError } from './explain-postgres-error.ts';
import { createPostgresPool } from './postgres-pool.ts';

/**
 * Creates the engine for PostgreSQL 14 and newer, through the package `pg`.
 *
 * @param connectionString A `postgres://` URL. What it says of TLS (`sslmode`) is heeded.
 * @throws {ConnectError} `invalid_option` when it is no URL.
 */
export function createPostgresEngine(connectionString: string): SqlEngine {
  checkPostgresUrl(connectionString);
  return {
    dialect: new PostgresDialect({ pool: () => createPostgresPool(connectionString, false) }),
    patientDialect: new PostgresDialect({ pool: () => createPostgresPool(connectionString, true) }),
    columns: {
      rowId: { type: 'bigint', build: (column) => column.primaryKey().generatedAlwaysAsIdentity() },
      searchableJson: 'jsonb',
      prefixText: sql`text collate "C"`,
      lockTable: (name) => sql`lock table ${sql.table(name)} in share row exclusive mode`,
    },
    contains: (column, text) => sql<SqlBool>`strpos(${column}, ${text}) > 0`,
    hasEntries: (column, entries) => sql<SqlBool>`${column} @> ${JSON.stringify(entries)}::jsonb`,
    explain: explainPostgresError,
  };
}

import { CompiledQuery, PostgresDialect, sql, type PostgresPool, type SqlBool } from 'kysely';
import type Pg from 'pg';
import { ConnectError } from '../../errors.ts';
import type { SqlEngine } from '../sql-engine.ts';
import { checkPostgresUrl } from './check-postgres-url.ts';
import { explainPostgresError } from './explain-postgres-error.ts';

const HIGHEST_CONNECTIONS = 10;
const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 10_000;

/** `int8`, which `pg` gives as text because not all of it fits a number. All that is stored here does. */
const INT8 = 20;
const JSONB = 3802;

/**
 * Creates the engine for PostgreSQL 14 and newer, through the package `pg`.
 *
 * @param connectionString A `postgres://` URL. What it says of TLS (`sslmode`) is heeded.
 * @throws {ConnectError} `invalid_option` when it is no URL.
 */
export function createPostgresEngine(connectionString: string): SqlEngine {
  checkPostgresUrl(connectionString);
  return {
    dialect: new PostgresDialect({
      pool: () => createPool(connectionString),
      async onCreateConnection(connection) {
        // A commit is durable when it returns, also where the server's default is not to wait; a stricter default stays.
        await connection.executeQuery(
          CompiledQuery.raw(`select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'`),
        );
      },
    }),
    columns: {
      rowId: { type: 'bigint', build: (column) => column.primaryKey().generatedAlwaysAsIdentity() },
      searchableJson: 'jsonb',
      prefixText: sql`text collate "C"`,
      patience: sql`set local statement_timeout = 0`,
    },
    contains: (column, text) => sql<SqlBool>`strpos(${column}, ${text}) > 0`,
    hasEntries: (column, entries) => sql<SqlBool>`${column} @> ${JSON.stringify(entries)}::jsonb`,
    explain: explainPostgresError,
  };
}

async function createPool(connectionString: string): Promise<PostgresPool> {
  const pg = await importPg();
  const types = new pg.TypeOverrides();
  types.setTypeParser(INT8, Number);
  // Both engines give the store JSON as text.
  types.setTypeParser(JSONB, String);
  const pool = new pg.Pool({
    connectionString,
    max: HIGHEST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    application_name: 'latchkey',
    types,
  });
  // An idle connection that the server ends reports it here; the next statement takes another one.
  pool.on('error', () => undefined);
  return pool;
}

async function importPg(): Promise<typeof Pg> {
  try {
    return (await import('pg')).default;
  } catch (cause) {
    const message = 'The option "database" names PostgreSQL, and the package "pg" that speaks to it is not installed.';
    const row = { code: 'invalid_option', status: 500, message, remedy: 'Install it: npm install pg.', retryable: false };
    throw new ConnectError(row, { cause });
  }
}

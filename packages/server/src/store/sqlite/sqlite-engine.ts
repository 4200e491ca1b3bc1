import { sql, SqliteIntrospector, SqliteQueryCompiler, type Dialect, type SqlBool } from 'kysely';
import type { SqlEngine } from '../sql-engine.ts';
import { explainSqliteError } from './explain-sqlite-error.ts';
import { createSqliteDriver, type SqliteDriverOptions } from './sqlite-driver.ts';

/** Creates the engine for `node:sqlite`. Nothing is opened before the first statement. */
export function createSqliteEngine(options: SqliteDriverOptions): SqlEngine {
  return {
    dialect: createSqliteDialect(options),
    columns: {
      rowId: { type: 'integer', build: (column) => column.primaryKey().autoIncrement() },
      searchableJson: 'text',
    },
    contains: (column, text) => sql<SqlBool>`instr(${column}, ${text}) > 0`,
    hasEntries: (column, entries) => {
      const wanted = JSON.stringify(entries);
      return sql<SqlBool>`not exists (
        select 1 from json_each(${wanted}) as wanted
        where not exists (select 1 from json_each(${column}) as given where given.key = wanted.key and given.value = wanted.value)
      )`;
    },
    // The store has one connection, and this has it for itself until the end.
    writeLightly: (db, work) =>
      db.connection().execute(async (connection) => {
        await sql`pragma synchronous = normal`.execute(connection);
        try {
          return await connection.transaction().execute(work);
        } finally {
          await sql`pragma synchronous = full`.execute(connection);
        }
      }),
    explain: explainSqliteError,
  };
}

function createSqliteDialect(options: SqliteDriverOptions): Dialect {
  return {
    createDriver: () => createSqliteDriver(options),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createAdapter: () => ({
      supportsCreateIfNotExists: true,
      supportsMultipleConnections: false,
      // Kysely's own adapter says no; but SQLite does roll back DDL, and the transaction is what lets one process migrate at a time.
      supportsTransactionalDdl: true,
      supportsReturning: true,
      supportsOutput: false,
      acquireMigrationLock: () => Promise.resolve(),
      releaseMigrationLock: () => Promise.resolve(),
    }),
  };
}

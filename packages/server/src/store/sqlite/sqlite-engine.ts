import { sql, SqliteIntrospector, SqliteQueryCompiler, type Dialect, type Driver, type SqlBool } from 'kysely';
import type { SqlEngine } from '../sql-engine.ts';
import { explainSqliteError } from './explain-sqlite-error.ts';
import { createSqliteDriver, type SqliteDriverOptions } from './sqlite-driver.ts';
import { createSqliteThreadDriver } from './sqlite-thread-driver.ts';
import type { ThreadOptions } from './sqlite-thread.ts';

/** How long a migration waits for another writer, which may be a process that migrates, in milliseconds. */
const MIGRATION_LOCK_TIMEOUT_MS = 10 * 60_000;

/**
 * Creates the engine for `node:sqlite`. Nothing is opened before the first statement.
 *
 * @param log How a thread opens the same file for the request log; without it everything is done through the one connection.
 */
export function createSqliteEngine(options: SqliteDriverOptions, log?: ThreadOptions): SqlEngine {
  const driver = createSqliteDriver(options);
  const logDriver = log && createSqliteThreadDriver(log);
  return {
    dialect: createSqliteDialect(() => driver, true),
    findRow: driver.findRow,
    readMark: driver.readMark,
    ...(logDriver !== undefined && {
      patientDialect: createSqliteDialect(() => createSqliteDriver({ ...options, lockTimeoutMs: MIGRATION_LOCK_TIMEOUT_MS }), true),
      logDialect: createSqliteDialect(() => logDriver, false),
      runForEach: logDriver.runForEach,
      closeLog: () => logDriver.destroy(),
    }),
    columns: {
      rowId: { type: 'integer', build: (column) => column.primaryKey().autoIncrement() },
      searchableJson: 'text',
      prefixText: 'text',
      orderedByKey: sql`without rowid`,
    },
    contains: (column, text) => sql<SqlBool>`instr(${column}, ${text}) > 0`,
    hasEntries: (column, entries) => {
      const wanted = JSON.stringify(entries);
      return sql<SqlBool>`not exists (
        select 1 from json_each(${wanted}) as wanted
        where not exists (select 1 from json_each(${column}) as given where given.key = wanted.key and given.value = wanted.value)
      )`;
    },
    explain: explainSqliteError,
  };
}

/** @param sharesConnection Whether the driver sees to it by itself that transactions do not mix. */
function createSqliteDialect(createDriver: () => Driver, sharesConnection: boolean): Dialect {
  return {
    createDriver,
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createAdapter: () => ({
      supportsCreateIfNotExists: true,
      supportsMultipleConnections: sharesConnection,
      // Kysely's own adapter says no; but SQLite does roll back DDL, and the transaction is what lets one process migrate at a time.
      supportsTransactionalDdl: true,
      supportsReturning: true,
      supportsOutput: false,
      acquireMigrationLock: () => Promise.resolve(),
      releaseMigrationLock: () => Promise.resolve(),
    }),
  };
}

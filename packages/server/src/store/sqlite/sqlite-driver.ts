import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { CompiledQuery, type DatabaseConnection, type Driver, type QueryResult } from 'kysely';
import { BLOCKING_WAIT_MS, createSqliteTurns, whenUnlocked, type SqliteTurns } from './sqlite-turns.ts';

/** How SQLite is opened, and how long it waits. */
export interface SqliteDriverOptions {
  readonly open: () => DatabaseSync;
  /** How long a statement waits for another writer, in milliseconds. */
  readonly lockTimeoutMs: number;
}

const PRAGMAS = [
  `pragma busy_timeout = ${BLOCKING_WAIT_MS}`,
  'pragma journal_mode = wal',
  // A commit returns when it is on the disk.
  'pragma synchronous = full',
  'pragma foreign_keys = on',
  // Security: what is removed is overwritten, sealed though it was.
  'pragma secure_delete = on',
];

/** An opened database. */
interface Opened {
  readonly database: DatabaseSync;
  readonly prepare: Prepare;
  readonly turns: SqliteTurns;
}

/**
 * Creates Kysely's driver for `node:sqlite`: one connection, opened at the first statement. Kysely is told that there are many, because its own way to
 * share one wakes everybody who waits after each statement, and knows no commit of several.
 */
export function createSqliteDriver({ open, lockTimeoutMs }: SqliteDriverOptions): Driver {
  let opened: Opened | undefined;

  function get(): Opened {
    if (opened === undefined) throw new TypeError('The SQLite driver is not open.');
    return opened;
  }

  const createConnection = (): DatabaseConnection => {
    const connection: DatabaseConnection = {
      executeQuery: (query) => {
        const { turns, prepare } = get();
        return turns[isChange(query) ? 'write' : 'read'](connection, () => execute(prepare, query));
      },
      // oxlint-disable-next-line require-yield -- Kysely asks for the method; the store reads page by page.
      async *streamQuery() {
        throw new TypeError('The SQLite driver does not stream.');
      },
    };
    return connection;
  };
  return {
    async init() {
      const database = open();
      try {
        for (const pragma of PRAGMAS) await whenUnlocked(() => database.exec(pragma), lockTimeoutMs);
      } catch (error) {
        database.close();
        throw error;
      }
      opened = { database, prepare: createPrepare(database), turns: createSqliteTurns(database, lockTimeoutMs) };
    },
    acquireConnection: () => Promise.resolve(createConnection()),
    beginTransaction: (connection) => get().turns.begin(connection),
    commitTransaction: (connection) => run(connection, 'commit'),
    rollbackTransaction: async (connection) => {
      // Some failures, such as a full disk, have undone it already.
      if (get().database.isTransaction) await run(connection, 'rollback');
    },
    releaseConnection: async (connection) => opened?.turns.leave(connection),
    async destroy() {
      opened?.database.close();
      opened = undefined;
    },
  };
}

async function run(connection: DatabaseConnection, sql: string): Promise<void> {
  await connection.executeQuery(CompiledQuery.raw(sql));
}

/** Tells whether a statement changes rows. Others that change something, such as those of a migration, are in a transaction, or come alone. */
function isChange({ query: { kind } }: CompiledQuery): boolean {
  return kind === 'InsertQueryNode' || kind === 'UpdateQueryNode' || kind === 'DeleteQueryNode';
}

/** Prepares a statement, or finds it prepared. */
type Prepare = (sql: string) => StatementSync;

/** Statements that are kept. Those of the store are few; only lists are put together anew by what is asked for. */
const MAX_PREPARED = 200;

function createPrepare(database: DatabaseSync): Prepare {
  const prepared = new Map<string, StatementSync>();
  return (sql) => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const [oldest] = prepared.keys();
    if (oldest !== undefined && prepared.size >= MAX_PREPARED) prepared.delete(oldest);
    const statement = database.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
}

function execute<Row>(prepare: Prepare, { sql, parameters, query }: CompiledQuery): QueryResult<Row> {
  const statement = prepare(sql);
  const values = parameters.map(toInputValue);
  if (returnsRows(query)) {
    // oxlint-disable-next-line no-unsafe-type-assertion -- Kysely derives the row's type from the query.
    return { rows: statement.all(...values) as Row[] };
  }
  const { changes, lastInsertRowid } = statement.run(...values);
  return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
}

/** Tells whether a statement answers with rows. */
export function returnsRows(query: CompiledQuery['query']): boolean {
  return query.kind === 'SelectQueryNode' || query.kind === 'RawNode' || ('returning' in query && query.returning !== undefined);
}

/** Checks a parameter. */
export function toInputValue(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return value;
  throw new TypeError(`SQLite takes no value of type "${typeof value}".`);
}

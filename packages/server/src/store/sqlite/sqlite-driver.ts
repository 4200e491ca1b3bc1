import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { CompiledQuery, type DatabaseConnection, type Driver, type QueryResult } from 'kysely';
import { isLocked } from './explain-sqlite-error.ts';

/** How SQLite is opened, and how long it waits. */
export interface SqliteDriverOptions {
  readonly open: () => DatabaseSync;
  /** How long a statement waits for another writer, in milliseconds. */
  readonly lockTimeoutMs: number;
}

// SQLite waits for a lock inside the call and keeps the whole process from doing anything else. So it waits this long only, which is
// enough for a usual commit of another process; a longer wait happens between turns of the event loop. It also lets another store of the
// same process go on that holds the lock.
const BLOCKING_WAIT_MS = 10;
const PAUSE_MS = 5;

const PRAGMAS = [
  `pragma busy_timeout = ${BLOCKING_WAIT_MS}`,
  'pragma journal_mode = wal',
  // A commit returns when it is on the disk.
  'pragma synchronous = full',
  'pragma foreign_keys = on',
  // Security: what is removed is overwritten, sealed though it was.
  'pragma secure_delete = on',
];

/** Creates Kysely's driver for `node:sqlite`: one connection, opened at the first statement. */
export function createSqliteDriver({ open, lockTimeoutMs }: SqliteDriverOptions): Driver {
  let database: DatabaseSync | undefined;
  let prepare: Prepare | undefined;

  const connection: DatabaseConnection = {
    executeQuery: (query) => whenUnlocked(() => execute(opened(), query), lockTimeoutMs),
    // oxlint-disable-next-line require-yield -- Kysely asks for the method; the store reads page by page.
    async *streamQuery() {
      throw new TypeError('The SQLite driver does not stream.');
    },
  };

  function opened(): Prepare {
    if (prepare === undefined) throw new TypeError('The SQLite driver is not open.');
    return prepare;
  }

  const run = async (sql: string): Promise<void> => void (await connection.executeQuery(CompiledQuery.raw(sql)));

  return {
    async init() {
      database = open();
      prepare = createPrepare(database);
      try {
        for (const pragma of PRAGMAS) await run(pragma);
      } catch (error) {
        database.close();
        database = prepare = undefined;
        throw error;
      }
    },
    acquireConnection: () => Promise.resolve(connection),
    // A transaction that began by reading could not write any more once another process has written.
    beginTransaction: () => run('begin immediate'),
    commitTransaction: () => run('commit'),
    rollbackTransaction: () => run('rollback'),
    releaseConnection: () => Promise.resolve(),
    async destroy() {
      database?.close();
      database = prepare = undefined;
    },
  };
}

async function whenUnlocked<T>(work: () => T, timeoutMs: number): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isLocked(error) || performance.now() >= deadline) throw error;
    }
    await setTimeout(PAUSE_MS);
  }
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

import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { CompiledQuery, type DatabaseConnection, type Driver, type QueryResult } from 'kysely';
import { createRecentMap } from '../../core/recent-map.ts';
import { BLOCKING_WAIT_MS, createSqliteTurns, whenUnlocked, type SqliteTurns } from './sqlite-turns.ts';
import { toInputValue } from './to-input-value.ts';

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
  /** Changes when another connection has committed something, of this process or any other. */
  readonly dataVersion: StatementSync;
  readonly prepare: Prepare;
  readonly turns: SqliteTurns;
}

/** A state of the database: as long as it is the same object, nothing has changed. */
interface Mark {
  readonly version: unknown;
  readonly changeCount: number;
  /** Whether the turn of the event loop is still the one in which it was found to hold. */
  isFresh: boolean;
}

/** Counts what the connections of this thread have changed: to one that makes a change it is no news, and of several that share a file each should see it at once. */
let changeCount = 0;

/** Kysely's driver, and a shorter way for what is asked at every call. */
interface SqliteDriver extends Driver {
  /** Reads the first row that a statement finds. Opens the database when nobody has. */
  readonly findRow: <Row>(query: CompiledQuery<Row>) => Promise<Row | undefined>;
  /** See `SqlEngine.readMark`. */
  readonly readMark: () => unknown;
}

/**
 * Creates Kysely's driver for `node:sqlite`: one connection, opened at the first statement. Kysely is told that there are many, because its own way to
 * share one wakes everybody who waits after each statement, and knows no commit of several.
 */
export function createSqliteDriver({ open, lockTimeoutMs }: SqliteDriverOptions): SqliteDriver {
  let opened: Opened | undefined;
  let opening: Promise<void> | undefined;
  let mark: Mark | undefined;

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
  const openDatabase = async (): Promise<void> => {
    const database = open();
    try {
      for (const pragma of PRAGMAS) await whenUnlocked(() => database.exec(pragma), lockTimeoutMs);
    } catch (error) {
      database.close();
      throw error;
    }
    const turns = createSqliteTurns(database, lockTimeoutMs);
    opened = { database, dataVersion: database.prepare('pragma data_version'), prepare: createPrepare(database), turns };
  };
  const init = async (): Promise<void> => {
    try {
      await (opening ??= openDatabase());
    } catch (error) {
      // Whoever comes next tries again.
      opening = undefined;
      throw error;
    }
  };
  /** Reads outside of every transaction. */
  const reader = createConnection();

  return {
    init,
    async findRow<Row>({ sql, parameters }: CompiledQuery<Row>) {
      if (opened === undefined) await init();
      const { turns, prepare } = get();
      // oxlint-disable-next-line no-unsafe-type-assertion -- Kysely derives the row's type from the query.
      return turns.read(reader, () => prepare(sql).get(...parameters.map(toInputValue)) as Row | undefined);
    },
    readMark() {
      if (opened === undefined) return undefined;
      if (mark?.isFresh === true && mark.changeCount === changeCount) return mark;
      const version = readDataVersion(opened);
      if (version === undefined) return undefined;
      if (mark?.version !== version || mark.changeCount !== changeCount) mark = { version, changeCount, isFresh: true };
      const marked = mark;
      marked.isFresh = true;
      setImmediate(() => (marked.isFresh = false));
      return marked;
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
      [opened, opening] = [undefined, undefined];
    },
  };
}

/** `undefined` when it cannot be told just now: whoever reads what it was for is told why. */
function readDataVersion({ dataVersion }: Opened): unknown {
  try {
    return dataVersion.get()?.['data_version'];
  } catch {
    return undefined;
  }
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
  const prepared = createRecentMap<string, StatementSync>(MAX_PREPARED);
  return (sql) => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const statement = database.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
}

function execute<Row>(prepare: Prepare, { sql, parameters, query }: CompiledQuery): QueryResult<Row> {
  const statement = prepare(sql);
  const values = parameters.map(toInputValue);
  if (query.kind !== 'SelectQueryNode') changeCount += 1;
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

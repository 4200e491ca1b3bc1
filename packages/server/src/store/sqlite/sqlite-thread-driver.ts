import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { CompiledQuery, type DatabaseConnection, type Driver, type QueryResult } from 'kysely';
import type { SqlEngine } from '../sql-engine.ts';
import { returnsRows } from './sqlite-driver.ts';
import type { ThreadAnswer, ThreadOptions, ThreadQuestion, ThreadWork } from './sqlite-thread.ts';
import { toInputValue } from './to-input-value.ts';

interface Waiting {
  readonly resolve: (answer: ThreadAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Room for what is new in the thread's heap. Nothing of a batch is needed after it, so more room only lets more garbage lie about before it is cleared away: under
 * load some 60 MB, by default. It is no limit of what the thread may hold.
 */
const YOUNG_GENERATION = { maxYoungGenerationSizeMb: 4 };

/** A thread that nobody asked anything for so long is ended, in milliseconds: it takes some 15 MB, and is started again in less time than one waits for its work. */
const IDLE_MS = 30_000;

/** Kysely's driver, and a shorter way to add many rows. */
type SqliteThreadDriver = Driver & Required<Pick<SqlEngine, 'runForEach'>>;

/**
 * Creates Kysely's driver for `node:sqlite` in a thread, which is started at the first statement, and ended when there is nothing to do. `node:sqlite` keeps
 * its thread from everything else while it reads, writes or brings the file up to date; there, nobody waits for that but who asked.
 */
export function createSqliteThreadDriver(options: ThreadOptions): SqliteThreadDriver {
  /** Resolves when the transaction that Kysely has begun is over. */
  let transaction: PromiseWithResolvers<void> | undefined;
  let thread: SqliteThread | undefined;
  let ended: Promise<unknown> = Promise.resolve();
  let idleTimer: NodeJS.Timeout | undefined;

  const end = (): void => {
    if (thread === undefined) return;
    ended = Promise.all([ended, thread.close()]);
    thread = undefined;
  };
  const endWhenIdle = (): void => {
    if (thread?.isIdle() === true && transaction === undefined) end();
    else idleTimer?.refresh();
  };
  const ask = (work: ThreadWork): Promise<ThreadAnswer> => {
    if (idleTimer === undefined) idleTimer = setTimeout(endWhenIdle, IDLE_MS).unref();
    else idleTimer.refresh();
    thread ??= startSqliteThread(options, (gone) => {
      if (thread === gone) thread = undefined;
    });
    return thread.ask(work);
  };

  const connection: DatabaseConnection = {
    executeQuery: async ({ sql, parameters, query }) =>
      readResult(await ask({ sql, parameters: parameters.map(toInputValue), returnsRows: returnsRows(query) })),
    // oxlint-disable-next-line require-yield -- Kysely asks for the method; the store reads page by page.
    async *streamQuery() {
      throw new TypeError('The SQLite driver does not stream.');
    },
  };
  const run = async (sql: string): Promise<void> => void (await connection.executeQuery(CompiledQuery.raw(sql)));
  const runForEach: SqliteThreadDriver['runForEach'] = async (statements) => {
    if (transaction !== undefined) {
      await transaction.promise;
      return runForEach(statements);
    }
    // Values without their names: names would be copied with each row.
    const repeated = statements.map(({ sql, rows }) => ({ sql, rows: rows.map((row) => Object.values(row).map(toInputValue)) }));
    readResult(await ask({ repeated }));
    return undefined;
  };

  return {
    init: () => Promise.resolve(),
    runForEach,
    acquireConnection: () => Promise.resolve(connection),
    beginTransaction: () => {
      transaction = Promise.withResolvers();
      return run('begin immediate');
    },
    commitTransaction: () => run('commit'),
    rollbackTransaction: () => run('rollback'),
    releaseConnection: () => {
      transaction?.resolve();
      transaction = undefined;
      return Promise.resolve();
    },
    async destroy() {
      clearTimeout(idleTimer);
      end();
      await ended;
    },
  };
}

/** A running thread. */
interface SqliteThread {
  ask(work: ThreadWork): Promise<ThreadAnswer>;
  /** Tells whether it has answered everything. */
  isIdle(): boolean;
  /** Resolves when it has done what it was asked, and has ended. */
  close(): Promise<void>;
}

/** @param onGone Told that it can be asked nothing any more. */
function startSqliteThread(options: ThreadOptions, onGone: (thread: SqliteThread) => void): SqliteThread {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  // From sources it is TypeScript, which Node.js runs as it is.
  const worker = new Worker(new URL(`./sqlite-thread${extname(import.meta.url)}`, import.meta.url), {
    workerData: options,
    resourceLimits: YOUNG_GENERATION,
  });
  const fail = (error: unknown): void => {
    onGone(thread);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('message', (answer: ThreadAnswer) => {
    waiting.get(answer.id)?.resolve(answer);
    waiting.delete(answer.id);
    // It keeps no process alive, except for an answer.
    if (waiting.size === 0) worker.unref();
  });
  worker.once('error', fail);
  const exited = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      fail(new Error('The thread of the database has ended.'));
      resolve();
    });
  });
  const thread: SqliteThread = {
    ask: (work) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        worker.ref();
        worker.postMessage({ ...work, id: lastId } satisfies ThreadQuestion, []);
      }),
    isIdle: () => waiting.size === 0,
    close: () => {
      worker.ref();
      worker.postMessage('close', []);
      return exited;
    },
  };
  return thread;
}

function readResult<Row>(answer: ThreadAnswer): QueryResult<Row> {
  if ('error' in answer) throw Object.assign(new Error(answer.error.message), answer.error);
  // oxlint-disable-next-line no-unsafe-type-assertion -- Kysely derives the row's type from the query.
  return { rows: answer.rows as Row[], numAffectedRows: BigInt(answer.changes) };
}

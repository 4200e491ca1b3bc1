import { once } from 'node:events';
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

/** Kysely's driver, and a shorter way to add many rows. */
type SqliteThreadDriver = Driver & Required<Pick<SqlEngine, 'runForEach'>>;

/**
 * Creates Kysely's driver for `node:sqlite` in a thread, which is started at the first statement. `node:sqlite` keeps its thread from everything else
 * while it reads, writes or brings the file up to date; there, nobody waits for that but who asked.
 */
export function createSqliteThreadDriver(options: ThreadOptions): SqliteThreadDriver {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let lastId = 0;

  const end = (error: unknown): void => {
    thread = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const start = (): Worker => {
    // From sources it is TypeScript, which Node.js runs as it is.
    const worker = new Worker(new URL(`./sqlite-thread${extname(import.meta.url)}`, import.meta.url), {
      workerData: options,
      resourceLimits: YOUNG_GENERATION,
    });
    worker.on('message', (answer: ThreadAnswer) => {
      waiting.get(answer.id)?.resolve(answer);
      waiting.delete(answer.id);
      // It keeps no process alive, except for an answer.
      if (waiting.size === 0) worker.unref();
    });
    worker.once('error', end);
    worker.once('exit', () => end(new Error('The thread of the database has ended.')));
    return worker;
  };

  const ask = (work: ThreadWork): Promise<ThreadAnswer> =>
    new Promise((resolve, reject) => {
      thread ??= start();
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      thread.ref();
      thread.postMessage({ ...work, id: lastId } satisfies ThreadQuestion, []);
    });

  const connection: DatabaseConnection = {
    executeQuery: async ({ sql, parameters, query }) =>
      readResult(await ask({ sql, parameters: parameters.map(toInputValue), returnsRows: returnsRows(query) })),
    // oxlint-disable-next-line require-yield -- Kysely asks for the method; the store reads page by page.
    async *streamQuery() {
      throw new TypeError('The SQLite driver does not stream.');
    },
  };
  const run = async (sql: string): Promise<void> => void (await connection.executeQuery(CompiledQuery.raw(sql)));
  /** Resolves when the transaction that Kysely has begun is over. */
  let transaction: PromiseWithResolvers<void> | undefined;
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
      if (thread === undefined) return;
      const ended = once(thread, 'exit');
      thread.ref();
      thread.postMessage('close', []);
      await ended;
    },
  };
}

function readResult<Row>(answer: ThreadAnswer): QueryResult<Row> {
  if ('error' in answer) throw Object.assign(new Error(answer.error.message), answer.error);
  // oxlint-disable-next-line no-unsafe-type-assertion -- Kysely derives the row's type from the query.
  return { rows: answer.rows as Row[], numAffectedRows: BigInt(answer.changes) };
}

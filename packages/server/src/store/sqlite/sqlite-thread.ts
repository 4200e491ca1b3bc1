/** A thread that executes statements on a database file of its own accord, one after another: the other side of `sqlite-thread-driver.ts`. */

import type { SQLInputValue, StatementSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { openSqliteFile } from './open-sqlite-file.ts';

/** What the thread is started with. */
export interface ThreadOptions {
  readonly path: string;
  /** How long a statement waits for another writer, in milliseconds. Only this thread waits. */
  readonly lockTimeoutMs: number;
}

/** A statement to execute. */
export interface ThreadQuestion {
  readonly id: number;
  readonly sql: string;
  readonly parameters: readonly SQLInputValue[];
  readonly returnsRows: boolean;
}

/** What came of it. An error keeps what explains it, and loses its class on the way. */
export type ThreadAnswer = { readonly id: number } & (
  | { readonly rows: readonly unknown[]; readonly changes: number | bigint }
  | { readonly error: { readonly message: string; readonly errcode?: unknown; readonly code?: unknown; readonly syscall?: unknown } }
);

/** Statements that are kept prepared. There are few, and batches of a usual size have the same text. */
const MAX_PREPARED = 30;

// oxlint-disable-next-line no-unsafe-type-assertion -- it is what `sqlite-thread-driver.ts` has put there.
const { path, lockTimeoutMs } = workerData as ThreadOptions;
const database = openSqliteFile(path);
database.exec(`pragma busy_timeout = ${lockTimeoutMs}`);
database.exec('pragma journal_mode = wal');
// A commit outlives the process, and does not wait for the disk.
database.exec('pragma synchronous = normal');

const prepared = new Map<string, StatementSync>();

function prepare(sql: string): StatementSync {
  const statement = prepared.get(sql) ?? database.prepare(sql);
  prepared.delete(sql);
  prepared.set(sql, statement);
  const [oldest] = prepared.keys();
  if (oldest !== undefined && prepared.size > MAX_PREPARED) prepared.delete(oldest);
  return statement;
}

function answer({ id, sql, parameters, returnsRows }: ThreadQuestion): ThreadAnswer {
  try {
    const statement = prepare(sql);
    if (returnsRows) return { id, rows: statement.all(...parameters), changes: 0 };
    return { id, rows: [], changes: statement.run(...parameters).changes };
  } catch (error) {
    if (!(error instanceof Error)) return { id, error: { message: 'The statement failed.' } };
    const { message } = error;
    return { id, error: { message, ...('errcode' in error && { errcode: error.errcode }), ...('code' in error && { code: error.code }) } };
  }
}

parentPort?.on('message', (question: ThreadQuestion | 'close') => {
  if (question !== 'close') return parentPort?.postMessage(answer(question), []);
  database.close();
  parentPort?.close();
});

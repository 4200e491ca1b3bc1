/** A thread that executes statements on a database file of its own accord, one after another: the other side of `sqlite-thread-driver.ts`. */

import { readlinkSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { basename } from 'node:path';
import type { SQLInputValue, StatementSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { createRecentMap } from '../../core/recent-map.ts';
import { openSqliteFile } from './open-sqlite-file.ts';

/** What the thread is started with. */
export interface ThreadOptions {
  readonly path: string;
  /** How long a statement waits for another writer, in milliseconds. Only this thread waits. */
  readonly lockTimeoutMs: number;
}

/** A statement, and the parameters of each time that it is executed. */
interface RepeatedStatement {
  readonly sql: string;
  readonly rows: readonly (readonly SQLInputValue[])[];
}

/** What there is to do: a statement, or statements that are executed time after time in one transaction. */
export type ThreadWork =
  | { readonly sql: string; readonly parameters: readonly SQLInputValue[]; readonly returnsRows: boolean }
  | { readonly repeated: readonly RepeatedStatement[] };

/** Something to do, and under which id it is answered. */
export type ThreadQuestion = ThreadWork & { readonly id: number };

/** What came of it. An error keeps what explains it, and loses its class on the way. */
export type ThreadAnswer = { readonly id: number } & (
  | { readonly rows: readonly unknown[]; readonly changes: number | bigint }
  | { readonly error: { readonly message: string; readonly errcode?: unknown; readonly code?: unknown; readonly syscall?: unknown } }
);

/** Statements that are kept prepared. There are few, and batches of a usual size have the same text. */
const MAX_PREPARED = 30;

giveWay();

// oxlint-disable-next-line no-unsafe-type-assertion -- it is what `sqlite-thread-driver.ts` has put there.
const { path, lockTimeoutMs } = workerData as ThreadOptions;
const database = openSqliteFile(path);
database.exec(`pragma busy_timeout = ${lockTimeoutMs}`);
database.exec('pragma journal_mode = wal');
// A commit outlives the process, and does not wait for the disk.
database.exec('pragma synchronous = normal');

const prepared = createRecentMap<string, StatementSync>(MAX_PREPARED);

function prepare(sql: string): StatementSync {
  const statement = prepared.get(sql) ?? database.prepare(sql);
  prepared.set(sql, statement);
  return statement;
}

/**
 * Lets the thread that answers requests go first, where both want the same processor. Linux has a priority for each thread, and knows it by the number
 * of the thread; elsewhere there is none, and nothing happens.
 */
function giveWay(): void {
  try {
    setPriority(Number(basename(readlinkSync('/proc/thread-self'))), constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It works as well without, only not as smoothly.
  }
}

function runForEach(repeated: readonly RepeatedStatement[]): void {
  database.exec('begin immediate');
  try {
    for (const { sql, rows } of repeated) {
      const statement = prepare(sql);
      for (const row of rows) statement.run(...row);
    }
    database.exec('commit');
  } catch (error) {
    // Some failures, such as a full disk, have undone it already.
    if (database.isTransaction) database.exec('rollback');
    throw error;
  }
}

function work(question: ThreadQuestion): { readonly rows: readonly unknown[]; readonly changes: number | bigint } {
  if ('repeated' in question) {
    runForEach(question.repeated);
    return { rows: [], changes: 0 };
  }
  const { sql, parameters, returnsRows } = question;
  const statement = prepare(sql);
  if (returnsRows) return { rows: statement.all(...parameters), changes: 0 };
  return { rows: [], changes: statement.run(...parameters).changes };
}

function answer(question: ThreadQuestion): ThreadAnswer {
  const { id } = question;
  try {
    return { id, ...work(question) };
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

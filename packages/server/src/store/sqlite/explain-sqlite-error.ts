import { connectError, type ConnectError } from '../../errors.ts';

// Primary result codes, the low byte of what SQLite answers: https://www.sqlite.org/rescode.html
const SQLITE_BUSY = 5;
const SQLITE_FULL = 13;

const UNAVAILABLE: ReadonlyMap<number, string> = new Map([
  [3, 'This process may not use the database file.'],
  [SQLITE_BUSY, 'Another process kept the database locked for too long.'],
  [6, 'Another statement kept the database locked for too long.'],
  [8, 'The database file is read-only.'],
  [10, 'The disk failed while the database was read or written.'],
  [11, 'The database file is damaged.'],
  [14, 'The database file, or a file next to it, cannot be opened.'],
  [15, 'The lock on the database file does not work; is it on a network disk?'],
  [26, 'The file is no SQLite database.'],
]);

/** Tells whether a statement did nothing because somebody else holds the lock, so that it can be tried again. */
export function isLocked(error: unknown): boolean {
  return readResultCode(error) === SQLITE_BUSY;
}

/** Explains an error of `node:sqlite`, or of the file system while a database file is opened. */
export function explainSqliteError(error: unknown): ConnectError | undefined {
  const result = readResultCode(error);
  if (result !== undefined) {
    if (result === SQLITE_FULL) return connectError('store_full', { cause: error });
    const message = UNAVAILABLE.get(result);
    return message === undefined ? undefined : connectError('store_unavailable', { message, cause: error });
  }
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return undefined;
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') return connectError('store_full', { cause: error });
  // Security: the path stays in the cause, because the message may reach a browser.
  const message = `The file that the option "database" names cannot be opened: ${String(error.code)}.`;
  return connectError('store_unavailable', { message, cause: error });
}

function readResultCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined;
  return error.errcode & 0xff;
}

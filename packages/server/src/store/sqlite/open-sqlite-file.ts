import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The name of a database that lives in memory and is gone when it is closed. */
export const IN_MEMORY = ':memory:';

/**
 * Opens a database file, and makes it and its folder when they are missing.
 *
 * Security: what it makes, nobody but the user of this process can read. SQLite gives its side files (`-wal`, `-shm`) the mode of the file.
 */
export function openSqliteFile(path: string): DatabaseSync {
  if (path !== IN_MEMORY) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    closeSync(openSync(path, 'a', 0o600));
  }
  return new DatabaseSync(path);
}

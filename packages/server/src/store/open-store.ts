import { fileURLToPath } from 'node:url';
import { ConnectError } from '../errors.ts';
import { createPostgresEngine } from './postgres/postgres-engine.ts';
import type { SqlEngine } from './sql-engine.ts';
import { createSqlStore } from './sql-store.ts';
import { IN_MEMORY, openSqliteFile } from './sqlite/open-sqlite-file.ts';
import { createSqliteEngine } from './sqlite/sqlite-engine.ts';
import type { Store } from './store.ts';

/** Where the store keeps its data. */
export interface OpenStoreOptions {
  /** A path or a `file:` URL for SQLite, `:memory:` for SQLite that forgets, or a `postgres://` URL. */
  readonly database: string;
  /** @default The system's clock. */
  readonly clock?: { now(): Date };
}

const LOCK_TIMEOUT_MS = 5_000;

/**
 * Opens the store that the option `database` names. The database itself is opened at the first call, which should be `migrate`.
 *
 * @throws {ConnectError} `invalid_option` when `database` names no store.
 */
export function openStore({ database, clock = { now: () => new Date() } }: OpenStoreOptions): Store {
  return createSqlStore(openEngine(database), clock);
}

/** Chooses the engine that the option `database` names. Connects to nothing yet. @throws {ConnectError} `invalid_option` when it names none. */
export function openEngine(database: string): SqlEngine {
  const path = readSqlitePath(database);
  if (path === undefined) return createPostgresEngine(database);
  const log = path === IN_MEMORY ? undefined : { path, lockTimeoutMs: LOCK_TIMEOUT_MS };
  return createSqliteEngine({ open: () => openSqliteFile(path), lockTimeoutMs: LOCK_TIMEOUT_MS }, log);
}

/** Reads where SQLite keeps its data; `undefined` for PostgreSQL. @throws {ConnectError} As {@link openEngine}. */
export function readSqlitePath(database: string): string | undefined {
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(database)?.[1]?.toLowerCase();
  if (scheme === 'postgres' || scheme === 'postgresql') return undefined;
  if (scheme !== undefined && scheme !== 'file')
    throw invalidDatabase(`The option "database" names "${scheme}:", which is no kind of store.`);
  const path = scheme === 'file' ? readFileUrl(database) : database;
  if (path.trim() === '') throw invalidDatabase('The option "database" is empty.');
  return path;
}

function readFileUrl(url: string): string {
  // A relative path has no place in a URL, but everybody writes `file:./data.db`.
  return url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length);
}

function invalidDatabase(message: string): ConnectError {
  const remedy = 'Give a path like "./latchkey.db", ":memory:", or a URL like "postgres://user@host/database".';
  return new ConnectError({ code: 'invalid_option', status: 500, message, remedy, retryable: false });
}

import type { PostgresPool } from 'kysely';
import type Pg from 'pg';
import { ConnectError } from '../../errors.ts';

const HIGHEST_CONNECTIONS = 10;
const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 10_000;

/** How long an answer is waited for: longer than the server works on a statement, so it is only met when nothing comes from there any more. */
const ANSWER_TIMEOUT_MS = 15_000;

/** How long the server keeps a transaction of which it hears nothing: others may wait for its locks. */
const IDLE_TRANSACTION_TIMEOUT_MS = 10_000;

/** How long a connection is silent before the system looks whether the other end is still there. */
const KEEP_ALIVE_AFTER_MS = 10_000;

/** `int8`, which `pg` gives as text because not all of it fits a number. All that is stored here does. */
const INT8 = 20;
const JSONB = 3802;

/** A commit is durable when it returns, also where the server's default is not to wait; a stricter default stays. */
const WAIT_FOR_THE_DISK = `select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'`;

/** Whatever the URL, the user or the database has for a limit. */
const TAKE_YOUR_TIME = 'set statement_timeout = 0; set idle_in_transaction_session_timeout = 0';

const LIMITS = {
  statement_timeout: STATEMENT_TIMEOUT_MS,
  idle_in_transaction_session_timeout: IDLE_TRANSACTION_TIMEOUT_MS,
  query_timeout: ANSWER_TIMEOUT_MS,
};

/**
 * Creates a pool of connections, through the package `pg`.
 *
 * @param isPatient Whether statements may take as long as they take.
 */
export async function createPostgresPool(connectionString: string, isPatient: boolean): Promise<PostgresPool> {
  const pg = await importPg();
  const types = new pg.TypeOverrides();
  types.setTypeParser(INT8, Number);
  // Both engines give the store JSON as text.
  types.setTypeParser(JSONB, String);
  const first = isPatient ? `${TAKE_YOUR_TIME}; ${WAIT_FOR_THE_DISK}` : WAIT_FOR_THE_DISK;
  const pool = new pg.Pool({
    connectionString,
    max: HIGHEST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    ...(!isPatient && LIMITS),
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
    application_name: 'latchkey',
    types,
    // A new connection whose first statement fails is given back by this hook, and by no other.
    verify: (client, settle) => void client.query(first).then(() => settle(), settle),
  });
  // An idle connection that the server ends reports it to the pool, one in use only to itself: an error that nobody listens to would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    leaveWhenUseless(client);
  });
  return pool;
}

/** What the server says of a connection that it ends: that it is shut down, that the database is dropped, that somebody wants it so. */
const ENDED_BY_SERVER = /^57P/;

/**
 * Has a connection that gave no answer in time used by nobody any more, because `pg` would send the next statement after the one that still waits; and one that
 * the server ends, because it says so before the connection is seen to end.
 */
function leaveWhenUseless(client: Pg.PoolClient): void {
  const query = client.query.bind(client);
  const queryOrLeave = async (text: string, values?: unknown[]): Promise<Pg.QueryResult> => {
    try {
      return await query(text, values);
    } catch (error) {
      if (isUseless(error)) void client.end();
      throw error;
    }
  };
  Object.assign(client, { query: queryOrLeave });
}

function isUseless(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.message === 'Query read timeout' || ('code' in error && typeof error.code === 'string' && ENDED_BY_SERVER.test(error.code));
}

async function importPg(): Promise<typeof Pg> {
  try {
    return (await import('pg')).default;
  } catch (cause) {
    const message = 'The option "database" names PostgreSQL, and the package "pg" that speaks to it is not installed.';
    const row = { code: 'invalid_option', status: 500, message, remedy: 'Install it: npm install pg.', retryable: false };
    throw new ConnectError(row, { cause });
  }
}

import { connectError, type ConnectError } from '../../errors.ts';

const DISK_FULL = '53100';

// By class and by code, the longer one first: https://www.postgresql.org/docs/current/errcodes-appendix.html
const UNAVAILABLE: readonly (readonly [prefix: string, message: string])[] = [
  ['25006', 'The PostgreSQL server takes no writes: it is read-only or a standby.'],
  ['3D000', 'The PostgreSQL server has no database of the name that the option "database" gives.'],
  ['42501', 'The PostgreSQL user may not do what the store needs.'],
  ['55P03', 'Another transaction kept the database locked for too long.'],
  ['57014', 'The PostgreSQL server cancelled the statement because it took too long.'],
  ['08', 'The connection to the PostgreSQL server was lost.'],
  ['28', 'The PostgreSQL server refused the user or the password that the option "database" gives.'],
  ['40', 'The PostgreSQL server undid the transaction because of another one.'],
  ['53', 'The PostgreSQL server has no connections or memory left.'],
  ['57P', 'The PostgreSQL server is starting, stopping, or ended the connection.'],
  ['58', 'The disk of the PostgreSQL server failed.'],
  ['XX', 'The PostgreSQL server has a problem of its own; its data may be damaged.'],
];

const NETWORK_CODES: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
]);

/** What `pg` says, without a code, when a connection ends or cannot be had. */
const LOST =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout)/;

/** Explains an error of the PostgreSQL server, of `pg`, or of the network between them. */
export function explainPostgresError(error: unknown): ConnectError | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === DISK_FULL) return connectError('store_full', { cause: error });
  const [, message] = UNAVAILABLE.find(([prefix]) => code.startsWith(prefix)) ?? [];
  if (message !== undefined) return connectError('store_unavailable', { message, cause: error });
  if (!NETWORK_CODES.has(code) && !LOST.test(error.message)) return undefined;
  return connectError('store_unavailable', { message: 'The PostgreSQL server cannot be reached.', cause: error });
}

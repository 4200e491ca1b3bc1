import { connectError, type ConnectError } from '../../errors.ts';
import { unreadableUrl } from './check-postgres-url.ts';

const DISK_FULL = '53100';

/** What happened, and what to do where the catalogue cannot say. */
interface Trouble {
  readonly message: string;
  readonly remedy?: string;
}

// By class and by code, the longer one first: https://www.postgresql.org/docs/current/errcodes-appendix.html
const UNAVAILABLE: readonly (readonly [prefix: string, message: string, remedy?: string])[] = [
  ['25006', 'The PostgreSQL server takes no writes: it is read-only or a standby.'],
  [
    '28000',
    'The PostgreSQL server does not let this user in from here, or only with TLS.',
    'Look whether the user exists and what pg_hba.conf says of it. For TLS, end the URL in "?sslmode=verify-full".',
  ],
  [
    '3D000',
    'The PostgreSQL server has no database of the name that the option "database" gives.',
    'Create it, or correct the name; Latchkey makes its tables, and no database.',
  ],
  ['42501', 'The PostgreSQL user may not do what the store needs.', 'Let it make tables in its schema: make it the owner of the database.'],
  ['55P03', 'Another transaction kept the database locked for too long.'],
  ['57014', 'The PostgreSQL server cancelled the statement because it took too long.'],
  ['08', 'The connection to the PostgreSQL server was lost.'],
  [
    '28',
    'The PostgreSQL server refused the user or the password that the option "database" gives.',
    'Correct them. Signs such as "/", "#" and "%" in a password are written percent-encoded: %2F, %23 and %25.',
  ],
  ['40', 'The PostgreSQL server undid the transaction because of another one.'],
  ['53', 'The PostgreSQL server has no connections or memory left.'],
  ['57P', 'The PostgreSQL server is starting, stopping, or ended the connection.'],
  ['58', 'The disk of the PostgreSQL server failed.'],
  ['XX', 'The PostgreSQL server has a problem of its own; its data may be damaged.'],
];

// Codes of Node.js and OpenSSL, and what `pg` and PgBouncer say in words.
const REFUSED: readonly (readonly [sign: RegExp, message: string, remedy: string])[] = [
  [
    /^unsupported startup parameter/,
    'What stands between Latchkey and the PostgreSQL server takes no time limits.',
    'Of PgBouncer, name statement_timeout and idle_in_transaction_session_timeout in "ignore_startup_parameters", and let it pool sessions.',
  ],
  [
    /^The server does not support SSL/,
    'The option "database" asks for TLS ("sslmode"), and the PostgreSQL server offers none.',
    'Switch TLS on at the server. On a network that you trust, take "sslmode" out of the URL instead.',
  ],
  [
    /^(ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)/,
    'The certificate of the PostgreSQL server is for another host than the one that the option "database" names.',
    'Give the host as the certificate has it.',
  ],
  [
    /^[A-Z_]*CERT[A-Z_]*$|^UNABLE_TO_/,
    'The certificate of the PostgreSQL server is not one that this machine trusts, or has expired.',
    'Name the certificate of the authority that signed it: end the URL in "?sslmode=verify-full&sslrootcert=/path/to/ca.pem".',
  ],
  [
    /^(ERR_SSL_|ERR_TLS_|EPROTO|There was an error establishing an SSL connection)/,
    'Latchkey and the PostgreSQL server could not agree on TLS.',
    'Look at what the server says in its log, and at "sslmode" in the option "database".',
  ],
  [
    /^SASL: .*password must be/,
    'The PostgreSQL server asks for a password, and the option "database" gives none.',
    'Give it in the URL: "postgres://user:password@host/database".',
  ],
  [
    /^SASL: /,
    'Latchkey and the PostgreSQL server could not agree on how to sign in.',
    'Let the server take passwords as SCRAM-SHA-256: "scram-sha-256" in pg_hba.conf.',
  ],
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

/** What `pg` and Kysely say, without a code, when a connection ends or cannot be had. */
const LOST = new RegExp(
  `^(${[
    'Connection terminated',
    'timeout exceeded when trying to connect',
    'timeout expired',
    'Client has encountered a connection error',
    'Client was closed',
    'Query read timeout',
    'Postgres connection has been discarded',
  ].join('|')})`,
);

/** Explains an error of the PostgreSQL server, of `pg`, or of the network between them. */
export function explainPostgresError(error: unknown): ConnectError | undefined {
  // An escape of the URL that is no text.
  if (error instanceof URIError) return unreadableUrl();
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === DISK_FULL) return connectError('store_full', { cause: error });
  const trouble = findTrouble(code, error);
  return trouble && connectError('store_unavailable', { ...trouble, cause: error });
}

function findTrouble(code: string, error: Error): Trouble | undefined {
  const [, message, remedy] =
    REFUSED.find(([sign]) => sign.test(code) || sign.test(error.message)) ?? UNAVAILABLE.find(([prefix]) => code.startsWith(prefix)) ?? [];
  if (message !== undefined) return { message, ...(remedy !== undefined && { remedy }) };
  const syscall = 'syscall' in error ? error.syscall : undefined;
  if (syscall === 'open') {
    // Security: the path stays in the cause, because the message may reach a browser.
    const unread = `A file that the option "database" names for TLS cannot be read: ${code}.`;
    return { message: unread, remedy: 'Correct its path, or let this process read it.' };
  }
  if (syscall !== 'connect' && !NETWORK_CODES.has(code) && !LOST.test(error.message)) return undefined;
  return { message: 'The PostgreSQL server cannot be reached.' };
}

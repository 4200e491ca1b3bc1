import { pino } from 'pino';
import { connectError, ConnectError } from './errors.ts';

/**
 * What the server needs of a logger; every pino logger is one. The fields come first, then the message: for loggers that want it the other way
 * round, such as winston's, exchange the two.
 *
 * @example
 * ```ts
 * const logger: Logger = {
 *   info: (fields, message) => winston.info(message, fields),
 *   warn: (fields, message) => winston.warn(message, fields),
 *   error: (fields, message) => winston.error(message, fields),
 * };
 * ```
 */
export interface Logger {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** Names under which a secret could stand, should a later line of code log more than it ought to. */
const SECRET_NAMES: ReadonlySet<string> = new Set([
  'authorization',
  'token',
  'accessToken',
  'access_token',
  'client_secret',
  'clientSecret',
  'credentials',
  'secretKeys',
  'encryptionKeys',
]);

/** File descriptors, by name. */
const STREAMS = { stdout: 1, stderr: 2 };

/**
 * Lines are written together: once there are so many bytes, or after so many milliseconds. What is left is written when the process ends by itself;
 * one that is killed loses what it logged in this time.
 */
const TOGETHER = { minLength: 4096, periodicFlush: 100 };

/**
 * Creates a logger like the one that `createConnect` uses when it is given none: JSON lines, with secrets redacted.
 *
 * @param stream Where the lines go. @default 'stdout'
 */
export function createLogger(stream: 'stdout' | 'stderr' = 'stdout'): Logger {
  return pino({ name: 'latchkey', formatters: { log: hideSecrets } }, pino.destination({ dest: STREAMS[stream], ...TOGETHER }));
}

/** Hides what stands under the name of a secret, in fields and one level below. Fields without one, as they all should be, stay as they are. */
export function hideSecrets(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return mapFields(fields, (value) => (isRecord(value) ? mapFields(value, (inner) => inner) : value));
}

/** Copies only when something changes: that is looked for in every line, and found in none. */
function mapFields(fields: Readonly<Record<string, unknown>>, map: (value: unknown) => unknown): Record<string, unknown> {
  let changed: Record<string, unknown> | undefined;
  for (const name of Object.keys(fields)) {
    const value = SECRET_NAMES.has(name) ? '[redacted]' : map(fields[name]);
    if (value !== fields[name]) changed = { ...(changed ?? fields), [name]: value };
  }
  return changed ?? fields;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Logs why a request was refused or failed. */
export function logError(logger: Logger, error: ConnectError, requestId: string): void {
  logger[error.status >= 500 ? 'error' : 'info']({ requestId, ...describeError(error) }, 'request refused');
}

/** Logs why something failed that nobody waited for. */
export function logBackground(logger: Logger, thrown: unknown): void {
  const error = toKnown(thrown);
  logger[error.status >= 500 ? 'error' : 'warn'](describeError(error), 'background work failed');
}

/** Logs that a provider's host was not reached, and why as far as the machine says it: `ENOTFOUND`, for example. */
export function logUnreachable(logger: Logger, host: string, reason: string | undefined): void {
  logger.warn({ host, ...(reason !== undefined && { reason }) }, 'provider not reached');
}

/** Logs why the database could not be opened, and what to do. */
export function logUnopened(logger: Logger, thrown: unknown): void {
  const error = toKnown(thrown);
  logger.error(describeError(error), 'database not opened');
}

function toKnown(thrown: unknown): ConnectError {
  return thrown instanceof ConnectError ? thrown : connectError('server_error', { cause: thrown });
}

/**
 * Says of an error what a log may hold.
 *
 * Security: of a cause only its kind and where it happened, because its message and whatever is attached to it may quote a request or an
 * answer. A logger's own error serializer would print both, so an error never goes to the logger as it is.
 */
function describeError({ code, status, message, remedy, cause, details }: ConnectError): Readonly<Record<string, unknown>> {
  return {
    code,
    status,
    message,
    remedy,
    ...(details.correlationId !== undefined && { correlationId: details.correlationId }),
    ...(cause instanceof Error && { cause: nameOf(cause), stack: framesOf(cause) }),
  };
}

function nameOf(cause: Error): string {
  const code: unknown = 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? `${cause.name} ${code}` : cause.name;
}

function framesOf({ stack = '' }: Error): readonly string[] {
  return stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '));
}

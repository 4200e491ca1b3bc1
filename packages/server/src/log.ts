import { pino } from 'pino';
import { connectError, ConnectError } from './errors.ts';

/** What the server needs of a logger; every pino logger is one. */
export interface Logger {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** Names under which a secret could stand, should a later line of code log more than it ought to. */
const SECRET_NAMES = [
  'authorization',
  'token',
  'accessToken',
  'access_token',
  'client_secret',
  'clientSecret',
  'credentials',
  'secretKeys',
  'encryptionKeys',
];

/** File descriptors, by name. */
const STREAMS = { stdout: 1, stderr: 2 };

/**
 * Creates a logger like the one that `createConnect` uses when it is given none: JSON lines, with secrets redacted.
 *
 * @param stream Where the lines go. @default 'stdout'
 */
export function createLogger(stream: 'stdout' | 'stderr' = 'stdout'): Logger {
  const redact = { paths: SECRET_NAMES.flatMap((name) => [name, `*.${name}`]), censor: '[redacted]' };
  return pino({ name: 'latchkey', redact }, pino.destination(STREAMS[stream]));
}

/** Logs why a request was refused or failed. */
export function logError(logger: Logger, error: ConnectError, requestId: string): void {
  logger[error.status >= 500 ? 'error' : 'info']({ requestId, ...describeError(error) }, 'request refused');
}

/** Logs why something failed that nobody waited for. */
export function logBackground(logger: Logger, thrown: unknown): void {
  const error = thrown instanceof ConnectError ? thrown : connectError('server_error', { cause: thrown });
  logger[error.status >= 500 ? 'error' : 'warn'](describeError(error), 'background work failed');
}

/**
 * Says of an error what a log may hold.
 *
 * Security: of a cause only its kind and where it happened, because its message and whatever is attached to it may quote a request or an
 * answer. A logger's own error serializer would print both, so an error never goes to the logger as it is.
 */
function describeError({ code, status, message, cause, details }: ConnectError): Readonly<Record<string, unknown>> {
  return {
    code,
    status,
    message,
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

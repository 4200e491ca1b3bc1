import type { LoggedHeaders } from './operation.ts';
import { isPlainText } from './redact-text.ts';

/** Headers whose values describe a message, and prove nothing. */
const KEPT_HEADERS: ReadonlySet<string> = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'age',
  'allow',
  'cache-control',
  'connection',
  'content-encoding',
  'content-language',
  'content-length',
  'content-type',
  'correlation-id',
  'date',
  'expires',
  'last-modified',
  'prefer',
  'ratelimit-limit',
  'ratelimit-policy',
  'ratelimit-remaining',
  'ratelimit-reset',
  'retry-after',
  'server',
  'transfer-encoding',
  'user-agent',
  'vary',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
]);

const MAX_HEADERS = 50;
const MAX_NAME_LENGTH = 64;
const MAX_VALUE_LENGTH = 200;

/**
 * Makes of headers what may be kept: all names, and the values of a list.
 *
 * Security: a value of the list is dropped too when it holds what could be a key.
 */
export function redactHeaders(headers: Iterable<readonly [name: string, value: string]>): LoggedHeaders {
  const kept: (readonly [string, string | undefined])[] = [];
  for (const [given, value] of headers) {
    if (kept.length === MAX_HEADERS) break;
    const name = given.toLowerCase();
    const keeps = KEPT_HEADERS.has(name) && value.length <= MAX_VALUE_LENGTH && isPlainText(value);
    kept.push([name.length <= MAX_NAME_LENGTH && isPlainText(name) ? name : '(name not kept)', keeps ? value : undefined]);
  }
  return kept;
}

/** Finds the provider's correlation ID among headers, when it looks like one. */
export function findCorrelationId(headers: LoggedHeaders): string | undefined {
  const value = headers.find(([name]) => name === 'correlation-id')?.[1];
  return value !== undefined && /^[\w-]{8,64}$/.test(value) ? value : undefined;
}

import type { LoggedHeaders } from './operation.ts';
import type { RawHeaders } from './proxy-headers.ts';
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

/** What is decided of a header by its name. */
interface NameVerdict {
  /** As it is kept. */
  readonly name: string;
  readonly keepsValue: boolean;
}

/** Names come again and again; there are at most this many of them, in whatever letters somebody writes them. */
const MAX_REMEMBERED = 500;
const remembered = new Map<string, NameVerdict>();

const MAX_HEADERS = 50;
const MAX_NAME_LENGTH = 64;
const MAX_VALUE_LENGTH = 200;

/**
 * Makes of headers what may be kept: all names, and the values of a list.
 *
 * Security: a value of the list is dropped too when it holds what could be a key.
 */
export function redactHeaders(headers: RawHeaders): LoggedHeaders {
  const kept: (readonly [string, string | undefined])[] = [];
  for (let index = 0; index < headers.length && kept.length < MAX_HEADERS; index += 2) {
    const given = headers[index] ?? '';
    const value = headers[index + 1] ?? '';
    const { name, keepsValue } = remembered.get(given) ?? judgeName(given);
    kept.push([name, keepsValue && value.length <= MAX_VALUE_LENGTH && isPlainText(value) ? value : undefined]);
  }
  return kept;
}

function judgeName(given: string): NameVerdict {
  const lower = given.toLowerCase();
  const isPlain = lower.length <= MAX_NAME_LENGTH && isPlainText(lower);
  const verdict = { name: isPlain ? lower : '(name not kept)', keepsValue: KEPT_HEADERS.has(lower) };
  if (isPlain && remembered.size < MAX_REMEMBERED) remembered.set(given, verdict);
  return verdict;
}

/** Finds the provider's correlation ID among headers, when it looks like one. */
export function findCorrelationId(headers: LoggedHeaders): string | undefined {
  const value = headers.find(([name]) => name === 'correlation-id')?.[1];
  return value !== undefined && /^[\w-]{8,64}$/.test(value) ? value : undefined;
}

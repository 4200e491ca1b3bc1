import { connectError } from '../errors.ts';

/** How often and after which answers a call is tried again. */
export interface RetryPlan {
  /** How many times at most, besides the first. */
  readonly retries: number;
  readonly statuses: ReadonlySet<number>;
}

/** Most retries of one call, whatever its caller asks for. */
const MAX_RETRIES = 10;

/** Answers that may be different next time. */
// PingOne: its list of what to try again.
const PASSING = [408, 429, 500, 502, 503, 504];

const NONE: RetryPlan = { retries: 0, statuses: new Set() };

/** Methods that may be sent again without harm. @see [RFC 9110 §9.2.2](https://www.rfc-editor.org/rfc/rfc9110.html#section-9.2.2) */
const IDEMPOTENT = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);

/**
 * Reads what the caller wants tried again.
 *
 * @param method Only idempotent ones are ever tried again.
 * @param retries The header `Retries`: how many times, {@link MAX_RETRIES} at most. Empty means none.
 * @param retryOn The header `Retry-On`: statuses besides the usual ones, separated by commas.
 * @throws {ConnectError} `invalid_headers`
 */
export function parseRetryPlan(method: string, retries: string | undefined, retryOn: string | undefined): RetryPlan {
  if (!retries && !retryOn) return NONE;
  const count = parseCount(retries ?? '');
  const added = (retryOn ?? '').split(',').flatMap(parseStatus);
  return count === 0 || !IDEMPOTENT.has(method) ? NONE : { retries: count, statuses: new Set([...PASSING, ...added]) };
}

function parseCount(text: string): number {
  if (!/^\d{0,9}$/.test(text.trim())) throw invalid('retries', 'It is no whole number.');
  return Math.min(Number(text), MAX_RETRIES);
}

function parseStatus(text: string): number[] {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  if (!/^[45]\d\d$/.test(trimmed)) throw invalid('retry-on', 'It is no list of statuses from 400 to 599.');
  return [Number(trimmed)];
}

function invalid(name: string, message: string): Error {
  return connectError('invalid_headers', { errors: [{ code: 'invalid', message, path: [name] }] });
}

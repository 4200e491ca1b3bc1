import { LatchkeyError } from './errors.ts';

/**
 * Where Latchkey is, and how to call it.
 *
 * @example
 * ```ts
 * const latchkey = createLatchkey({
 *   apiUrl: 'https://app.example.com/latchkey',
 *   secretKey: process.env.LATCHKEY_SECRET_KEY,
 * });
 * ```
 */
export interface LatchkeyOptions {
  /** Where the router is mounted: an absolute URL, its path included. */
  readonly apiUrl: string;
  /** One of the server's secret keys. An unset environment variable is refused. */
  readonly secretKey: string | undefined;
  /** Sends the requests. @default the global `fetch`, looked up at each call */
  readonly fetch?: typeof fetch;
  /** How long one attempt may take, the reading of its answer included, in milliseconds: 1 to 600,000. @default 30000 */
  readonly timeoutMs?: number;
  /** How often a call is tried again where that is safe: 0 to 10. @default 2 */
  readonly retries?: number;
}

/** The options with every default filled in. */
export type CheckedOptions = Required<LatchkeyOptions> & { readonly secretKey: string };

/** Checks the options and fills in the defaults. @throws {LatchkeyError} `invalid_option`. Values are never repeated: one of them is secret. */
export function checkOptions(options: LatchkeyOptions): CheckedOptions {
  const { secretKey, timeoutMs = 30_000, retries = 2 } = options;
  const send = options.fetch ?? ((...request: Parameters<typeof fetch>) => globalThis.fetch(...request));
  if (typeof secretKey !== 'string' || !/^[!-~]+$/.test(secretKey)) {
    throw invalid('secretKey', 'It is missing, empty, or holds a space.', 'Give a key from the server’s option "secretKeys".');
  }
  if (typeof send !== 'function') throw invalid('fetch', 'It is no function.', 'Give a function like the global fetch, or leave it out.');
  if (!isTimeout(timeoutMs)) throw invalid('timeoutMs', 'It is no whole number in range.', TIMEOUT_REMEDY);
  if (!isWholeNumber(retries, 0, 10)) throw invalid('retries', 'It is no whole number in range.', 'Give 0 to 10, or leave it out for 2.');
  return { apiUrl: readApiUrl(options.apiUrl), secretKey, fetch: send, timeoutMs, retries };
}

function readApiUrl(text: unknown): string {
  const url = typeof text === 'string' ? URL.parse(text) : null;
  const web = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (!url || !web || url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '') {
    const remedy = 'Give the URL of the router, for example "https://app.example.com/latchkey", without a query.';
    throw invalid('apiUrl', 'It is no absolute http or https URL.', remedy);
  }
  return url.href.replace(/\/+$/, '');
}

/** What to do about a time limit that cannot be used. */
export const TIMEOUT_REMEDY = 'Give 1 to 600000 milliseconds, or leave it out for the default.';

/** Whether a time limit can be used. One that is too long for the timers of the platform would end at once. */
export function isTimeout(value: unknown): boolean {
  return isWholeNumber(value, 1, 600_000);
}

function isWholeNumber(value: unknown, lowest: number, highest: number): boolean {
  return Number.isInteger(value) && Number(value) >= lowest && Number(value) <= highest;
}

function invalid(option: string, problem: string, remedy: string): LatchkeyError {
  return new LatchkeyError('invalid_option', `The option "${option}" cannot be used. ${problem}`, { remedy, field: option });
}

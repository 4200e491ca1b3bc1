/** An attempt that failed. */
export interface FailedAttempt {
  /** Whether doing it twice does no more than doing it once. */
  readonly idempotent: boolean;
  /** HTTP status; `undefined` when no answer came. */
  readonly status: number | undefined;
  /** What the answer asked to wait, in seconds. */
  readonly retryAfterSeconds: number | undefined;
}

/** Pause before the first new attempt, at most, in milliseconds; it doubles with each. */
const FIRST_PAUSE_MS = 250;

/** Longest pause, in milliseconds. Who asks for a longer one is not asked again: the caller is told. */
const LONGEST_PAUSE_MS = 20_000;

/** Methods that may be sent twice. @see [RFC 9110 §9.2.2](https://www.rfc-editor.org/rfc/rfc9110.html#section-9.2.2) */
const IDEMPOTENT_METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);

/** Tells whether requests with this method may be sent twice. */
export function isIdempotent(method: string): boolean {
  return IDEMPOTENT_METHODS.has(method);
}

/**
 * Plans a new attempt.
 *
 * @param attempt How many attempts have failed before this one.
 * @param chance 0 to 1, exclusive: spreads callers that failed together.
 * @returns How long to wait, in milliseconds; `undefined` when a new attempt is not safe, or of no use.
 */
export function planRetry({ idempotent, status, retryAfterSeconds }: FailedAttempt, attempt: number, chance: number): number | undefined {
  const refusedUndone = status === 429 || (status === 503 && retryAfterSeconds !== undefined);
  const unclear = status === undefined || status === 502 || status === 503 || status === 504;
  if (!refusedUndone && !(idempotent && unclear)) return undefined;
  if (retryAfterSeconds !== undefined) {
    const askedMs = retryAfterSeconds * 1000;
    return askedMs <= LONGEST_PAUSE_MS ? askedMs + chance * FIRST_PAUSE_MS : undefined;
  }
  return chance * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt);
}

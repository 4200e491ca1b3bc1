const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Pauses after the first attempt that failed, the second, and so on, in milliseconds. The last one is repeated. */
const PAUSES_MS = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR];

/** For how long a delivery is tried, in milliseconds. */
export const PATIENCE_MS = 48 * HOUR;

/** Longest pause that a receiver may ask for, in milliseconds. */
const MAX_ASKED_PAUSE_MS = 12 * HOUR;

/** What is known when an attempt has failed. */
interface FailedDelivery {
  /** How many attempts there were: 1 or more. */
  readonly attempts: number;
  readonly giveUpAt: Date;
  /** What the receiver asked for, in seconds. */
  readonly retryAfterSeconds: number | undefined;
}

/**
 * Plans the next attempt: after a pause that grows, less up to a fifth by chance, so that many that failed together do not come back together.
 *
 * @param random From 0 to 1.
 * @returns `undefined` when it is given up.
 */
export function planNextAttempt(
  { attempts, giveUpAt, retryAfterSeconds = 0 }: FailedDelivery,
  now: Date,
  random: number,
): Date | undefined {
  const pauseMs = PAUSES_MS[Math.min(attempts, PAUSES_MS.length) - 1] ?? 0;
  const askedMs = Math.min(retryAfterSeconds * SECOND, MAX_ASKED_PAUSE_MS);
  const next = new Date(now.getTime() + Math.max(Math.round(pauseMs * (1 - random / 5)), askedMs));
  return next > giveUpAt ? undefined : next;
}

import { describe, expect, it } from 'vitest';
import { isIdempotent, planRetry } from './retry.ts';

const plan = (status: number | undefined, idempotent: boolean, retryAfterSeconds?: number) =>
  planRetry({ status, idempotent, retryAfterSeconds }, 0, 0.5);

describe('A new attempt', () => {
  it.each([
    ['no answer', undefined, true, undefined, true],
    ['no answer', undefined, false, undefined, false],
    ['too many requests', 429, true, undefined, true],
    ['too many requests', 429, false, undefined, true],
    ['a bad gateway', 502, true, undefined, true],
    ['a bad gateway', 502, false, undefined, false],
    ['unavailable', 503, true, undefined, true],
    ['unavailable, which may have come too late', 503, false, undefined, false],
    ['unavailable for a named while', 503, false, 2, true],
    ['a late gateway', 504, false, undefined, false],
    ['a failure', 500, true, undefined, false],
    ['a refusal', 424, true, 2, false],
    ['a success that cannot be read', 200, true, undefined, false],
  ])('after %s (%s, idempotent: %s, Retry-After: %s) is made: %s', (_what, status, idempotent, retryAfterSeconds, made) => {
    expect(plan(status, idempotent, retryAfterSeconds) !== undefined).toBe(made);
  });

  it('waits twice as long each time, up to a bound, and never exactly as long as others', () => {
    const pauses = [0, 1, 2, 3, 20].map((attempt) =>
      [0, 0.999].map((chance) =>
        Math.round(planRetry({ status: undefined, idempotent: true, retryAfterSeconds: undefined }, attempt, chance) ?? -1),
      ),
    );
    expect(pauses).toEqual([
      [0, 250],
      [0, 500],
      [0, 999],
      [0, 1998],
      [0, 19_980],
    ]);
  });

  it('waits no less than was asked for, and gives up when that is too long', () => {
    expect([plan(429, true, 3), plan(429, true, 0)]).toEqual([3125, 125]);
    expect([plan(429, true, 20), plan(429, true, 21)]).toEqual([20_125, undefined]);
  });
});

describe('isIdempotent', () => {
  it('follows the standard', () => {
    expect(['GET', 'HEAD', 'PUT', 'DELETE', 'POST', 'PATCH'].map(isIdempotent)).toEqual([true, true, true, true, false, false]);
  });
});

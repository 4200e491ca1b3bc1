import type { Clock } from '../clock.ts';
import { connectError } from '../errors.ts';

/** Slows guessing of the password down. Each process counts for itself. */
export interface SignInThrottle {
  /**
   * Counts an attempt as a wrong one, before it is known to be: so that many at once are counted too.
   *
   * @param address Where it comes from.
   * @throws {ConnectError} `too_many_request` while attempts from there, or from anywhere, have to wait
   */
  begin(address: string): void;
  /** Forgets the wrong attempts from an address, because the password was right. */
  succeed(address: string): void;
}

/** Wrong attempts in a row that need no wait. */
const FREE_PER_ADDRESS = 5;
const FREE_OVERALL = 30;

/** The first wait, which doubles with each further wrong attempt, and the longest ones, in milliseconds. */
const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 60 * 60_000;
const LONGEST_WAIT_OVERALL_MS = 4 * 60_000;

/** After how long without an attempt nothing is held against anybody any more, beyond the wait, in milliseconds. */
const FORGET_MS = 60_000;

/** Addresses that are remembered at most; whoever has more of them meets the limit for all. */
const MAX_ADDRESSES = 10_000;

interface Count {
  wrong: number;
  waitUntil: number;
  forgetAt: number;
}

/** Creates it, with nothing counted. */
export function createSignInThrottle(clock: Clock): SignInThrottle {
  const byAddress = new Map<string, Count>();
  let overall: Count = { wrong: 0, waitUntil: 0, forgetAt: 0 };

  const find = (count: Count | undefined, now: number): Count =>
    count === undefined || now >= count.forgetAt ? { wrong: 0, waitUntil: 0, forgetAt: 0 } : count;

  const add = (count: Count, now: number, free: number, longestMs: number): void => {
    count.wrong += 1;
    const waitMs = count.wrong < free ? 0 : Math.min(FIRST_WAIT_MS * 2 ** Math.min(count.wrong - free, 16), longestMs);
    count.waitUntil = now + waitMs;
    count.forgetAt = now + waitMs + FORGET_MS;
  };

  return {
    begin(address) {
      const now = clock.now().getTime();
      const own = find(byAddress.get(address), now);
      overall = find(overall, now);
      const waitMs = Math.max(own.waitUntil, overall.waitUntil) - now;
      if (waitMs > 0) throw connectError('too_many_request', { retryAfterSeconds: Math.ceil(waitMs / 1000) });
      add(own, now, FREE_PER_ADDRESS, LONGEST_WAIT_MS);
      add(overall, now, FREE_OVERALL, LONGEST_WAIT_OVERALL_MS);
      byAddress.delete(address);
      byAddress.set(address, own);
      const [oldest] = byAddress.keys();
      if (oldest !== undefined && byAddress.size > MAX_ADDRESSES) byAddress.delete(oldest);
    },
    succeed(address) {
      byAddress.delete(address);
      overall.wrong = Math.max(0, overall.wrong - 1);
      overall.waitUntil = 0;
    },
  };
}

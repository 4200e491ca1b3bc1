import type { Clock } from '../clock.ts';

/** A clock that stands still until it is told to move. Who sleeps on it wakes at once, and the time has passed. */
export interface TestClock extends Clock {
  advance(ms: number): void;
}

/** Creates a clock that begins now, at a whole second. */
export function createTestClock(): TestClock {
  let now = Math.floor(Date.now() / 1000) * 1000;
  return {
    now: () => new Date(now),
    sleep: (ms) => {
      now += ms;
      return Promise.resolve();
    },
    advance: (ms) => {
      now += ms;
    },
  };
}

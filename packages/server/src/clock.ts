import { setTimeout as delay } from 'node:timers/promises';

/** What tells the time and waits. */
export interface Clock {
  now(): Date;
  /** Resolves after this many milliseconds. */
  sleep(ms: number): Promise<void>;
}

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => new Date(),
  sleep: (ms) => delay(ms),
};

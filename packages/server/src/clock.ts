import { setTimeout as delay } from 'node:timers/promises';

/** What tells the time and waits. */
export interface Clock {
  now(): Date;
  /** Resolves after this many milliseconds. */
  sleep(ms: number): Promise<void>;
}

/** Calls back once, after this many milliseconds, unless what it returns is called before. Keeps no process alive. */
export type Timer = (ms: number, callBack: () => void) => () => void;

/** The timer of the machine. */
export const systemTimer: Timer = (ms, callBack) => {
  const timer = setTimeout(callBack, ms).unref();
  return () => clearTimeout(timer);
};

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => new Date(),
  sleep: (ms) => delay(ms),
};

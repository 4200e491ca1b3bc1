import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../clock.ts';

/** A clock whose time passes only when a test lets it, and on which who sleeps wakes in order. */
export interface VirtualClock extends Clock {
  /** Lets everything come to rest, then lets time pass, waking who sleeps until then one after another. */
  advance(ms: number): Promise<void>;
  /** Lets everything come to rest, then lets time pass until the next one wakes. Resolves to whether anybody slept. */
  step(): Promise<boolean>;
}

/** Turns of the event loop in which everything comes to rest: a write to SQLite takes one, and no work does more of them in a row. */
const TURNS_TO_REST = 12;

/** Creates it. What happens between two moments must be done by promises and a few turns of the event loop, without timers or threads. */
export function createVirtualClock(start = new Date('2026-11-20T08:00:00.000Z')): VirtualClock {
  let now = start.getTime();
  let sleepers: { readonly at: number; readonly wake: () => void }[] = [];

  async function wakeNext(until: number): Promise<boolean> {
    for (let turn = 0; turn < TURNS_TO_REST; turn += 1) await setImmediate();
    const next = sleepers.reduce<(typeof sleepers)[number] | undefined>(
      (earliest, sleeper) => (sleeper.at <= until && sleeper.at < (earliest?.at ?? Number.POSITIVE_INFINITY) ? sleeper : earliest),
      undefined,
    );
    if (next === undefined) return false;
    sleepers = sleepers.filter((sleeper) => sleeper !== next);
    now = Math.max(now, next.at);
    next.wake();
    return true;
  }

  return {
    now: () => new Date(now),
    sleep: (ms) => new Promise((resolve) => sleepers.push({ at: now + ms, wake: resolve })),
    step: () => wakeNext(Number.MAX_SAFE_INTEGER),
    async advance(ms) {
      const target = now + ms;
      while (await wakeNext(target)) continue;
      now = target;
    },
  };
}

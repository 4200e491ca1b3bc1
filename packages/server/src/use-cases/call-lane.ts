import type { Clock, Timer } from '../clock.ts';
import { computeBackoff } from '../core/backoff.ts';
import type { Cancellation } from '../core/cancellation.ts';
import { connectError } from '../errors.ts';

/** One call's permission to be under way. */
export interface Place {
  /** Tells what was answered: 429 makes every caller wait. @param retryAfterSeconds As long as the provider said. */
  answered(status: number, retryAfterSeconds: number | undefined): void;
  /** Gives the place up. Doing it again changes nothing. */
  leave(): void;
}

/** The calls of one connection: a few at a time, in the order in which they came, and none while the provider wants to be left alone. */
export interface CallLane {
  /** @see {@link ApiTraffic.enter} */
  enter(signal: Cancellation, again: boolean): Promise<Place>;
}

/** Limits of the waiting, in calls and milliseconds. */
export const laneLimits = {
  maxWaiting: 200,
  maxWaitMs: 30_000,
  /** A pause ends at this time even if the provider said a longer one: one call then asks for its word again. */
  maxPauseMs: 60_000,
  /** When the provider says no time: from the first to the longest, as {@link computeBackoff} has it. */
  unknownPause: { firstMs: 1_000, maxMs: 30_000 },
} as const;

/** What a lane works with. */
export interface LaneParts {
  readonly clock: Clock;
  readonly timer: Timer;
  /** From 0 to 1. */
  readonly random: () => number;
}

interface Waiter {
  readonly go: (place: Place) => void;
  readonly giveUp: (reason: unknown) => void;
  /** When it has waited long enough, in milliseconds of the clock. */
  readonly until: number;
}

/**
 * Creates a lane.
 *
 * @param maxConcurrent How many calls may be under way.
 * @param onIdle Called whenever nothing is under way, nobody waits and no pause runs: the lane can be forgotten.
 */
export function createCallLane({ clock, timer, random }: LaneParts, maxConcurrent: number, onIdle: () => void): CallLane {
  const waiting: Waiter[] = [];
  let underWay = 0;
  let pausedUntil = 0;
  let pauses = 0;
  // After a pause one call goes ahead, and the others follow when it is not refused as well.
  let isWary = false;
  let isTrying = false;
  let isWatched = false;

  const pauseMs = (): number => (pausedUntil === 0 ? 0 : Math.max(0, pausedUntil - clock.now().getTime()));
  const mayGo = (): boolean => underWay < maxConcurrent && !(isWary && isTrying) && pauseMs() === 0;

  const moveOn = (): void => {
    while (waiting.length > 0 && mayGo()) waiting.shift()?.go(take());
    if (underWay === 0 && waiting.length === 0 && pauseMs() === 0) onIdle();
  };

  const awaitPauseEnd = (): void => {
    const restMs = pauseMs();
    // A timer may fire a little before the clock gets there.
    if (restMs === 0) moveOn();
    else timer(restMs, awaitPauseEnd);
  };

  const pause = (retryAfterSeconds: number | undefined): void => {
    const runs = pauseMs() > 0;
    if (!runs) pauses += 1;
    isWary = true;
    const askedMs =
      retryAfterSeconds === undefined ? computeBackoff(laneLimits.unknownPause, pauses, random()) : Math.max(1, retryAfterSeconds) * 1000;
    pausedUntil = Math.max(pausedUntil, clock.now().getTime() + Math.min(askedMs, laneLimits.maxPauseMs));
    if (!runs) awaitPauseEnd();
  };

  const take = (): Place => {
    const tries = isWary;
    let isLeft = false;
    underWay += 1;
    if (tries) isTrying = true;
    return {
      answered(status, retryAfterSeconds) {
        if (tries) isTrying = false;
        if (status === 429) return pause(retryAfterSeconds);
        // An answer to a call from before the pause does not tell that it is over.
        if (!tries || pauseMs() > 0) return;
        isWary = false;
        pausedUntil = 0;
        pauses = 0;
        moveOn();
      },
      leave() {
        if (isLeft) return;
        isLeft = true;
        if (tries) isTrying = false;
        underWay -= 1;
        moveOn();
      },
    };
  };

  const refuseToWait = (): void => {
    const restSeconds = Math.ceil(pauseMs() / 1000);
    if (restSeconds * 1000 > laneLimits.maxWaitMs) throw connectError('proxy_rate_limited', { retryAfterSeconds: restSeconds });
    if (waiting.length >= laneLimits.maxWaiting) throw connectError('proxy_busy', { retryAfterSeconds: Math.max(1, restSeconds) });
  };

  const waitForTurn = (signal: Cancellation, again: boolean): Promise<Place> =>
    new Promise((resolve, reject) => {
      const abort = (): void => waiter.giveUp(signal.reason);
      const waiter: Waiter = {
        until: clock.now().getTime() + laneLimits.maxWaitMs,
        go: (place) => {
          signal.removeEventListener('abort', abort);
          resolve(place);
        },
        giveUp: (reason) => {
          const index = waiting.indexOf(waiter);
          // It may have gone since somebody decided that it had waited long enough.
          if (index === -1) return;
          signal.removeEventListener('abort', abort);
          waiting.splice(index, 1);
          reject(reason);
          moveOn();
        },
      };
      signal.addEventListener('abort', abort, { once: true });
      if (again) waiting.unshift(waiter);
      else waiting.push(waiter);
      watchWaiting();
    });

  /** One timer for all: those who came first have waited longest, but for the few that are there again. */
  const watchWaiting = (): void => {
    if (isWatched || waiting.length === 0) return;
    isWatched = true;
    const restMs = Math.min(...waiting.map(({ until }) => until)) - clock.now().getTime();
    timer(Math.max(restMs, 1), () => {
      isWatched = false;
      const now = clock.now().getTime();
      for (const waiter of waiting.filter(({ until }) => until <= now)) {
        waiter.giveUp(connectError('proxy_busy', { retryAfterSeconds: 1 }));
      }
      watchWaiting();
    });
  };

  return {
    async enter(signal, again) {
      if ((again || waiting.length === 0) && mayGo()) return take();
      if (!again) refuseToWait();
      return waitForTurn(signal, again);
    },
  };
}

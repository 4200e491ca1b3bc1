import type { Timer } from './clock.ts';

/** Work that is done again and again while the server runs. */
export interface Sweeper {
  /** Starts no round any more, and tells the one that runs to end early. */
  stop(): void;
}

/** What a sweeper works with. */
export interface SweeperParts<Cursor> {
  /** Does one round from where the last one ended. Resolves to where the next goes on, or `undefined` when it came to the end. */
  readonly sweep: (after: Cursor | undefined, signal: AbortSignal) => Promise<Cursor | undefined>;
  /** Told why a round failed. The next one begins anew. */
  readonly onError: (error: unknown) => void;
  readonly timer: Timer;
  /** From 0 to 1. */
  readonly random: () => number;
}

/** Pause between two rounds, and a shorter one when the last round left something to do, in milliseconds. */
const PAUSE_MS = 60_000;
const SHORT_PAUSE_MS = 5000;

/** Starts rounds, one after another. Pauses vary by half, so that processes that started together do not sweep together. */
export function startSweeper<Cursor>({ sweep, onError, timer, random }: SweeperParts<Cursor>): Sweeper {
  const stopping = new AbortController();
  let cancel: (() => void) | undefined;

  const schedule = (after: Cursor | undefined): void => {
    const pauseMs = after === undefined ? PAUSE_MS : SHORT_PAUSE_MS;
    cancel = timer(Math.round(pauseMs * (0.75 + random() / 2)), () => void run(after));
  };
  const run = async (after: Cursor | undefined): Promise<void> => {
    let next: Cursor | undefined;
    try {
      next = await sweep(after, stopping.signal);
    } catch (error) {
      onError(error);
    }
    if (!stopping.signal.aborted) schedule(next);
  };

  schedule(undefined);
  return {
    stop() {
      stopping.abort();
      cancel?.();
    },
  };
}

import type { Clock } from './clock.ts';
import { createUnderWay } from './core/under-way.ts';
import { errorCatalogue } from './error-catalogue.ts';
import { connectError, ConnectError } from './errors.ts';

/** Where all work enters: it waits until the server is ready, and is waited for when the server closes. */
export interface Gate {
  /** @throws {ConnectError} `store_unavailable` or `store_full` when it could not be opened, or the server is closing; else whatever the work throws. */
  readonly enter: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Settles as the first try to open it does. */
  readonly ready: Promise<void>;
  /** Resolves when it opens, at the first try or a later one; rejects when it never will. */
  readonly opened: Promise<void>;
  /** Lets nothing in any more, and resolves when all work is done. */
  readonly close: () => Promise<void>;
}

/** What a gate works with. */
export interface GateParts {
  /** Called at once; again, when it failed with something that may pass, for whoever enters. */
  readonly open: () => Promise<void>;
  /** Told why it did not open: once, and again when there is another reason. */
  readonly onFailure: (error: unknown) => void;
  readonly clock: Pick<Clock, 'now'>;
}

/** What is told to who comes too late. */
const CLOSING = {
  message: 'The server is shutting down.',
  remedy: 'Nothing was stored. Try again when it, or the one that takes its place, is up.',
};

/** Shortest pause between two tries, in milliseconds. */
const PAUSE_MS = 1000;

/** Creates a gate, and begins to open it. */
export function createGate({ open, onFailure, clock }: GateParts): Gate {
  const underWay = createUnderWay();
  const opened = Promise.withResolvers<void>();
  let isOpen = false;
  let closing = false;
  let reason: string | undefined;
  /** When to try again: not while a try is under way, and not when there is no use in it. */
  let againAt = Number.POSITIVE_INFINITY;

  const tryToOpen = async (): Promise<void> => {
    try {
      await open();
    } catch (error) {
      const { retryable, message } = refuse(error);
      if (retryable) againAt = clock.now().getTime() + PAUSE_MS;
      else opened.reject(error);
      if (message !== reason) onFailure(error);
      reason = message;
      throw error;
    }
    isOpen = true;
    opened.resolve();
  };
  const ready = tryToOpen();
  let trying = ready;
  // Who wants to know awaits them, and whoever enters is told; that nobody does must not end the process.
  for (const settling of [ready, opened.promise]) settling.catch(() => undefined);

  const enterOpened = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (clock.now().getTime() >= againAt) {
      againAt = Number.POSITIVE_INFINITY;
      trying = tryToOpen();
    }
    try {
      await trying;
    } catch (error) {
      throw refuse(error);
    }
    return work();
  };

  return {
    ready,
    opened: opened.promise,
    enter: async (work) => {
      if (closing) throw connectError('store_unavailable', CLOSING);
      underWay.begin();
      try {
        return await (isOpen ? work() : enterOpened(work));
      } finally {
        underWay.end();
      }
    },
    close: async () => {
      closing = true;
      opened.reject(new Error('The gate was closed before it opened.'));
      await underWay.settled();
    },
  };
}

/** Says to who enters why the gate does not open. What stays until somebody changes something cannot be tried again. */
function refuse(error: unknown): ConnectError {
  if (error instanceof ConnectError && error.retryable) return error;
  const row = { code: 'store_unavailable', ...errorCatalogue.store_unavailable, retryable: false };
  const { message, remedy } =
    error instanceof ConnectError
      ? error
      : { message: 'The database could not be opened when the server started.', remedy: "Look for the reason in the server's log." };
  return new ConnectError(row, { message, remedy: `${remedy} Then restart the server.`, cause: error });
}

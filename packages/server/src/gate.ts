import { createUnderWay } from './core/under-way.ts';
import { connectError } from './errors.ts';

/** Where all work enters: it waits until the server is ready, and is waited for when the server closes. */
export interface Gate {
  /** @throws {ConnectError} `store_unavailable` when the start failed or the server is closing; else whatever the work throws. */
  readonly enter: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Resolves when it opens; rejects when the start failed. */
  readonly opened: Promise<void>;
  /** Lets nothing in any more, and resolves when all work is done. */
  readonly close: () => Promise<void>;
}

/** Creates a gate that opens when `ready` resolves. */
export function createGate(ready: Promise<void>): Gate {
  const underWay = createUnderWay();
  let isOpen = false;
  let closing = false;
  ready.then(
    () => void (isOpen = true),
    // Whoever enters is told.
    () => undefined,
  );

  const enterReady = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      await ready;
    } catch (cause) {
      throw connectError('store_unavailable', { message: 'The database could not be opened when the server started.', cause });
    }
    return work();
  };

  return {
    opened: ready,
    enter: async (work) => {
      if (closing) throw connectError('store_unavailable', { message: 'The server is shutting down.' });
      underWay.begin();
      try {
        return await (isOpen ? work() : enterReady(work));
      } finally {
        underWay.end();
      }
    },
    close: async () => {
      closing = true;
      await underWay.settled();
    },
  };
}

import { setImmediate } from 'node:timers/promises';
import type { Timer } from './clock.ts';
import type { LoggedOperation } from './core/operation.ts';
import { writeOperation, type WrittenOperation } from './core/written-operation.ts';
import type { OperationQueue } from './use-cases/operation-queue.ts';

/** Stores what is in a queue, a batch at a time, behind everybody's back. */
export interface OperationWriter {
  /** Resolves when what is in the queue now is stored, or when that takes too long. */
  flush(): Promise<void>;
  /** Stores what is left, as far as that goes in a short time, and stops. */
  close(): Promise<void>;
}

/** What a writer works with. */
export interface OperationWriterParts {
  readonly queue: OperationQueue;
  /** Called before each look at the queue. */
  readonly announceRunning: () => void;
  /** Stores operations in one write; those with an id that is there already take their place, unless it is said that there are none. */
  readonly save: (operations: readonly WrittenOperation[], areNew: boolean) => Promise<void>;
  /** Makes the record that says how many operations are missing. */
  readonly describeGap: (count: number) => LoggedOperation;
  /** Told why a batch could not be stored, once until one could. */
  readonly onError: (error: unknown) => void;
  readonly timer: Timer;
}

/** Operations in one write: few enough that it keeps the process from nothing for more than a few milliseconds. */
const BATCH_SIZE = 100;

/**
 * Pause between two looks at the queue, in milliseconds: when the last one found nothing, when it found something, and when a whole batch waits. Less than a
 * batch waits for more, because a write costs the same; and not for long, because what is written at once takes the processor from a request for as long.
 */
const PAUSE_MS = 250;
const BUSY_PAUSE_MS = 10;
const SHORT_PAUSE_MS = 5;

/** Pause after a failure, in milliseconds, and how often one batch is tried. */
const FAILURE_PAUSE_MS = 1000;
const MAX_TRIES = 5;

/** How long somebody waits for a flush, and the end of the process for the last one, in milliseconds. */
const FLUSH_TIMEOUT_MS = 500;
const CLOSE_TIMEOUT_MS = 3000;

/** Starts writing. One write runs at a time; a store that hangs or fails holds up nobody: the queue is bounded. */
export function startOperationWriter(parts: OperationWriterParts): OperationWriter {
  const { queue, announceRunning, save, describeGap, onError, timer } = parts;
  /** Ids of operations that were stored while they ran, and will come once more. */
  const running = new Set<string>();
  let batch: readonly WrittenOperation[] = [];
  let tries = 0;
  let closing: Promise<void> | undefined;
  let writing: Promise<boolean> | undefined;

  /** Writes one batch: the one that failed before, or the next. Resolves to whether it was stored, or nothing was there to store. */
  const writeBatch = async (): Promise<boolean> => {
    if (batch.length === 0) batch = takeBatch();
    if (batch.length === 0) return true;
    try {
      // What failed may have been stored all the same.
      await save(batch, tries === 0 && !batch.some(({ operationId }) => running.has(operationId)));
    } catch (error) {
      if (tries === 0) onError(error);
      tries += 1;
      // It may be this very batch that cannot be stored.
      if (tries >= MAX_TRIES) giveUp();
      return false;
    }
    for (const { operationId, status } of batch) {
      if (status === 'running') running.add(operationId);
      else if (running.size > 0) running.delete(operationId);
    }
    batch = [];
    tries = 0;
    return true;
  };
  const takeBatch = (): readonly WrittenOperation[] => {
    const missing = queue.takeDropped();
    const gap = missing === 0 ? [] : [writeOperation(describeGap(missing))];
    const taken = [...gap, ...queue.take(BATCH_SIZE)];
    // Of one that has ended since it was put there as running, only the end counts.
    return taken.some(({ status }) => status === 'running') ? [...new Map(taken.map((one) => [one.operationId, one])).values()] : taken;
  };
  const giveUp = (): void => {
    queue.addDropped(batch.length);
    batch = [];
    tries = 0;
  };
  const write = (): Promise<boolean> => (writing ??= writeBatch().finally(() => (writing = undefined)));

  const drain = async (): Promise<void> => {
    while (queue.size() > 0 || batch.length > 0) {
      if (!(await write())) return;
      // Requests get their turn between two batches.
      await setImmediate();
    }
  };
  const inTime = (work: Promise<void>, timeoutMs: number): Promise<void> =>
    new Promise((resolve) => {
      const cancel = timer(timeoutMs, resolve);
      void work.finally(() => {
        cancel();
        resolve();
      });
    });

  let cancel: (() => void) | undefined;
  const schedule = (pauseMs: number): void => {
    if (closing === undefined) cancel = timer(pauseMs, () => void look());
  };
  const look = async (): Promise<void> => {
    announceRunning();
    const isBusy = queue.size() > 0;
    const stored = await write();
    schedule(stored ? (queue.size() >= BATCH_SIZE ? SHORT_PAUSE_MS : isBusy ? BUSY_PAUSE_MS : PAUSE_MS) : FAILURE_PAUSE_MS);
  };
  schedule(PAUSE_MS);

  return {
    flush: () => inTime(drain(), FLUSH_TIMEOUT_MS),
    close() {
      cancel?.();
      closing ??= inTime(drain(), CLOSE_TIMEOUT_MS);
      return closing;
    },
  };
}

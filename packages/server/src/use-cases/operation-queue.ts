import type { LoggedOperation } from '../core/operation.ts';
import { measureWritten, writeOperation, type WrittenOperation } from '../core/written-operation.ts';

/** Operations that wait to be stored. It never holds more than its bound: what there is no room for is dropped, and counted. */
export interface OperationQueue {
  push(operation: LoggedOperation): void;
  /** Takes out the oldest, this many at most. */
  take(limit: number): readonly WrittenOperation[];
  size(): number;
  /** Counts operations that were lost elsewhere. */
  addDropped(count: number): void;
  /** Tells how many were dropped since it was asked last. */
  takeDropped(): number;
}

/** As much as waits at the most, in characters: some ten thousand operations. */
const MAX_CHARACTERS = 16_000_000;

/** When it is full, it is emptied to this share, so that it need not be gone through for each operation that comes. */
const KEPT_SHARE = 0.95;

/** Creates an empty queue. When it is full, calls that went well are dropped first, the oldest of them first; then whatever is the oldest. */
export function createOperationQueue(maxCharacters = MAX_CHARACTERS): OperationQueue {
  let waiting: WrittenOperation[] = [];
  let characters = 0;
  let dropped = 0;

  /** Drops the oldest of these until enough is gone. */
  const drop = (isDropped: (operation: WrittenOperation) => boolean): void => {
    waiting = waiting.filter((operation) => {
      if (characters <= maxCharacters * KEPT_SHARE || !isDropped(operation)) return true;
      characters -= measureWritten(operation);
      dropped += 1;
      return false;
    });
  };

  return {
    push(operation) {
      const written = writeOperation(operation);
      waiting.push(written);
      characters += measureWritten(written);
      if (characters <= maxCharacters) return;
      drop(({ type, status }) => type === 'proxy' && status === 'success');
      drop(() => true);
    },
    take(limit) {
      const taken = waiting.splice(0, limit);
      for (const operation of taken) characters -= measureWritten(operation);
      return taken;
    },
    size: () => waiting.length,
    addDropped: (count) => void (dropped += count),
    takeDropped() {
      const count = dropped;
      dropped = 0;
      return count;
    },
  };
}

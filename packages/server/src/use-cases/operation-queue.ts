import type { LoggedOperation } from '../core/operation.ts';

/** Operations that wait to be stored. It never holds more than its bound: what there is no room for is dropped, and counted. */
export interface OperationQueue {
  push(operation: LoggedOperation): void;
  /** Takes out the oldest, this many at most. */
  take(limit: number): readonly LoggedOperation[];
  size(): number;
  /** Counts operations that were lost elsewhere. */
  addDropped(count: number): void;
  /** Tells how many were dropped since it was asked last. */
  takeDropped(): number;
}

/** What an operation counts for: it, and each of its messages. */
const MAX_WEIGHT = 20_000;

/** Creates an empty queue. When it is full, calls that went well are dropped first, the oldest of them first; then whatever is the oldest. */
export function createOperationQueue(maxWeight = MAX_WEIGHT): OperationQueue {
  // Sets keep the order in which things came, and give up any of them at once.
  const waiting = new Set<LoggedOperation>();
  const ordinary = new Set<LoggedOperation>();
  let weight = 0;
  let dropped = 0;

  const isTooHeavy = (): boolean => weight > maxWeight;
  const remove = (operation: LoggedOperation): void => {
    waiting.delete(operation);
    ordinary.delete(operation);
    weight -= weigh(operation);
  };

  return {
    push(operation) {
      waiting.add(operation);
      if (isOrdinary(operation)) ordinary.add(operation);
      weight += weigh(operation);
      while (isTooHeavy()) {
        const [victim = operation] = ordinary.size > 0 ? ordinary : waiting;
        remove(victim);
        dropped += 1;
      }
    },
    take(limit) {
      const taken: LoggedOperation[] = [];
      for (const operation of waiting) {
        if (taken.length === limit) break;
        taken.push(operation);
        remove(operation);
      }
      return taken;
    },
    size: () => waiting.size,
    addDropped: (count) => void (dropped += count),
    takeDropped() {
      const count = dropped;
      dropped = 0;
      return count;
    },
  };
}

function isOrdinary({ type, status }: LoggedOperation): boolean {
  return type === 'proxy' && status === 'success';
}

function weigh({ messages }: LoggedOperation): number {
  return 1 + messages.length;
}

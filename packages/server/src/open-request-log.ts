import { randomUUID } from 'node:crypto';
import { systemTimer, type Clock } from './clock.ts';
import { buildOperationId } from './core/operation-id.ts';
import type { LoggedOperation } from './core/operation.ts';
import type { Gate } from './gate.ts';
import { logBackground, type Logger } from './log.ts';
import { startOperationWriter } from './operation-writer.ts';
import type { Store } from './store/store.ts';
import { startSweeper } from './sweeper.ts';
import { createOperationTail, type OperationTail } from './use-cases/operation-tail.ts';
import { createOperationQueue } from './use-cases/operation-queue.ts';
import { removeOldOperations, type LogRetention } from './use-cases/remove-old-operations.ts';
import { BACKGROUND, createRequestLog, createSilentLog, type RequestLog } from './use-cases/request-log.ts';

/** What the request log works with. */
export interface RequestLogParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly gate: Gate;
  readonly random: () => number;
  /** `days` is 0 for a log that keeps nothing. */
  readonly retention: LogRetention;
}

/** Where nothing is added only time makes something too old: it is looked for this often, in milliseconds. */
const IDLE_SWEEP_MS = 60 * 60_000;

/** The request log of one process. */
export interface OpenRequestLog {
  readonly requestLog: RequestLog;
  /** Resolves when what was logged until now is stored, or when that takes too long. */
  readonly flush: () => Promise<void>;
  readonly tail: OperationTail;
  /** Stores what is left. Called when nothing is logged any more, and before the store is closed. */
  readonly close: () => Promise<void>;
}

/** Opens the request log: what use-cases tell it is stored in the background, and removed when it is old. */
export function openRequestLog({ store, clock, logger, gate, random, retention }: RequestLogParts): OpenRequestLog {
  const onError = (error: unknown): void => logBackground(logger, error);
  const tail = createOperationTail({ store, timer: systemTimer, onError });
  if (retention.days === 0) return { requestLog: createSilentLog(), flush: doNothing, tail, close: doNothing };

  const queue = createOperationQueue();
  let nextSweepAt = 0;
  const requestLog = createRequestLog({ clock, queue });
  const writer = startOperationWriter({
    queue,
    announceRunning: () => requestLog.announceRunning(),
    save: async (operations, areNew) => {
      await gate.opened;
      await store.saveOperations(operations, areNew);
      nextSweepAt = 0;
    },
    describeGap: (count) => {
      logger.warn({ count }, 'operations not logged');
      return describeGap(count, clock.now());
    },
    onError,
    timer: systemTimer,
  });
  const sweeper = startSweeper<never>({
    sweep: async (_after, signal) => {
      const now = clock.now().getTime();
      if (now < nextSweepAt) return undefined;
      nextSweepAt = now + IDLE_SWEEP_MS;
      try {
        await gate.enter(() => removeOldOperations({ store, clock }, retention, signal));
      } catch (error) {
        nextSweepAt = 0;
        throw error;
      }
      return undefined;
    },
    onError,
    timer: systemTimer,
    random,
  });
  return {
    requestLog,
    flush: () => writer.flush(),
    tail,
    close: async () => {
      sweeper.stop();
      await writer.close();
    },
  };
}

function doNothing(): Promise<void> {
  return Promise.resolve();
}

function describeGap(count: number, now: Date): LoggedOperation {
  return {
    operationId: buildOperationId(now, randomUUID()),
    type: 'gap',
    status: 'failed',
    startedAt: now,
    endedAt: now,
    integrationId: undefined,
    connectionId: undefined,
    endUserId: undefined,
    caller: BACKGROUND.caller,
    requestId: undefined,
    error: {
      code: 'operations_not_logged',
      message: `${count} operations are missing here, because the database did not keep up with them.`,
      remedy: 'Look in the server’s own log for what the database said. The operations themselves were not held up.',
    },
    lastMessage: undefined,
    messageCount: 0,
    messages: [],
  };
}

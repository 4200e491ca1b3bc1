import { AsyncLocalStorage } from 'node:async_hooks';
import type { OperationType } from '@latchkey/protocol';
import type { Clock } from '../clock.ts';
import type { OperationFacts } from '../core/operation.ts';
import { describeOperationError, openOperation, type CallContext, type OpenOperation, type TrackedOperation } from './open-operation.ts';
import type { OperationQueue } from './operation-queue.ts';

/** What an operation is, when it begins. */
export interface OperationStart extends OperationFacts {
  readonly type: OperationType;
}

/** Where use-cases say what they do. What they send meanwhile is recorded by itself. Nothing here waits, and nothing throws but the work. */
export interface RequestLog {
  /** Whether it keeps anything at all. */
  readonly keeps: boolean;
  /** Does work as an operation. It has failed when the work throws. @param call Who has it done, when nobody has said so by `withCaller`. */
  run<Result>(start: OperationStart, work: (operation: OpenOperation) => Promise<Result>, call?: CallContext): Promise<Result>;
  /** Does work for somebody: operations that begin in it name the caller. */
  withCaller<Result>(context: CallContext, work: () => Promise<Result>): Promise<Result>;
  /** Finds the operation that the calling code is part of. */
  current(): OpenOperation | undefined;
  /** Puts operations that have been running for a while into the queue, so that one that hangs can be seen. Each is put there once. */
  announceRunning(): void;
}

/** An operation that ends sooner is stored once, when it has ended. */
const ANNOUNCED_AFTER_MS = 1000;

/** Who calls the functions of `Connect` in the host's own process. */
const APP: CallContext = { caller: { type: 'app' } };

/** Who does what nobody asked for. */
export const BACKGROUND: CallContext = { caller: { type: 'background' } };

interface Context {
  readonly call: CallContext;
  readonly operation: OpenOperation | undefined;
}

/** Creates the log. What it is told goes into the queue. */
export function createRequestLog({ clock, queue }: { readonly clock: Clock; readonly queue: OperationQueue }): RequestLog {
  const storage = new AsyncLocalStorage<Context>();
  const running = new Set<TrackedOperation>();
  return {
    keeps: true,
    async run({ type, ...facts }, work, call = storage.getStore()?.call ?? APP) {
      const operation = openOperation(type, facts, call, clock.now());
      running.add(operation);
      try {
        return await storage.run({ call, operation }, () => work(operation));
      } catch (error) {
        operation.fail(describeOperationError(error));
        throw error;
      } finally {
        running.delete(operation);
        queue.push(operation.snapshot(clock.now()));
      }
    },
    withCaller: (call, work) => storage.run({ call, operation: undefined }, work),
    current: () => storage.getStore()?.operation,
    announceRunning() {
      const until = clock.now().getTime() - ANNOUNCED_AFTER_MS;
      for (const operation of running) {
        // They are in the order in which they began.
        if (operation.startedAt.getTime() > until) return;
        running.delete(operation);
        queue.push(operation.snapshot());
      }
    },
  };
}

/** Creates a log that keeps nothing. */
export function createSilentLog(): RequestLog {
  const ignored: OpenOperation = { operationId: '', describe: () => undefined, record: () => undefined, fail: () => undefined };
  return {
    keeps: false,
    run: (_start, work) => work(ignored),
    withCaller: (_context, work) => work(),
    current: () => undefined,
    announceRunning: () => undefined,
  };
}

import {
  operationsQuery,
  operationStreamQuery,
  type OperationBody,
  type OperationList,
  type OperationListItem,
  type OperationsQuery,
  type OperationStreamQuery,
} from '@latchkey/protocol';
import type { Entrance } from './entrance.ts';
import { formatOperation } from './http/format-operation.ts';
import { getOperation, listOperations, parseOperationFilter } from './http/log-operations.ts';
import { readQueryValues } from './http/read-input.ts';
import { logBackground } from './log.ts';
import type { Deps } from './use-cases/deps.ts';

/** Somebody who watches the request log. What is thrown here goes to the process's own log. */
export interface OperationWatcher {
  /** Called with each operation that was stored; again when one that was running has ended. */
  readonly onOperation: (operation: OperationListItem) => void;
  /** Called when there were more than one look takes in, with how many are missing. */
  readonly onSkipped?: ((count: number) => void) | undefined;
}

/** What a process may read of the request log, in the words of the HTTP API. */
export interface LogFunctions {
  /**
   * Lists operations, those that started last first. A page may be short, and even empty, although `next_cursor` leads on.
   *
   * @throws {ConnectError} `invalid_query_params`
   */
  readonly listOperations: (query?: OperationsQuery) => Promise<OperationList>;
  /** Gets an operation, with each HTTP message. @throws {ConnectError} `not_found` */
  readonly getOperation: (operationId: string) => Promise<OperationBody>;
  /**
   * Tells of operations from now on, within a second of when they are stored, by whichever process.
   *
   * @returns What stops it; closing does too.
   * @throws {ConnectError} `invalid_query_params`
   */
  readonly watchOperations: (query: OperationStreamQuery, watcher: OperationWatcher) => Promise<() => void>;
}

/** Creates them. */
export function createLogFunctions(deps: Deps, { enter }: Entrance): LogFunctions {
  return {
    listOperations: (query = {}) => enter(async () => listOperations(deps, readQueryValues(operationsQuery, query))),
    getOperation: (operationId) => enter(() => getOperation(deps, operationId)),
    watchOperations: (query, { onOperation, onSkipped }) =>
      enter(async () =>
        deps.operationTail.subscribe({
          filter: parseOperationFilter(readQueryValues(operationStreamQuery, query)),
          onOperation: guard(deps, (operation) => onOperation(formatOperation(operation))),
          onSkipped: guard(deps, (count) => onSkipped?.(count)),
          onEnd: () => undefined,
        }),
      ),
  };
}

/** One look at the store serves all who watch, so what one of them throws must not reach the others. */
function guard<Told>({ logger }: Deps, tell: (told: Told) => void): (told: Told) => void {
  return (told) => {
    try {
      tell(told);
    } catch (error) {
      logBackground(logger, error);
    }
  };
}

import type { OperationStatus, OperationType } from '@latchkey/protocol';
import type { LoggedOperation, Operation } from '../core/operation.ts';
import type { WrittenOperation } from '../core/written-operation.ts';

/** Which operations a list holds. Given conditions must all hold. */
export interface OperationFilter {
  /** Started at this moment or later. */
  readonly from?: Date;
  /** Started before this moment. */
  readonly to?: Date;
  readonly statuses?: readonly OperationStatus[];
  readonly types?: readonly OperationType[];
  readonly integrationId?: string;
  readonly connectionId?: string;
  readonly endUserId?: string;
  /** Text within what {@link buildOperationSearch} makes of an operation. Case does not matter. */
  readonly search?: string;
}

/** A place in a list that goes from the operation that started last to the one that started first. */
export interface OperationCursor {
  readonly startedAt: Date;
  readonly rowId: number;
}

/** An operation with its row number, which ascends in the order in which operations were stored. */
export interface StoredOperation extends Operation {
  readonly rowId: number;
}

/** An operation together with what a search looks through, in one case. */
export interface TailedOperation extends StoredOperation {
  readonly searchText: string;
}

/** One page of a list. */
export interface OperationPage {
  readonly operations: readonly StoredOperation[];
  /** Where the next page begins; `undefined` when there is nothing older. */
  readonly next: OperationCursor | undefined;
}

/** Keeps the request log. Unlike everything else in a store it may be lost when the machine fails; a process that is killed loses none that was stored. */
export interface RequestLogStore {
  /**
   * Adds operations in one write. One whose id is there already takes the place of that, and a new row number.
   *
   * @param areNew Whether it is certain that none of their ids is there: then none is looked for. @default false
   */
  saveOperations(operations: readonly WrittenOperation[], areNew?: boolean): Promise<void>;

  /** Finds an operation, with its messages. */
  findOperation(operationId: string): Promise<LoggedOperation | undefined>;

  /**
   * Lists operations, those that started last first, from the cursor on.
   *
   * A page costs the same however many operations there are: it looks at a bounded number of them, so it may hold fewer than `limit`, even none,
   * although `next` leads on.
   *
   * @param limit 1 to 200.
   */
  listOperations(filter: OperationFilter, page: { readonly limit: number; readonly after?: OperationCursor }): Promise<OperationPage>;

  /** Finds the highest row number; 0 when there is none. */
  findLastOperationRow(): Promise<number>;

  /** Lists the operations that were stored last, after a row number, in the order of their row numbers; of more than `limit` the last ones. */
  listOperationsAfterRow(rowId: number, limit: number): Promise<readonly TailedOperation[]>;

  /**
   * Removes operations that started before a moment, and the oldest beyond a number of rows, at most `limit` of each.
   *
   * @returns How many were removed.
   */
  deleteOperations(old: { readonly startedBefore: Date; readonly maxRows: number; readonly limit: number }): Promise<number>;
}

import type { Insertable, Selectable } from 'kysely';
import type { LoggedOperation } from '../core/operation.ts';
import { readWrittenMessages, readWrittenOperation, type WrittenOperation } from '../core/written-operation.ts';
import type { OperationTable } from './sql-request-log-tables.ts';
import type { StoredOperation } from './request-log-store.ts';

/** The columns that a list needs. */
export const operationColumns = [
  'row_id',
  'operation_id',
  'started_at_ms',
  'ended_at_ms',
  'type',
  'status',
  'integration_id',
  'connection_id',
  'end_user_id',
  'facts',
] as const satisfies readonly (keyof OperationTable)[];

type ListedRow = Selectable<Pick<OperationTable, (typeof operationColumns)[number]>>;

/** Builds the row of an operation. Its columns are always in this order. */
export function buildOperationRow(operation: WrittenOperation): Insertable<OperationTable> {
  return {
    operation_id: operation.operationId,
    started_at_ms: operation.startedAt,
    ended_at_ms: operation.endedAt,
    type: operation.type,
    status: operation.status,
    integration_id: operation.integrationId,
    connection_id: operation.connectionId,
    end_user_id: operation.endUserId,
    search: operation.search,
    facts: operation.facts,
    messages: operation.messages,
  };
}

/** Reads an operation from its row. */
export function readOperationRow(row: ListedRow): StoredOperation {
  return Object.assign(readWrittenOperation(toWritten(row)), { rowId: row.row_id });
}

/** Reads an operation with its messages. */
export function readLoggedOperation(row: Selectable<OperationTable>): LoggedOperation {
  return Object.assign(readWrittenOperation(toWritten(row)), { messages: readWrittenMessages(row.messages) });
}

function toWritten(row: ListedRow): Omit<WrittenOperation, 'search' | 'messages'> {
  return {
    operationId: row.operation_id,
    startedAt: row.started_at_ms,
    endedAt: row.ended_at_ms,
    type: row.type,
    status: row.status,
    integrationId: row.integration_id,
    connectionId: row.connection_id,
    endUserId: row.end_user_id,
    facts: row.facts,
  };
}

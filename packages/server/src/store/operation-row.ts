import type { Insertable, Selectable } from 'kysely';
import type { LoggedOperation, Operation } from '../core/operation.ts';
import { readMessages, writeMessages } from '../core/written-operation.ts';
import { foldCase } from './fold-case.ts';
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

type Facts = Pick<Operation, 'caller' | 'requestId' | 'error' | 'lastMessage' | 'messageCount'>;

/** Builds the row of an operation. */
export function buildOperationRow(operation: LoggedOperation): Insertable<OperationTable> {
  const { operationId, startedAt, endedAt, type, status, integrationId, connectionId, endUserId, messages } = operation;
  const { caller, requestId, error, lastMessage, messageCount } = operation;
  const facts: Facts = { caller, requestId, error, lastMessage, messageCount };
  return {
    operation_id: operationId,
    started_at_ms: startedAt.getTime(),
    ended_at_ms: endedAt?.getTime() ?? null,
    type,
    status,
    integration_id: integrationId ?? null,
    connection_id: connectionId ?? null,
    end_user_id: endUserId ?? null,
    search: buildOperationSearch(operation),
    facts: JSON.stringify(facts),
    messages: writeMessages(messages),
  };
}

/** Builds the text that a search looks through. */
export function buildOperationSearch(operation: LoggedOperation): string {
  const { operationId, connectionId, endUserId, requestId, error, lastMessage, caller, messages } = operation;
  const correlationIds = new Set([error?.correlationId, ...messages.map((message) => message.correlationId)]);
  const parts = [
    operationId,
    connectionId,
    endUserId,
    requestId,
    caller.name,
    error?.code,
    lastMessage && `${lastMessage.method} ${lastMessage.url} ${lastMessage.status ?? ''}`,
    ...correlationIds,
  ];
  // A line break keeps the end of one value and the beginning of the next from being found as one text.
  return foldCase(parts.filter((part) => part !== undefined).join('\n'));
}

/** Reads an operation from its row. */
export function readOperationRow(row: Selectable<Pick<OperationTable, (typeof operationColumns)[number]>>): StoredOperation {
  return { rowId: row.row_id, ...readOperation(row) };
}

/** Reads an operation with its messages. */
export function readLoggedOperation(row: Selectable<OperationTable>): LoggedOperation {
  return { ...readOperation(row), messages: readMessages(row.messages) };
}

function readOperation(row: Selectable<Pick<OperationTable, (typeof operationColumns)[number]>>): Operation {
  const { caller, requestId, error, lastMessage, messageCount }: Facts = JSON.parse(row.facts);
  return {
    operationId: row.operation_id,
    type: row.type,
    status: row.status,
    startedAt: new Date(row.started_at_ms),
    endedAt: row.ended_at_ms === null ? undefined : new Date(row.ended_at_ms),
    integrationId: row.integration_id ?? undefined,
    connectionId: row.connection_id ?? undefined,
    endUserId: row.end_user_id ?? undefined,
    caller,
    requestId,
    error,
    lastMessage,
    messageCount,
  };
}

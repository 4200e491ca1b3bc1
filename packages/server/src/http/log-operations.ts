/** What a backend may read of the request log, in the words of the wire: over HTTP, and as functions in the same process. */

import type { OperationBody, OperationList, OperationsQuery, OperationStreamQuery } from '@latchkey/protocol';
import { connectError } from '../errors.ts';
import type { OperationCursor, OperationFilter } from '../store/request-log-store.ts';
import type { Deps } from '../use-cases/deps.ts';
import { formatLoggedOperation, formatOperation } from './format-operation.ts';

const DEFAULT_LIMIT = 50;

/** Lists operations, those that started last first. */
export async function listOperations(deps: Deps, { limit = DEFAULT_LIMIT, cursor, ...filter }: OperationsQuery): Promise<OperationList> {
  await deps.flushRequestLog();
  const { operations, next } = await deps.store.listOperations(parseOperationFilter(filter), {
    limit,
    ...(cursor !== undefined && { after: parseCursor(cursor) }),
  });
  return { data: operations.map(formatOperation), next_cursor: next === undefined ? null : formatCursor(next) };
}

/** Gets an operation with its messages. @throws {ConnectError} `not_found` */
export async function getOperation(deps: Deps, operationId: string): Promise<OperationBody> {
  await deps.flushRequestLog();
  const operation = await deps.store.findOperation(operationId);
  if (operation !== undefined) return { data: formatLoggedOperation(operation) };
  throw connectError('not_found', {
    message: 'There is no operation with this id, or it is no longer kept.',
    remedy: 'GET /logs/operations lists what there is.',
  });
}

/** Reads the conditions of a query. */
export function parseOperationFilter({
  from,
  to,
  status,
  type,
  integration_id,
  connection_id,
  end_user_id,
  search,
}: OperationStreamQuery): OperationFilter {
  return {
    ...(from !== undefined && { from: new Date(from) }),
    ...(to !== undefined && { to: new Date(to) }),
    ...(status !== undefined && { statuses: status }),
    ...(type !== undefined && { types: type }),
    ...(integration_id !== undefined && { integrationId: integration_id }),
    ...(connection_id !== undefined && { connectionId: connection_id }),
    ...(end_user_id !== undefined && { endUserId: end_user_id }),
    ...(search !== undefined && { search }),
  };
}

function formatCursor({ startedAt, rowId }: OperationCursor): string {
  return `${startedAt.getTime()}-${rowId}`;
}

function parseCursor(cursor: string): OperationCursor {
  const [startedAtMs, rowId] = cursor.split('-').map(Number);
  return { startedAt: new Date(startedAtMs ?? 0), rowId: rowId ?? 0 };
}

import { randomUUID } from 'node:crypto';
import { buildOperationId } from '../core/operation-id.ts';
import type { LoggedOperation } from '../core/operation.ts';
import { redactExchange } from '../core/redact-exchange.ts';
import { writeOperation, type WrittenOperation } from '../core/written-operation.ts';

/** Makes an operation that has everything that one may have; each has its own id. */
export function makeOperation(overrides: Partial<LoggedOperation> = {}): LoggedOperation {
  const startedAt = overrides.startedAt ?? new Date('2026-11-20T08:15:30.123Z');
  const message = redactExchange({
    method: 'GET',
    url: 'https://api.pingone.eu/v1/environments?limit=1',
    startedAt,
    endedAt: new Date(startedAt.getTime() + 40),
    status: 404,
    requestHeaders: ['authorization', 'Bearer x'],
    requestBytes: 0,
    responseHeaders: ['correlation-id', 'a8514fac-3966-4eda-bb73-2d34f9bdfafc'],
    responseBytes: 17,
  });
  return {
    operationId: buildOperationId(startedAt, randomUUID()),
    type: 'proxy',
    status: 'failed',
    startedAt,
    endedAt: new Date(startedAt.getTime() + 42),
    integrationId: 'pingone-cc',
    connectionId: 'connection-1',
    endUserId: 'ada',
    caller: { type: 'secret_key', id: 'key-1', name: 'Production' },
    requestId: 'request-1',
    error: { code: 'http_404', message: 'It was refused.', remedy: 'Look.', correlationId: 'c-1' },
    lastMessage: { method: message.method, url: message.url, status: message.status },
    messageCount: 1,
    messages: [message],
    ...overrides,
  };
}

/** Makes an operation that has nothing that one may be without. */
export function makeBareOperation(overrides: Partial<LoggedOperation> = {}): LoggedOperation {
  return makeOperation({
    type: 'refresh',
    status: 'running',
    endedAt: undefined,
    integrationId: undefined,
    connectionId: undefined,
    endUserId: undefined,
    caller: { type: 'background' },
    requestId: undefined,
    error: undefined,
    lastMessage: undefined,
    messageCount: 0,
    messages: [],
    ...overrides,
  });
}

/** Writes operations as the store takes them. */
export function writeOperations(operations: readonly LoggedOperation[]): readonly WrittenOperation[] {
  return operations.map(writeOperation);
}

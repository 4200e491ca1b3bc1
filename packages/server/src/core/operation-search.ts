import { foldCase } from './fold-case.ts';
import type { LoggedOperation } from './operation.ts';

/** Builds the text that a search for operations looks through. */
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

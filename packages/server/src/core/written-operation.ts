import { buildOperationSearch } from './operation-search.ts';
import type { LoggedOperation, Operation, OperationMessage } from './operation.ts';

/**
 * An operation on its way to the store, and as it stands there: numbers, and texts of what nobody asks for apart. The many objects that it consists of would
 * outlive the request that they were made for, and so cost more to clear away than to write; and of texts another thread has a copy at once.
 */
export interface WrittenOperation extends Pick<Operation, 'operationId' | 'type' | 'status'> {
  /** In milliseconds. */
  readonly startedAt: number;
  /** In milliseconds; `null` while it runs. */
  readonly endedAt: number | null;
  readonly integrationId: string | null;
  readonly connectionId: string | null;
  readonly endUserId: string | null;
  /** What a search looks through, in one case. */
  readonly search: string;
  /** {@link Facts} as JSON. */
  readonly facts: string;
  /** A list of {@link WrittenMessage} as JSON. */
  readonly messages: string;
}

/** What else an operation consists of, besides its messages. */
type Facts = Pick<Operation, 'caller' | 'requestId' | 'error' | 'lastMessage' | 'messageCount'>;

/** A message as JSON has it, its moment in milliseconds, because writing a `Date` takes longer than all the rest; older ones have it as text. */
type WrittenMessage = Omit<OperationMessage, 'startedAt'> & { readonly startedAt: number | string };

/** Writes an operation. */
export function writeOperation(operation: LoggedOperation): WrittenOperation {
  const { operationId, startedAt, endedAt, type, status, integrationId, connectionId, endUserId, messages } = operation;
  const { caller, requestId, error, lastMessage, messageCount } = operation;
  const facts: Facts = { caller, requestId, error, lastMessage, messageCount };
  return {
    operationId,
    startedAt: startedAt.getTime(),
    endedAt: endedAt?.getTime() ?? null,
    type,
    status,
    integrationId: integrationId ?? null,
    connectionId: connectionId ?? null,
    endUserId: endUserId ?? null,
    search: buildOperationSearch(operation),
    facts: JSON.stringify(facts),
    messages: JSON.stringify(messages.map(buildMessage)),
  };
}

function buildMessage(message: OperationMessage): WrittenMessage {
  return { ...message, startedAt: message.startedAt.getTime() };
}

/** Counts the characters of an operation, as far as their number is not bounded anyway. */
export function measureWritten({ search, facts, messages }: WrittenOperation): number {
  return search.length + facts.length + messages.length;
}

/** Reads an operation, but not its messages. */
export function readWrittenOperation(written: Omit<WrittenOperation, 'search' | 'messages'>): Operation {
  const { caller, requestId, error, lastMessage, messageCount }: Facts = JSON.parse(written.facts);
  return {
    operationId: written.operationId,
    type: written.type,
    status: written.status,
    startedAt: new Date(written.startedAt),
    endedAt: written.endedAt === null ? undefined : new Date(written.endedAt),
    integrationId: written.integrationId ?? undefined,
    connectionId: written.connectionId ?? undefined,
    endUserId: written.endUserId ?? undefined,
    caller,
    requestId,
    error,
    lastMessage,
    messageCount,
  };
}

/** Reads the messages of an operation. */
export function readWrittenMessages(text: string): readonly OperationMessage[] {
  const messages: readonly WrittenMessage[] = JSON.parse(text);
  return messages.map(readMessage);
}

function readMessage({ startedAt, requestHeaders, responseHeaders, ...message }: WrittenMessage): OperationMessage {
  return {
    ...message,
    startedAt: new Date(startedAt),
    requestHeaders: requestHeaders.map(readHeader),
    responseHeaders: responseHeaders.map(readHeader),
  };
}

/** JSON has `null` where a list holds `undefined`. */
function readHeader([name, value]: readonly [string, (string | null | undefined)?]): readonly [string, string | undefined] {
  return [name, value ?? undefined];
}

import type { LoggedOperation, OperationMessage } from './operation.ts';

/**
 * An operation on its way to the store, as text: the many objects that it consists of would outlive the request that they were made for, and so cost more
 * to clear away than to write, and a text is at once in another thread.
 */
export interface WrittenOperation extends Pick<LoggedOperation, 'operationId' | 'type' | 'status'> {
  readonly text: string;
}

/** An operation as JSON has it: without what is `undefined`, and with moments as text. */
type Parsed = Omit<LoggedOperation, 'startedAt' | 'endedAt' | 'messages'> & {
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly messages: readonly ParsedMessage[];
};

/** A message as JSON has it. */
type ParsedMessage = Omit<OperationMessage, 'startedAt'> & { readonly startedAt: string };

/** Writes an operation as text. */
export function writeOperation(operation: LoggedOperation): WrittenOperation {
  const { operationId, type, status } = operation;
  return { operationId, type, status, text: JSON.stringify(operation) };
}

/** Reads what {@link writeOperation} has written. */
export function readWrittenOperation({ text }: Pick<WrittenOperation, 'text'>): LoggedOperation {
  const { startedAt, endedAt, messages, ...operation }: Parsed = JSON.parse(text);
  return {
    ...operation,
    startedAt: new Date(startedAt),
    endedAt: endedAt === undefined ? undefined : new Date(endedAt),
    messages: messages.map(readMessage),
  };
}

/** Reads the messages of an operation from JSON. */
export function readMessages(text: string): readonly OperationMessage[] {
  const messages: readonly ParsedMessage[] = JSON.parse(text);
  return messages.map(readMessage);
}

function readMessage({ startedAt, requestHeaders, responseHeaders, ...message }: ParsedMessage): OperationMessage {
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

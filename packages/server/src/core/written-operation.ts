import type { LoggedOperation, OperationMessage } from './operation.ts';

/**
 * An operation on its way to the store, as text: the many objects that it consists of would outlive the request that they were made for, and so cost more
 * to clear away than to write, and a text is at once in another thread.
 */
export interface WrittenOperation extends Pick<LoggedOperation, 'operationId' | 'type' | 'status'> {
  readonly text: string;
}

/** An operation as JSON has it: without what is `undefined`, and with moments as milliseconds, because writing a `Date` takes longer than all the rest. */
type Parsed = Omit<LoggedOperation, 'startedAt' | 'endedAt' | 'messages'> & {
  readonly startedAt: number;
  readonly endedAt?: number;
  readonly messages: readonly ParsedMessage[];
};

/** A message as JSON has it; one that was stored before moments were milliseconds has a text. */
type ParsedMessage = Omit<OperationMessage, 'startedAt'> & { readonly startedAt: number | string };

/** Writes an operation as text. */
export function writeOperation(operation: LoggedOperation): WrittenOperation {
  const { operationId, type, status, startedAt, endedAt, messages, ...rest } = operation;
  const parsed: Parsed = {
    operationId,
    type,
    status,
    startedAt: startedAt.getTime(),
    ...(endedAt !== undefined && { endedAt: endedAt.getTime() }),
    ...rest,
    messages: messages.map(buildMessage),
  };
  return { operationId, type, status, text: JSON.stringify(parsed) };
}

/** Writes the messages of an operation as JSON. */
export function writeMessages(messages: readonly OperationMessage[]): string {
  return JSON.stringify(messages.map(buildMessage));
}

function buildMessage(message: OperationMessage): ParsedMessage {
  return { ...message, startedAt: message.startedAt.getTime() };
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

/** Reads what {@link writeMessages} has written. */
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

import { randomUUID } from 'node:crypto';
import type { OperationType } from '@latchkey/protocol';
import { buildOperationId } from '../core/operation-id.ts';
import { fitText } from '../core/fit-text.ts';
import type { LoggedOperation, OperationCaller, OperationError, OperationFacts, OperationMessage } from '../core/operation.ts';
import { redactExchange, type HttpExchange } from '../core/redact-exchange.ts';
import { errorCatalogue } from '../error-catalogue.ts';
import { ConnectError } from '../errors.ts';
import { LeaseLostError } from './lease.ts';

/** An operation that runs. */
export interface OpenOperation {
  readonly operationId: string;
  /** Tells what it turns out to be about. Security: only ids of what is known to be there, because what a caller sent as an id may be anything. */
  describe(facts: OperationFacts): void;
  /** Notes a request that was sent, and what came back. What of it may be kept is decided here. */
  record(exchange: HttpExchange): void;
  /** Notes that it failed although its work ends without throwing. */
  fail(error: OperationError): void;
}

/** Who asked for something, in which request to Latchkey. */
export interface CallContext {
  readonly caller: OperationCaller;
  readonly requestId?: string | undefined;
}

/** The same, as the log sees it. */
export interface TrackedOperation extends OpenOperation {
  readonly startedAt: Date;
  /** Makes a record of it as it is. */
  readonly snapshot: (endedAt?: Date) => LoggedOperation;
}

/** Messages of one operation that are kept; what has more goes round in a circle, and its end looks like its beginning. */
const MAX_MESSAGES = 50;

/** Begins an operation. */
export function openOperation(
  type: OperationType,
  facts: OperationFacts,
  { caller, requestId }: CallContext,
  startedAt: Date,
): TrackedOperation {
  const operationId = buildOperationId(startedAt, randomUUID());
  const messages: OperationMessage[] = [];
  const known = { ...facts };
  let messageCount = 0;
  let lastMessage: OperationMessage | undefined;
  let failure: OperationError | undefined;

  return {
    operationId,
    startedAt,
    describe: (facts) => void Object.assign(known, facts),
    record(exchange) {
      lastMessage = redactExchange(exchange);
      messageCount += 1;
      if (messages.length < MAX_MESSAGES) messages.push(lastMessage);
    },
    fail: (error) => void (failure = error),
    snapshot: (endedAt) => ({
      operationId,
      type,
      status: endedAt === undefined ? 'running' : failure === undefined ? 'success' : 'failed',
      startedAt,
      endedAt,
      integrationId: readId(known.integrationId),
      connectionId: readId(known.connectionId),
      endUserId: readId(known.endUserId),
      caller,
      requestId,
      error: failure,
      lastMessage: lastMessage && { method: lastMessage.method, url: lastMessage.url, status: lastMessage.status },
      messageCount,
      messages: [...messages],
    }),
  };
}

/** Says of an error what the log may hold: what a caller is told. */
export function describeOperationError(error: unknown): OperationError {
  if (error instanceof LeaseLostError) return { code: 'refresh_taken_over', message: 'Another process took the refresh over.' };
  if (error instanceof Error && error.name === 'AbortError') {
    return { code: 'caller_gone', message: 'The caller went away before there was a whole answer.' };
  }
  if (!(error instanceof ConnectError)) return { code: 'server_error', ...pickWords(errorCatalogue.server_error) };
  const { code, details } = error;
  return { code, ...pickWords(error), ...(details.correlationId !== undefined && { correlationId: details.correlationId }) };
}

function pickWords({ message, remedy }: Pick<ConnectError, 'message' | 'remedy'>) {
  return { message, remedy };
}

function readId(id: string | undefined): string | undefined {
  return id === undefined ? undefined : fitText(id);
}

import { REDACTED, type OperationListItem, type OperationMessageBody } from '@latchkey/protocol';
import type { LoggedHeaders, LoggedOperation, Operation, OperationMessage } from '../core/operation.ts';

/** Writes an operation as a list has it. */
export function formatOperation(operation: Operation): OperationListItem {
  const { operationId, type, status, startedAt, endedAt, caller, error, lastMessage, messageCount } = operation;
  return {
    id: operationId,
    type,
    status,
    started_at: startedAt.toISOString(),
    ended_at: endedAt?.toISOString() ?? null,
    duration_ms: endedAt === undefined ? null : Math.max(0, endedAt.getTime() - startedAt.getTime()),
    integration_id: operation.integrationId ?? null,
    connection_id: operation.connectionId ?? null,
    end_user_id: operation.endUserId ?? null,
    caller: { type: caller.type, id: caller.id ?? null, name: caller.name ?? null },
    request_id: operation.requestId ?? null,
    error: error
      ? { code: error.code, message: error.message, remedy: error.remedy ?? null, correlation_id: error.correlationId ?? null }
      : null,
    last_message: lastMessage ? { method: lastMessage.method, url: lastMessage.url, status: lastMessage.status ?? null } : null,
    message_count: messageCount,
  };
}

/** Writes an operation with its messages. */
export function formatLoggedOperation(operation: LoggedOperation): OperationListItem & { messages: OperationMessageBody[] } {
  const attempts = new Map<string, number>();
  return {
    ...formatOperation(operation),
    messages: operation.messages.map((message) => {
      const target = `${message.method} ${message.url}`;
      const attempt = (attempts.get(target) ?? 0) + 1;
      attempts.set(target, attempt);
      return formatMessage(message, attempt);
    }),
  };
}

function formatMessage(message: OperationMessage, attempt: number): OperationMessageBody {
  const { oauthError } = message;
  return {
    attempt,
    method: message.method,
    url: message.url,
    started_at: message.startedAt.toISOString(),
    duration_ms: message.durationMs,
    status: message.status ?? null,
    failure: message.failure ?? null,
    correlation_id: message.correlationId ?? null,
    request_headers: formatHeaders(message.requestHeaders),
    request_bytes: message.requestBytes ?? null,
    response_headers: formatHeaders(message.responseHeaders),
    response_bytes: message.responseBytes ?? null,
    oauth_error: oauthError ? { error: oauthError.error, error_description: oauthError.description ?? null } : null,
  };
}

function formatHeaders(headers: LoggedHeaders): OperationMessageBody['request_headers'] {
  return headers.map(([name, value]) => ({ name, value: value ?? REDACTED }));
}

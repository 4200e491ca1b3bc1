import type { OperationCallerType, OperationMessageBody, OperationStatus, OperationType } from '@latchkey/protocol';

/** Who had an operation done. */
export interface OperationCaller {
  readonly type: OperationCallerType;
  /** Of the secret key, the connect session or the person. */
  readonly id?: string | undefined;
  readonly name?: string | undefined;
}

/** Why an operation failed. Holds no secret. */
export interface OperationError {
  readonly code: string;
  readonly message: string;
  readonly remedy?: string | undefined;
  /** The provider's. */
  readonly correlationId?: string | undefined;
}

/** What an operation is about; what is not known at its start may be told while it runs. */
export interface OperationFacts {
  readonly integrationId?: string | undefined;
  readonly connectionId?: string | undefined;
  /** The host application's id. */
  readonly endUserId?: string | undefined;
}

/** Names and values of headers; a value that is not kept is `undefined`. */
export type LoggedHeaders = readonly (readonly [name: string, value: string | undefined])[];

/** One request to a provider, and what came back, as far as it may be kept. Only `core/redact-exchange.ts` makes one. */
export interface OperationMessage {
  readonly method: string;
  readonly url: string;
  readonly startedAt: Date;
  readonly durationMs: number;
  readonly status: number | undefined;
  readonly failure: OperationMessageBody['failure'] | undefined;
  readonly correlationId: string | undefined;
  readonly requestHeaders: LoggedHeaders;
  readonly requestBytes: number | undefined;
  readonly responseHeaders: LoggedHeaders;
  readonly responseBytes: number | undefined;
  readonly oauthError: { readonly error: string; readonly description: string | undefined } | undefined;
}

/** One thing that Latchkey did with a provider, without its messages. */
export interface Operation extends OperationFacts {
  readonly operationId: string;
  readonly type: OperationType;
  readonly status: OperationStatus;
  readonly startedAt: Date;
  /** `undefined` while it runs. */
  readonly endedAt: Date | undefined;
  readonly caller: OperationCaller;
  readonly requestId: string | undefined;
  readonly error: OperationError | undefined;
  readonly lastMessage: Pick<OperationMessage, 'method' | 'url' | 'status'> | undefined;
  /** How many messages there were; of very many, only the first are kept. */
  readonly messageCount: number;
}

/** An operation with its messages, in the order in which they ended. */
export interface LoggedOperation extends Operation {
  readonly messages: readonly OperationMessage[];
}

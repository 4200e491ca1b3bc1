import {
  EVENT_STREAM_MEDIA_TYPE,
  operationBody,
  operationList,
  operationListItem,
  type OperationListItem,
  type OperationMessageBody,
  type OperationStatus,
  type OperationType,
} from '@latchkey/protocol';
import { encodeSegment } from './build-url.ts';
import { readAs, type CallOptions, type Exchange } from './exchange.ts';
import { readEvents, type ServerEvent } from './read-events.ts';
import { notLatchkey, parseJson } from './read-failure.ts';
import { readMoment } from './read-moment.ts';

/** Which operations a list holds. Given conditions must all hold. */
export interface OperationFilter {
  /** Started at this moment or later. */
  readonly from?: Date | undefined;
  /** Started before this moment. */
  readonly to?: Date | undefined;
  /** One or several. */
  readonly status?: OperationStatus | readonly OperationStatus[] | undefined;
  /** One or several. */
  readonly type?: OperationType | readonly OperationType[] | undefined;
  readonly integrationId?: string | undefined;
  readonly connectionId?: string | undefined;
  readonly endUserId?: string | undefined;
  /** Text within ids, the last message's method, URL and status, the error's code, or the provider's correlation id. */
  readonly search?: string | undefined;
}

/** Why an operation failed. */
export interface OperationError {
  readonly code: string;
  readonly message: string;
  readonly remedy: string | undefined;
  /** The provider's. */
  readonly correlationId: string | undefined;
}

/** One thing that Latchkey did with a provider. */
export interface Operation {
  /** Ids of later operations sort after those of earlier ones. */
  readonly operationId: string;
  readonly type: OperationType;
  /** A call that the provider answered with an error is `failed`. */
  readonly status: OperationStatus;
  readonly startedAt: Date;
  /** `undefined` while it runs; so is `durationMs`. */
  readonly endedAt: Date | undefined;
  readonly durationMs: number | undefined;
  readonly integrationId: string | undefined;
  readonly connectionId: string | undefined;
  readonly endUserId: string | undefined;
  readonly caller: {
    readonly type: OperationListItem['caller']['type'];
    readonly id: string | undefined;
    readonly name: string | undefined;
  };
  readonly requestId: string | undefined;
  readonly error: OperationError | undefined;
  readonly lastMessage: { readonly method: string; readonly url: string; readonly status: number | undefined } | undefined;
  readonly messageCount: number;
}

/** One request to a provider, and what came back. Bodies are not kept, and of headers only the values that cannot be secret. */
export interface OperationMessage {
  /** Counts requests to the same URL within the operation, from 1. */
  readonly attempt: number;
  readonly method: string;
  readonly url: string;
  readonly startedAt: Date;
  readonly durationMs: number;
  /** `undefined` when there was no answer; then `failure` says why. */
  readonly status: number | undefined;
  readonly failure: NonNullable<OperationMessageBody['failure']> | undefined;
  /** The provider's. */
  readonly correlationId: string | undefined;
  readonly requestHeaders: readonly LoggedHeader[];
  readonly requestBytes: number | undefined;
  readonly responseHeaders: readonly LoggedHeader[];
  readonly responseBytes: number | undefined;
  /** What a token endpoint says of its refusal. */
  readonly oauthError: { readonly error: string; readonly description: string | undefined } | undefined;
}

/** A header; the value is `[redacted]` when it is not kept. */
export interface LoggedHeader {
  readonly name: string;
  readonly value: string;
}

/** An operation with its messages. */
export interface OperationDetails extends Operation {
  readonly messages: readonly OperationMessage[];
}

/** @see {@link Logs.watch} */
export interface WatchOptions extends CallOptions {
  /** Called when there were more operations than could be told, with how many are missing: {@link Logs.list} has them. */
  readonly onSkipped?: ((count: number) => void) | undefined;
}

/** The request log. */
export interface Logs {
  /**
   * Yields operations, those that started last first, page after page as they are asked for: end the loop when you have enough.
   *
   * @throws {LatchkeyError} `invalid_query_params`
   */
  readonly list: (filter?: OperationFilter, options?: CallOptions) => AsyncGenerator<Operation, void, undefined>;
  /** Gets an operation with its messages. @throws {LatchkeyError} `not_found` */
  readonly get: (operationId: string, options?: CallOptions) => Promise<OperationDetails>;
  /**
   * Yields operations from now on, within a second of when they are stored, whichever process does it; again when one that was running has ended. The loop
   * ends when the server closes, or the key is revoked; leave it, or abort `signal`, to end it yourself. `timeoutMs` is for how long its beginning may take.
   *
   * @throws {LatchkeyError} `invalid_query_params`; `unreachable` when the stream breaks off; `timeout` when it falls silent
   * @example
   * ```ts
   * for await (const { type, error } of latchkey.logs.watch({ status: 'failed' })) console.log(type, error?.code);
   * ```
   */
  readonly watch: (filter?: OperationFilter, options?: WatchOptions) => AsyncGenerator<Operation, void, undefined>;
}

const PAGE_SIZE = 200;

/** How long a stream may be silent, in milliseconds: three signs of life were missed then. */
const SILENCE_MS = 50_000;

/** Creates the methods about the request log. */
export function createLogs(exchange: Exchange): Logs {
  return {
    async *list(filter, options) {
      const query = { ...buildFilter(filter), limit: PAGE_SIZE };
      let cursor: string | null | undefined;
      while (cursor !== null) {
        const call = { ...options, method: 'GET', path: '/logs/operations', query: { ...query, cursor } };
        const page = await exchange(call, readAs(operationList));
        yield* page.data.map(readOperation);
        cursor = page.next_cursor;
      }
    },
    get: async (operationId, options) => {
      const path = `/logs/operations/${encodeSegment(operationId)}`;
      const { data } = await exchange({ ...options, method: 'GET', path }, readAs(operationBody));
      return { ...readOperation(data), messages: data.messages.map(readMessage) };
    },
    async *watch(filter, { onSkipped, ...options } = {}) {
      const call = { ...options, method: 'GET', path: '/logs/operations/stream', query: buildFilter(filter) };
      const body = await exchange(call, openStream);
      try {
        for await (const event of readEvents(body, SILENCE_MS)) {
          if (event.name === 'operation') yield readOperation(parseOperation(event));
          if (event.name === 'skipped') onSkipped?.(readCount(event));
        }
      } catch (error) {
        options.signal?.throwIfAborted();
        throw error;
      }
    },
  };
}

function buildFilter({ from, to, status, type, integrationId, connectionId, endUserId, search }: OperationFilter = {}) {
  return {
    from: from?.toISOString(),
    to: to?.toISOString(),
    status: join(status),
    type: join(type),
    integration_id: integrationId,
    connection_id: connectionId,
    end_user_id: endUserId,
    search,
  };
}

async function openStream({ body, headers, status }: Response): Promise<ReadableStream<Uint8Array>> {
  if (body !== null && headers.get('content-type')?.startsWith(EVENT_STREAM_MEDIA_TYPE)) return body;
  await body?.cancel();
  throw notLatchkey({ status, requestId: headers.get('x-request-id') ?? undefined });
}

function parseOperation({ data }: ServerEvent): OperationListItem {
  const result = operationListItem.safeParse(parseJson(data));
  if (result.success) return result.data;
  throw notLatchkey({ status: 200, requestId: undefined });
}

function readCount({ data }: ServerEvent): number {
  const told = parseJson(data);
  return typeof told === 'object' && told !== null && 'count' in told ? Number(told.count) : 0;
}

function join(values: string | readonly string[] | undefined): string | undefined {
  return values === undefined ? undefined : [values].flat().join(',');
}

function readOperation(wire: OperationListItem): Operation {
  const { caller, error, last_message: last } = wire;
  return {
    operationId: wire.id,
    type: wire.type,
    status: wire.status,
    startedAt: new Date(wire.started_at),
    endedAt: readMoment(wire.ended_at),
    durationMs: wire.duration_ms ?? undefined,
    integrationId: wire.integration_id ?? undefined,
    connectionId: wire.connection_id ?? undefined,
    endUserId: wire.end_user_id ?? undefined,
    caller: { type: caller.type, id: caller.id ?? undefined, name: caller.name ?? undefined },
    requestId: wire.request_id ?? undefined,
    error: error
      ? { code: error.code, message: error.message, remedy: error.remedy ?? undefined, correlationId: error.correlation_id ?? undefined }
      : undefined,
    lastMessage: last ? { method: last.method, url: last.url, status: last.status ?? undefined } : undefined,
    messageCount: wire.message_count,
  };
}

function readMessage(wire: OperationMessageBody): OperationMessage {
  const { oauth_error: refusal } = wire;
  return {
    attempt: wire.attempt,
    method: wire.method,
    url: wire.url,
    startedAt: new Date(wire.started_at),
    durationMs: wire.duration_ms,
    status: wire.status ?? undefined,
    failure: wire.failure ?? undefined,
    correlationId: wire.correlation_id ?? undefined,
    requestHeaders: wire.request_headers,
    requestBytes: wire.request_bytes ?? undefined,
    responseHeaders: wire.response_headers,
    responseBytes: wire.response_bytes ?? undefined,
    oauthError: refusal ? { error: refusal.error, description: refusal.error_description ?? undefined } : undefined,
  };
}

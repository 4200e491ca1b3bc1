import * as z from 'zod/mini';
import { storableText, text } from './text.ts';

/**
 * What is logged. `connect`, `authorization` (a sign-in that came back) and `import` make connections; `authorization_start` is what is asked before
 * somebody is sent to sign in; `locate` finds an environment's region; `refresh` gets a
 * new token; `check` finds out what a connection may do; `proxy` is a call to the provider's API; `webhook` one delivery. A `gap` says how many
 * operations are missing because the database did not keep up.
 */
export const operationTypes = [
  'connect',
  'authorization_start',
  'authorization',
  'import',
  'locate',
  'refresh',
  'check',
  'proxy',
  'webhook',
  'gap',
] as const;

/** @see {@link operationTypes} */
export type OperationType = (typeof operationTypes)[number];

/** How an operation stands. A call that the provider answered with an error is `failed`. */
export const operationStatuses = ['running', 'success', 'failed'] as const;

/** @see {@link operationStatuses} */
export type OperationStatus = (typeof operationStatuses)[number];

/** Who had an operation done: a backend with a secret key, an end user's page, the host's own process, Latchkey by itself, or somebody at the console. */
export const operationCallerTypes = ['secret_key', 'connect_session', 'app', 'background', 'console'] as const;

/** @see {@link operationCallerTypes} */
export type OperationCallerType = (typeof operationCallerTypes)[number];

/** An operation, as a list has it. */
export const operationListItem = z.object({
  /** A UUID of version 7: ids of later operations sort after those of earlier ones. */
  id: z.string(),
  type: z.enum(operationTypes),
  status: z.enum(operationStatuses),
  started_at: z.string(),
  ended_at: z.nullable(z.string()),
  duration_ms: z.nullable(z.number()),
  integration_id: z.nullable(z.string()),
  connection_id: z.nullable(z.string()),
  end_user_id: z.nullable(z.string()),
  caller: z.object({ type: z.enum(operationCallerTypes), id: z.nullable(z.string()), name: z.nullable(z.string()) }),
  /** That of the request to Latchkey, as its answer's `X-Request-Id` had it. */
  request_id: z.nullable(z.string()),
  /** Why it failed. */
  error: z.nullable(
    z.object({
      code: z.string(),
      message: z.string(),
      remedy: z.nullable(z.string()),
      /** The provider's. */
      correlation_id: z.nullable(z.string()),
    }),
  ),
  /** The last HTTP message. */
  last_message: z.nullable(z.object({ method: z.string(), url: z.string(), status: z.nullable(z.int()) })),
  message_count: z.int(),
});

/** @see {@link operationListItem} */
export type OperationListItem = z.infer<typeof operationListItem>;

/** What stands in the place of a value that is not kept. */
export const REDACTED = '[redacted]';

/** Names are kept, of values only those that cannot be secret; others are {@link REDACTED}. */
const loggedHeaders = z.array(z.object({ name: z.string(), value: z.string() }));

/** One request to a provider, and what came back. Bodies are not kept. */
export const operationMessage = z.object({
  /** Counts requests to the same URL within the operation, from 1. */
  attempt: z.int(),
  method: z.string(),
  /** Values of its query are {@link REDACTED}, unless they only page or shape the answer. */
  url: z.string(),
  started_at: z.string(),
  duration_ms: z.number(),
  /** `null` when there was no answer; then `failure` says why. */
  status: z.nullable(z.int()),
  failure: z.nullable(z.enum(['timeout', 'unreachable', 'too_large', 'aborted', 'cut_off', 'invalid', 'refused'])),
  /** The provider's. */
  correlation_id: z.nullable(z.string()),
  request_headers: loggedHeaders,
  request_bytes: z.nullable(z.int()),
  response_headers: loggedHeaders,
  response_bytes: z.nullable(z.int()),
  /** What a token endpoint says of its refusal. */
  oauth_error: z.nullable(z.object({ error: z.string(), error_description: z.nullable(z.string()) })),
});

/** @see {@link operationMessage} */
export type OperationMessageBody = z.infer<typeof operationMessage>;

/** Answer of `GET /logs/operations/{operationId}`. */
export const operationBody = z.object({ data: z.extend(operationListItem, { messages: z.array(operationMessage) }) });

/** @see {@link operationBody} */
export type OperationBody = z.infer<typeof operationBody>;

/** Answer of `GET /logs/operations`. */
export const operationList = z.object({
  /** Those that started last come first. May be shorter than `limit`, and even empty, although `next_cursor` leads on. */
  data: z.array(operationListItem),
  /** For the query's `cursor`; `null` when there is nothing older. */
  next_cursor: z.nullable(z.string()),
});

/** @see {@link operationList} */
export type OperationList = z.infer<typeof operationList>;

/** Which operations are meant. Given conditions must all hold. */
const operationFilter = {
  /** Started at this moment or later. */
  from: z.optional(z.iso.datetime({ offset: true })),
  /** Started before this moment. */
  to: z.optional(z.iso.datetime({ offset: true })),
  /** One or several, joined by commas in the URL; so is `type`. */
  status: z.optional(z.array(z.enum(operationStatuses)).check(z.minLength(1))),
  type: z.optional(z.array(z.enum(operationTypes)).check(z.minLength(1))),
  integration_id: z.optional(text),
  connection_id: z.optional(text),
  end_user_id: z.optional(text),
  /** Text within ids, the last message's method, path and status, the error's code, or the provider's correlation id. Case does not matter. */
  search: z.optional(text),
};

/** Query of `GET /logs/operations`. */
export const operationsQuery = z.strictObject({
  ...operationFilter,
  /** 1 to 200. @default 50 */
  limit: z.optional(z.int().check(z.minimum(1), z.maximum(200))),
  cursor: z.optional(storableText.check(z.regex(/^\d{1,15}-\d{1,15}$/))),
});

/** @see {@link operationsQuery} */
export type OperationsQuery = z.infer<typeof operationsQuery>;

/** Query of `GET /logs/operations/stream`. */
export const operationStreamQuery = z.strictObject(operationFilter);

/** @see {@link operationStreamQuery} */
export type OperationStreamQuery = z.infer<typeof operationStreamQuery>;

/** Media type of server-sent events. */
export const EVENT_STREAM_MEDIA_TYPE = 'text/event-stream';

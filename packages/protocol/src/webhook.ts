import * as z from 'zod/mini';
import { connectionStatus, storedEndUser, storedEnvironment } from './connection.ts';
import { storableText, text } from './text.ts';

/** What can happen to a connection, as webhooks are told. */
export const webhookEventTypes = [
  'connection.created',
  'connection.updated',
  'connection.needs_reconnect',
  'connection.recovered',
  'connection.deleted',
  'connection.creation_failed',
] as const;

/** @see {@link webhookEventTypes} */
export type WebhookEventType = (typeof webhookEventTypes)[number];

/** What went wrong last, or `null` while all is well. */
const problem = z.object({ code: z.string(), message: z.string(), remedy: z.string() });

const owner = { end_user: storedEndUser, tags: z.record(z.string(), z.string()) };

/** What a webhook is told of a connection: never a credential, a token or metadata. */
const connectionFacts = z.object({
  connection_id: z.string(),
  provider_config_key: z.string(),
  provider: z.string(),
  status: connectionStatus,
  ...owner,
  environment: storedEnvironment,
  error: z.nullable(problem),
});

/** The same of an attempt that made none. */
const attemptFacts = z.object({
  connection_id: z.null(),
  provider_config_key: z.string(),
  provider: z.string(),
  status: z.null(),
  ...owner,
  environment: z.null(),
  error: problem,
});

/** The same in every attempt to deliver the event, and the header `webhook-id`: who has seen it once need not act again. */
const id = z.string();

/** When it happened, as RFC 3339 text; the header `webhook-timestamp` says when it was sent. */
const timestamp = z.string();

/** What a webhook receives, once its signature was verified. */
export const webhookEvent = z.discriminatedUnion('type', [
  z.object({
    id,
    type: z.enum(['connection.created', 'connection.updated', 'connection.needs_reconnect', 'connection.recovered', 'connection.deleted']),
    timestamp,
    data: connectionFacts,
  }),
  z.object({ id, type: z.literal('connection.creation_failed'), timestamp, data: attemptFacts }),
  /** Sent by `POST /webhooks/{webhookId}/test`. */
  z.object({ id, type: z.literal('webhook.test'), timestamp, data: z.object({ webhook_id: z.string() }) }),
]);

/** @see {@link webhookEvent} */
export type WebhookEvent = z.infer<typeof webhookEvent>;

/** Which events; `null` for all, also those that are yet to come. */
const events = z.nullable(z.array(z.enum(webhookEventTypes)).check(z.minLength(1), z.maxLength(webhookEventTypes.length)));

const url = storableText.check(z.minLength(1), z.maxLength(2048));
const description = storableText.check(z.maxLength(255));

/** Body of `POST /webhooks`. */
export const createWebhookBody = z.strictObject({
  url,
  /** @default null */
  events: z.optional(events),
  description: z.optional(description),
});

/** @see {@link createWebhookBody} */
export type CreateWebhookBody = z.infer<typeof createWebhookBody>;

/** Body of `PATCH /webhooks/{webhookId}`. What is left out stays. */
export const updateWebhookBody = z.strictObject({
  url: z.optional(url),
  events: z.optional(events),
  description: z.optional(description),
  enabled: z.optional(z.boolean()),
});

/** @see {@link updateWebhookBody} */
export type UpdateWebhookBody = z.infer<typeof updateWebhookBody>;

/** Body of `POST /webhooks/{webhookId}/rotate-secret`. */
export const rotateWebhookSecretBody = z.optional(
  z.strictObject({
    /** How long events are signed with the former secret too, in seconds. 0 when it leaked. @default 86400 */
    overlap_seconds: z.optional(z.int().check(z.minimum(0), z.maximum(604_800))),
  }),
);

/** @see {@link rotateWebhookSecretBody} */
export type RotateWebhookSecretBody = z.infer<typeof rotateWebhookSecretBody>;

/** A webhook: where events are sent. */
const webhookEntry = z.object({
  id: z.string(),
  url: z.string(),
  events: z.nullable(z.array(z.enum(webhookEventTypes))),
  description: z.string(),
  enabled: z.boolean(),
  /** `gone`: its receiver answered 410 and is asked no more. */
  disabled_reason: z.nullable(z.enum(['request', 'gone'])),
  created_at: z.string(),
  updated_at: z.string(),
});

/** @see {@link webhookEntry} */
export type WebhookEntry = z.infer<typeof webhookEntry>;

/** Answer of `GET /webhooks`, in the order in which they were made. */
export const webhookListBody = z.object({ data: z.array(webhookEntry) });

/** @see {@link webhookListBody} */
export type WebhookListBody = z.infer<typeof webhookListBody>;

/** Answer of `GET` and `PATCH /webhooks/{webhookId}`. */
export const webhookBody = z.object({ data: webhookEntry });

/** @see {@link webhookBody} */
export type WebhookBody = z.infer<typeof webhookBody>;

/** Answer of `POST /webhooks`, status 201. */
export const webhookCreatedBody = z.object({ data: z.object({ ...webhookEntry.shape, secret: z.string() }) });

/** @see {@link webhookCreatedBody} */
export type WebhookCreatedBody = z.infer<typeof webhookCreatedBody>;

/** Answer of `GET /webhooks/{webhookId}/secret` and `POST /webhooks/{webhookId}/rotate-secret`. */
export const webhookSecretBody = z.object({
  data: z.object({
    /** `whsec_` and base64, as Standard Webhooks has it. */
    secret: z.string(),
    /** Until when events are signed with the former one too; `null` when they are not. */
    former_secret_until: z.nullable(z.string()),
  }),
});

/** @see {@link webhookSecretBody} */
export type WebhookSecretBody = z.infer<typeof webhookSecretBody>;

/** `pending`: to be sent, or to be tried again. `failed`: given up. */
export const deliveryStates = ['pending', 'delivered', 'failed'] as const;

/** Why the last attempt got no answer. */
export const deliveryProblems = ['timeout', 'unreachable', 'target_refused', 'interrupted', 'secret_unreadable'] as const;

/** One event on its way to one webhook. */
const deliveryEntry = z.object({
  id: z.number(),
  webhook_id: z.string(),
  event_id: z.string(),
  type: z.enum([...webhookEventTypes, 'webhook.test']),
  connection_id: z.nullable(z.string()),
  provider_config_key: z.nullable(z.string()),
  state: z.enum(deliveryStates),
  /** How often it was sent, the attempt under way included. */
  attempts: z.number(),
  /** HTTP status of the last answer. */
  last_status: z.nullable(z.number()),
  /** Why there was none. */
  last_error: z.nullable(z.enum(deliveryProblems)),
  last_attempt_at: z.nullable(z.string()),
  /** When it is tried next, if it is; an event waits for earlier ones of the same connection besides. */
  next_attempt_at: z.nullable(z.string()),
  created_at: z.string(),
});

/** @see {@link deliveryEntry} */
export type DeliveryEntry = z.infer<typeof deliveryEntry>;

/** Query of `GET /webhooks/{webhookId}/deliveries`. */
export const deliveriesQuery = z.strictObject({
  state: z.optional(z.enum(deliveryStates)),
  /** Rows on a page, 1 to 100. @default 50 */
  limit: z.optional(z.int().check(z.minimum(1), z.maximum(100))),
  /** `next_cursor` of the page before. */
  cursor: z.optional(text.check(z.regex(/^\d{1,15}$/))),
});

/** @see {@link deliveriesQuery} */
export type DeliveriesQuery = z.infer<typeof deliveriesQuery>;

/** Answer of `GET /webhooks/{webhookId}/deliveries`, newest first. */
export const deliveryListBody = z.object({
  data: z.array(deliveryEntry),
  /** `null` when there is no more. */
  next_cursor: z.nullable(z.string()),
});

/** @see {@link deliveryListBody} */
export type DeliveryListBody = z.infer<typeof deliveryListBody>;

/** Answer of `POST /webhooks/{webhookId}/test` and `POST /webhooks/deliveries/{deliveryId}/resend`. */
export const deliveryBody = z.object({ data: deliveryEntry });

/** @see {@link deliveryBody} */
export type DeliveryBody = z.infer<typeof deliveryBody>;

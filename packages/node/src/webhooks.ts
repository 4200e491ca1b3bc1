import {
  deliveryBody,
  deliveryListBody,
  webhookBody,
  webhookCreatedBody,
  webhookListBody,
  webhookSecretBody,
  type DeliveryEntry,
  type WebhookEntry,
  type WebhookEventType,
  type WebhookSecretBody,
} from '@latchkey/protocol';
import { encodeSegment } from './build-url.ts';
import { hide } from './credentials.ts';
import { buildJson, readAs, readNothing, type CallOptions, type Exchange } from './exchange.ts';
import { readMoment } from './read-moment.ts';

export type { WebhookEventType } from '@latchkey/protocol';

/** Where events are sent. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  /** `undefined` for all, also those that are yet to come. */
  readonly events: readonly WebhookEventType[] | undefined;
  readonly description: string;
  readonly enabled: boolean;
  /** Why it is not: a request said so, or its receiver answered 410. */
  readonly disabledReason: 'request' | 'gone' | undefined;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A new webhook. */
export interface CreatedWebhook extends Webhook {
  /** What {@link verifyWebhook} needs. Not enumerable: it is read by its name, and neither printed nor copied along. */
  readonly secret: string;
}

/** What a new webhook is to be. */
export interface WebhookOrder {
  /** `https`, and reachable from the public internet, unless the server's option says otherwise. */
  readonly url: string;
  /** @default all */
  readonly events?: readonly WebhookEventType[] | undefined;
  readonly description?: string | undefined;
}

/** What is left out stays. */
export interface WebhookChange {
  readonly url?: string | undefined;
  /** `null` for all. */
  readonly events?: readonly WebhookEventType[] | null | undefined;
  readonly description?: string | undefined;
  readonly enabled?: boolean | undefined;
}

/** The secret of a webhook. */
export interface WebhookSecret {
  /** Not enumerable, as {@link CreatedWebhook.secret}. */
  readonly secret: string;
  /** Until when events are signed with the former one too; `undefined` when they are not. */
  readonly formerSecretUntil: Date | undefined;
}

/** One event on its way to one webhook. */
export interface Delivery {
  readonly id: number;
  readonly webhookId: string;
  readonly eventId: string;
  readonly type: DeliveryEntry['type'];
  readonly integrationId: string | undefined;
  readonly connectionId: string | undefined;
  /** `pending`: to be sent, or to be tried again. `failed`: given up. */
  readonly state: DeliveryEntry['state'];
  readonly attempts: number;
  /** HTTP status of the last answer. */
  readonly lastStatus: number | undefined;
  /** Why there was none. */
  readonly lastError: DeliveryEntry['last_error'] | undefined;
  readonly lastAttemptAt: Date | undefined;
  readonly nextAttemptAt: Date | undefined;
  readonly createdAt: Date;
}

/** Which deliveries. */
export interface DeliveryFilter {
  readonly state?: Delivery['state'] | undefined;
  /** 1 to 100. @default 50 */
  readonly limit?: number | undefined;
  /** `nextCursor` of the page before. */
  readonly cursor?: string | undefined;
}

/** Some deliveries, newest first. */
export interface DeliveriesPage {
  readonly deliveries: readonly Delivery[];
  /** `undefined` when there is no more. */
  readonly nextCursor: string | undefined;
}

/** @see {@link Webhooks.rotateSecret} */
export interface RotateOptions extends CallOptions {
  /** How long events are signed with the former secret too; 0 when it leaked. @default 86400 */
  readonly overlapSeconds?: number | undefined;
}

/** Webhooks. Besides the codes that are named, every method throws `unknown_webhook` where there is none with the id. */
export interface Webhooks {
  /** Lists the webhooks, in the order in which they were made. */
  readonly list: (options?: CallOptions) => Promise<readonly Webhook[]>;
  readonly get: (id: string, options?: CallOptions) => Promise<Webhook>;
  /** Makes a webhook, which is told what happens from now on. @throws {LatchkeyError} `invalid_body` */
  readonly create: (order: WebhookOrder, options?: CallOptions) => Promise<CreatedWebhook>;
  /** Changes a webhook; enabled again, or with another URL, it is told at once what waits for it. @throws {LatchkeyError} `invalid_body` */
  readonly update: (id: string, change: WebhookChange, options?: CallOptions) => Promise<Webhook>;
  /** Removes a webhook with its deliveries, those that are pending too. */
  readonly delete: (id: string, options?: CallOptions) => Promise<void>;
  readonly getSecret: (id: string, options?: CallOptions) => Promise<WebhookSecret>;
  /** Gives a webhook a new secret. For a while events are signed with both. */
  readonly rotateSecret: (id: string, options?: RotateOptions) => Promise<WebhookSecret>;
  /** Sends an event that tells of nothing. @throws {LatchkeyError} `webhook_disabled` */
  readonly sendTest: (id: string, options?: CallOptions) => Promise<Delivery>;
  /** Lists what a webhook was told, and is to be told. */
  readonly listDeliveries: (id: string, filter?: DeliveryFilter, options?: CallOptions) => Promise<DeliveriesPage>;
  /** Sends an event once more, under its own id. @throws {LatchkeyError} `unknown_delivery`; `webhook_disabled` */
  readonly resend: (deliveryId: number, options?: CallOptions) => Promise<Delivery>;
}

/** Creates the methods about webhooks. */
export function createWebhooks(exchange: Exchange): Webhooks {
  return {
    list: async (options) =>
      (await exchange({ ...options, method: 'GET', path: '/webhooks' }, readAs(webhookListBody))).data.map(readWebhook),
    get: async (id, options) => readWebhook((await exchange({ ...options, method: 'GET', path: pathOf(id) }, readAs(webhookBody))).data),
    create: async (order, options) => {
      const call = { ...options, method: 'POST', path: '/webhooks', ...buildJson(order) };
      const { data } = await exchange(call, readAs(webhookCreatedBody));
      return hide({ ...readWebhook(data), secret: data.secret }, ['secret']);
    },
    update: async (id, change, options) => {
      const call = { ...options, method: 'PATCH', path: pathOf(id), ...buildJson(change), idempotent: true };
      return readWebhook((await exchange(call, readAs(webhookBody))).data);
    },
    delete: async (id, options) => exchange({ ...options, method: 'DELETE', path: pathOf(id) }, readNothing),
    getSecret: async (id, options) =>
      readSecret(await exchange({ ...options, method: 'GET', path: pathOf(id, '/secret') }, readAs(webhookSecretBody))),
    rotateSecret: async (id, { overlapSeconds, ...options } = {}) => {
      const body = buildJson({ overlap_seconds: overlapSeconds });
      return readSecret(
        await exchange({ ...options, method: 'POST', path: pathOf(id, '/rotate-secret'), ...body }, readAs(webhookSecretBody)),
      );
    },
    sendTest: async (id, options) =>
      readDelivery((await exchange({ ...options, method: 'POST', path: pathOf(id, '/test') }, readAs(deliveryBody))).data),
    listDeliveries: async (id, { state, limit, cursor } = {}, options) => {
      const call = { ...options, method: 'GET', path: pathOf(id, '/deliveries'), query: { state, limit, cursor } };
      const { data, next_cursor } = await exchange(call, readAs(deliveryListBody));
      return { deliveries: data.map(readDelivery), nextCursor: next_cursor ?? undefined };
    },
    resend: async (deliveryId, options) => {
      const path = `/webhooks/deliveries/${encodeSegment(String(deliveryId))}/resend`;
      return readDelivery((await exchange({ ...options, method: 'POST', path }, readAs(deliveryBody))).data);
    },
  };
}

function pathOf(id: string, rest = ''): string {
  return `/webhooks/${encodeSegment(id)}${rest}`;
}

function readWebhook({ id, url, events, description, enabled, disabled_reason, created_at, updated_at }: WebhookEntry): Webhook {
  return {
    id,
    url,
    events: events ?? undefined,
    description,
    enabled,
    disabledReason: disabled_reason ?? undefined,
    createdAt: new Date(created_at),
    updatedAt: new Date(updated_at),
  };
}

function readSecret({ data: { secret, former_secret_until } }: WebhookSecretBody): WebhookSecret {
  return hide({ secret, formerSecretUntil: readMoment(former_secret_until) }, ['secret']);
}

function readDelivery(wire: DeliveryEntry): Delivery {
  return {
    id: wire.id,
    webhookId: wire.webhook_id,
    eventId: wire.event_id,
    type: wire.type,
    integrationId: wire.provider_config_key ?? undefined,
    connectionId: wire.connection_id ?? undefined,
    state: wire.state,
    attempts: wire.attempts,
    lastStatus: wire.last_status ?? undefined,
    lastError: wire.last_error ?? undefined,
    lastAttemptAt: readMoment(wire.last_attempt_at),
    nextAttemptAt: readMoment(wire.next_attempt_at),
    createdAt: new Date(wire.created_at),
  };
}

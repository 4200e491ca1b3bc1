import type { DeliveryEntry, WebhookEntry, WebhookEvent, WebhookEventType } from '@latchkey/protocol';

/** Where events are sent. Its secrets are sealed. */
export interface Webhook {
  readonly webhookId: string;
  readonly url: string;
  /** `undefined` for all. */
  readonly events: readonly WebhookEventType[] | undefined;
  readonly description: string;
  readonly enabled: boolean;
  /** Why it is not enabled. */
  readonly disabledReason: Exclude<WebhookEntry['disabled_reason'], null> | undefined;
  /** Compact JWE: the secrets that sign; it opens only for this webhook. */
  readonly sealedSecrets: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A secret that signs. */
export interface WebhookSecret {
  /** `whsec_` and base64. */
  readonly secret: string;
  /** Until when it signs; `undefined` for the one that signs until it is rotated. */
  readonly until: Date | undefined;
}

/** Why an attempt to deliver got no answer. */
export type DeliveryProblem = Exclude<DeliveryEntry['last_error'], null>;

/** An event that is to be delivered to one webhook. */
export interface NewDelivery {
  readonly webhookId: string;
  /** The same for every webhook that is told, and in every attempt. */
  readonly eventId: string;
  readonly type: WebhookEvent['type'];
  readonly integrationId: string | undefined;
  /** Deliveries of one connection to one webhook are made in order; those without are made in any. */
  readonly connectionId: string | undefined;
  /** The body, letter for letter, because its signature is over that. */
  readonly payload: string;
  readonly createdAt: Date;
}

/** One event on its way to one webhook. */
export interface Delivery extends NewDelivery {
  /** Positive, unique, ascending; never used twice. */
  readonly deliveryId: number;
  readonly state: DeliveryEntry['state'];
  /** How often it was sent, the attempt under way included. */
  readonly attempts: number;
  readonly lastStatus: number | undefined;
  readonly lastError: DeliveryProblem | undefined;
  readonly lastAttemptAt: Date | undefined;
  /** While it is pending: when it is due. Who delivers it moves that on first, so that nobody else does it meanwhile. */
  readonly nextAttemptAt: Date;
  /** After this it is not tried any more. */
  readonly giveUpAt: Date;
}

import type { EventToDeliver } from '../core/connection-event.ts';
import type { Delivery, DeliveryProblem, NewDelivery, Webhook } from '../core/webhook.ts';

/** What {@link WebhookStore.updateWebhook} may change. */
export type WebhookChange = Partial<Pick<Webhook, 'url' | 'events' | 'description' | 'enabled' | 'disabledReason' | 'sealedSecrets'>>;

/** What a webhook must still be like, to be changed. */
export type ExpectedWebhook = Partial<Pick<Webhook, 'sealedSecrets' | 'updatedAt'>>;

/** Which deliveries {@link WebhookStore.listDeliveries} lists, newest first. */
export interface DeliveryPage {
  readonly state: Delivery['state'] | undefined;
  /** Only those before this one; `undefined` for the newest. */
  readonly before: number | undefined;
  /** Highest number of deliveries, 1 to 101. */
  readonly limit: number;
}

/** What came of an attempt. */
export interface DeliveryOutcome {
  readonly state: Delivery['state'];
  /** HTTP status of the answer. */
  readonly status: number | undefined;
  /** Why there was none. */
  readonly error: DeliveryProblem | undefined;
  /** When it is tried again, while it is `pending`. */
  readonly nextAttemptAt: Date | undefined;
}

/**
 * Keeps webhooks, and the events that they are to be told.
 *
 * An event of a connection is written in the transaction that changes the connection, once for each enabled webhook that wants it: both are there
 * after a crash, or neither is. Without such a webhook nothing is written, so one that is made later is not told what happened before.
 */
export interface WebhookStore {
  /** Adds a webhook. Its id must be new. */
  insertWebhook(webhook: Webhook): Promise<void>;

  /** Finds a webhook. There is none under an id that cannot be stored, in every method. */
  findWebhook(webhookId: string): Promise<Webhook | undefined>;

  /** Lists all webhooks, in the order in which they were made. */
  listWebhooks(): Promise<readonly Webhook[]>;

  /**
   * Changes a webhook and moves `updatedAt`. Keys that are absent keep their values; `events` and `disabledReason` that are present with
   * `undefined` are cleared.
   *
   * @param expected What it must still be like. @default `{}`
   * @returns The webhook as it is now, or `undefined` when it is not there, or not like that any more.
   */
  updateWebhook(webhookId: string, change: WebhookChange, now: Date, expected?: ExpectedWebhook): Promise<Webhook | undefined>;

  /** Removes a webhook with its deliveries. Resolves to whether it was there. */
  deleteWebhook(webhookId: string): Promise<boolean>;

  /** Adds an event that changes nothing that is stored, for every webhook that wants it. */
  insertEvent(event: EventToDeliver): Promise<void>;

  /** Adds one delivery, whatever its webhook wants. */
  insertDelivery(delivery: NewDelivery): Promise<Delivery>;

  /** Calls back whenever this store has written a delivery, after it is durable; never for those that another process wrote. */
  listenForDeliveries(listener: () => void): void;

  /** Finds a delivery. */
  findDelivery(deliveryId: number): Promise<Delivery | undefined>;

  /** Lists deliveries to a webhook. */
  listDeliveries(webhookId: string, page: DeliveryPage): Promise<readonly Delivery[]>;

  /**
   * Takes the delivery to a webhook that has been due longest, for a while: counts an attempt, and makes it due again at `until`. Of any number of
   * processes that ask at once, one gets it. One is not taken while an earlier one of the same connection to the same webhook is pending.
   *
   * @param owner New for every attempt; never used twice.
   */
  claimDelivery(webhookId: string, owner: string, until: Date, now: Date): Promise<Delivery | undefined>;

  /**
   * Notes what came of an attempt. When it is tried again, later ones of the same connection are not due before it is.
   *
   * @returns Whether the owner still had it. When not, nothing has changed.
   */
  finishDelivery(deliveryId: number, owner: string, outcome: DeliveryOutcome): Promise<boolean>;

  /** Makes a delivery due now, as if it were new, and those that wait behind it. Resolves to how it is now, or `undefined` when it is not there. */
  resendDelivery(deliveryId: number, now: Date): Promise<Delivery | undefined>;

  /** Makes all pending deliveries to a webhook due now that nobody has taken, without counting that as an attempt. */
  hastenDeliveries(webhookId: string, now: Date): Promise<void>;

  /** Tells when the next delivery to a webhook is due that could be taken then. */
  findNextDue(webhookId: string): Promise<Date | undefined>;

  /** Removes deliveries of events that were before a moment, whatever their state. Resolves to how many. */
  deleteDeliveriesBefore(moment: Date): Promise<number>;
}

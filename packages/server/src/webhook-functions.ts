import {
  createWebhookBody,
  deliveriesQuery,
  rotateWebhookSecretBody,
  updateWebhookBody,
  type CreateWebhookBody,
  type DeliveriesQuery,
  type DeliveryBody,
  type DeliveryListBody,
  type RotateWebhookSecretBody,
  type UpdateWebhookBody,
  type WebhookBody,
  type WebhookCreatedBody,
  type WebhookListBody,
  type WebhookSecretBody,
} from '@latchkey/protocol';
import type { Entrance } from './entrance.ts';
import { readBody, readQueryValues } from './http/read-input.ts';
import * as webhooks from './http/webhook-operations.ts';
import type { Deps } from './use-cases/deps.ts';

/**
 * What a process may do about webhooks, in the words of the HTTP API. Where there is no webhook with the id, each throws {@link ConnectError}
 * `unknown_webhook`.
 */
export interface WebhookFunctions {
  /** Lists the webhooks, in the order in which they were made. */
  readonly listWebhooks: () => Promise<WebhookListBody>;
  readonly getWebhook: (webhookId: string) => Promise<WebhookBody>;
  /**
   * Makes a webhook, which is told what happens from now on. Its secret is in the answer.
   *
   * @throws {ConnectError} `invalid_body`, also when events may not be sent to its URL
   */
  readonly createWebhook: (body: CreateWebhookBody) => Promise<WebhookCreatedBody>;
  /** Changes a webhook; enabled again, or with another URL, it is told at once what waits for it. @throws {ConnectError} `invalid_body` */
  readonly updateWebhook: (webhookId: string, change: UpdateWebhookBody) => Promise<WebhookBody>;
  /** Removes a webhook with its deliveries, those that are pending too. */
  readonly deleteWebhook: (webhookId: string) => Promise<void>;
  /** Tells the secret that the events of a webhook are signed with. */
  readonly getWebhookSecret: (webhookId: string) => Promise<WebhookSecretBody>;
  /** Gives a webhook a new secret; for a while events are signed with the former one too. @throws {ConnectError} `invalid_body` */
  readonly rotateWebhookSecret: (webhookId: string, body?: RotateWebhookSecretBody) => Promise<WebhookSecretBody>;
  /** Sends a webhook an event that tells of nothing. @throws {ConnectError} `webhook_disabled` */
  readonly sendTestEvent: (webhookId: string) => Promise<DeliveryBody>;
  /** Lists what a webhook was told, and is to be told, newest first. @throws {ConnectError} `invalid_query_params` */
  readonly listDeliveries: (webhookId: string, query?: DeliveriesQuery) => Promise<DeliveryListBody>;
  /** Sends an event once more, under its own id, whatever came of it before. @throws {ConnectError} `unknown_delivery`; `webhook_disabled` */
  readonly resendDelivery: (deliveryId: number) => Promise<DeliveryBody>;
}

/** Creates them. */
export function createWebhookFunctions(deps: Deps, { enter, change }: Entrance): WebhookFunctions {
  return {
    listWebhooks: () => enter(() => webhooks.listWebhooks(deps)),
    getWebhook: (id) => enter(() => webhooks.getWebhook(deps, id)),
    createWebhook: (body) =>
      change('POST /webhooks', undefined, async () => webhooks.createWebhook(deps, readBody(createWebhookBody, body))),
    updateWebhook: (id, body) =>
      change('PATCH /webhooks/{webhookId}', id, async () => webhooks.updateWebhook(deps, id, readBody(updateWebhookBody, body))),
    deleteWebhook: (id) => change('DELETE /webhooks/{webhookId}', id, async () => void (await webhooks.deleteWebhook(deps, id))),
    getWebhookSecret: (id) => enter(() => webhooks.getWebhookSecret(deps, id)),
    rotateWebhookSecret: (id, body) =>
      change('POST /webhooks/{webhookId}/rotate-secret', id, async () =>
        webhooks.rotateSecret(deps, id, readBody(rotateWebhookSecretBody, body)),
      ),
    sendTestEvent: (id) => change('POST /webhooks/{webhookId}/test', id, () => webhooks.sendTest(deps, id)),
    listDeliveries: (id, query = {}) => enter(async () => webhooks.listDeliveries(deps, id, readQueryValues(deliveriesQuery, query))),
    resendDelivery: (deliveryId) =>
      change('POST /webhooks/deliveries/{deliveryId}/resend', String(deliveryId), () => webhooks.resendDelivery(deps, String(deliveryId))),
  };
}

/** What a host's backend may do about webhooks, in the words of the wire: over HTTP, and as functions in the same process. */

import type {
  CreateWebhookBody,
  DeliveriesQuery,
  DeliveryBody,
  DeliveryEntry,
  DeliveryListBody,
  RotateWebhookSecretBody,
  UpdateWebhookBody,
  WebhookBody,
  WebhookCreatedBody,
  WebhookEntry,
  WebhookListBody,
  WebhookSecretBody,
} from '@latchkey/protocol';
import type { Delivery, Webhook } from '../core/webhook.ts';
import { connectError } from '../errors.ts';
import { createWebhook as createStored } from '../use-cases/create-webhook.ts';
import type { Deps } from '../use-cases/deps.ts';
import { getWebhook as getStored } from '../use-cases/get-webhook.ts';
import { getWebhookSecret as getSecret, rotateWebhookSecret, type CurrentSecret } from '../use-cases/rotate-webhook-secret.ts';
import { resendDelivery as resendStored, sendTest as sendStored } from '../use-cases/send-again.ts';
import { updateWebhook as updateStored } from '../use-cases/update-webhook.ts';

const DEFAULT_LIMIT = 50;
const DEFAULT_OVERLAP_SECONDS = 86_400;

/** Lists webhooks. */
export async function listWebhooks({ store }: Deps): Promise<WebhookListBody> {
  return { data: (await store.listWebhooks()).map(formatWebhook) };
}

/** Makes a webhook. */
export async function createWebhook(deps: Deps, { url, events, description = '' }: CreateWebhookBody): Promise<WebhookCreatedBody> {
  const { webhook, secret } = await createStored(deps, { url, events: events ?? undefined, description });
  return { data: { ...formatWebhook(webhook), secret } };
}

/** Gets a webhook. */
export async function getWebhook(deps: Deps, webhookId: string): Promise<WebhookBody> {
  return { data: formatWebhook(await getStored(deps, webhookId)) };
}

/** Changes a webhook. */
export async function updateWebhook(deps: Deps, webhookId: string, body: UpdateWebhookBody): Promise<WebhookBody> {
  const { url, events, description, enabled } = body;
  const change = {
    ...(url !== undefined && { url }),
    ...(events !== undefined && { events: events ?? undefined }),
    ...(description !== undefined && { description }),
    ...(enabled !== undefined && { enabled }),
  };
  return { data: formatWebhook(await updateStored(deps, webhookId, change)) };
}

/** Removes a webhook with what it has not been told yet. */
export async function deleteWebhook({ store }: Deps, webhookId: string): Promise<{ success: true }> {
  if (!(await store.deleteWebhook(webhookId))) throw connectError('unknown_webhook');
  return { success: true };
}

/** Tells the secret of a webhook. */
export async function getWebhookSecret(deps: Deps, webhookId: string): Promise<WebhookSecretBody> {
  return formatSecret(await getSecret(deps, webhookId));
}

/** Gives a webhook a new secret. */
export async function rotateSecret(deps: Deps, webhookId: string, body: RotateWebhookSecretBody): Promise<WebhookSecretBody> {
  return formatSecret(await rotateWebhookSecret(deps, webhookId, (body?.overlap_seconds ?? DEFAULT_OVERLAP_SECONDS) * 1000));
}

/** Sends a webhook an event that tells of nothing. */
export async function sendTest(deps: Deps, webhookId: string): Promise<DeliveryBody> {
  return { data: formatDelivery(await sendStored(deps, webhookId)) };
}

/** Lists what a webhook was told and is to be told, newest first. */
export async function listDeliveries(deps: Deps, webhookId: string, query: DeliveriesQuery): Promise<DeliveryListBody> {
  const { state, limit = DEFAULT_LIMIT, cursor } = query;
  await getStored(deps, webhookId);
  const before = cursor === undefined ? undefined : Number(cursor);
  // One more than is asked for tells whether there is a next page.
  const found = await deps.store.listDeliveries(webhookId, { state, before, limit: limit + 1 });
  const page = found.slice(0, limit);
  return { data: page.map(formatDelivery), next_cursor: found.length > limit ? String(page.at(-1)?.deliveryId) : null };
}

/** Sends an event once more. */
export async function resendDelivery(deps: Deps, deliveryId: string): Promise<DeliveryBody> {
  if (!/^\d{1,15}$/.test(deliveryId)) throw connectError('unknown_delivery');
  return { data: formatDelivery(await resendStored(deps, Number(deliveryId))) };
}

function formatWebhook({ webhookId, url, events, description, enabled, disabledReason, createdAt, updatedAt }: Webhook): WebhookEntry {
  return {
    id: webhookId,
    url,
    events: events === undefined ? null : [...events],
    description,
    enabled,
    disabled_reason: disabledReason ?? null,
    created_at: createdAt.toISOString(),
    updated_at: updatedAt.toISOString(),
  };
}

function formatSecret({ secret, formerUntil }: CurrentSecret): WebhookSecretBody {
  return { data: { secret, former_secret_until: formerUntil?.toISOString() ?? null } };
}

function formatDelivery(delivery: Delivery): DeliveryEntry {
  const { deliveryId, webhookId, eventId, type, state, attempts, createdAt } = delivery;
  return {
    id: deliveryId,
    webhook_id: webhookId,
    event_id: eventId,
    type,
    connection_id: delivery.connectionId ?? null,
    provider_config_key: delivery.integrationId ?? null,
    state,
    attempts,
    last_status: delivery.lastStatus ?? null,
    last_error: delivery.lastError ?? null,
    last_attempt_at: delivery.lastAttemptAt?.toISOString() ?? null,
    next_attempt_at: state === 'pending' ? delivery.nextAttemptAt.toISOString() : null,
    created_at: createdAt.toISOString(),
  };
}

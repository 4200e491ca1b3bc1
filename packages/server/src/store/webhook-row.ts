import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Delivery, NewDelivery, Webhook } from '../core/webhook.ts';
import { PATIENCE_MS } from '../core/webhook-schedule.ts';
import type { DeliveryTable, WebhookTable } from './sql-webhook-tables.ts';
import type { WebhookChange } from './webhook-store.ts';

/** Builds the row of a new webhook. */
export function buildWebhookRow(webhook: Webhook): Insertable<WebhookTable> {
  return {
    webhook_id: webhook.webhookId,
    url: webhook.url,
    events: writeEvents(webhook.events),
    description: webhook.description,
    enabled: webhook.enabled ? 1 : 0,
    disabled_reason: webhook.disabledReason ?? null,
    sealed_secrets: webhook.sealedSecrets,
    created_at_ms: webhook.createdAt.getTime(),
    updated_at_ms: webhook.updatedAt.getTime(),
  };
}

/** Builds what a change sets. */
export function buildWebhookUpdate(change: WebhookChange): Updateable<WebhookTable> {
  const { url, description, enabled, sealedSecrets } = change;
  return {
    ...(url !== undefined && { url }),
    ...('events' in change && { events: writeEvents(change.events) }),
    ...(description !== undefined && { description }),
    ...(enabled !== undefined && { enabled: enabled ? 1 : 0 }),
    ...('disabledReason' in change && { disabled_reason: change.disabledReason ?? null }),
    ...(sealedSecrets !== undefined && { sealed_secrets: sealedSecrets }),
  };
}

function writeEvents(events: Webhook['events']): string | null {
  return events === undefined ? null : JSON.stringify(events);
}

/** Reads which events a webhook wants. */
export function readEvents({ events }: Pick<Selectable<WebhookTable>, 'events'>): Webhook['events'] {
  return events === null ? undefined : JSON.parse(events);
}

/** Reads a webhook from its row. */
export function readWebhookRow(row: Selectable<WebhookTable>): Webhook {
  return {
    webhookId: row.webhook_id,
    url: row.url,
    events: readEvents(row),
    description: row.description,
    enabled: row.enabled === 1,
    disabledReason: row.disabled_reason ?? undefined,
    sealedSecrets: row.sealed_secrets,
    createdAt: new Date(row.created_at_ms),
    updatedAt: new Date(row.updated_at_ms),
  };
}

/** Builds the row of a new delivery: it is due at once. */
export function buildDeliveryRow(delivery: NewDelivery): Insertable<DeliveryTable> {
  const createdAt = delivery.createdAt.getTime();
  return {
    webhook_id: delivery.webhookId,
    event_id: delivery.eventId,
    type: delivery.type,
    integration_id: delivery.integrationId ?? null,
    connection_id: delivery.connectionId ?? null,
    payload: delivery.payload,
    state: 'pending',
    attempts: 0,
    next_attempt_at_ms: createdAt,
    give_up_at_ms: createdAt + PATIENCE_MS,
    created_at_ms: createdAt,
  };
}

/** Reads a delivery from its row. */
export function readDeliveryRow(row: Selectable<DeliveryTable>): Delivery {
  return {
    deliveryId: row.row_id,
    webhookId: row.webhook_id,
    eventId: row.event_id,
    type: row.type,
    integrationId: row.integration_id ?? undefined,
    connectionId: row.connection_id ?? undefined,
    payload: row.payload,
    state: row.state,
    attempts: row.attempts,
    lastStatus: row.last_status ?? undefined,
    lastError: row.last_error ?? undefined,
    lastAttemptAt: row.last_attempt_at_ms === null ? undefined : new Date(row.last_attempt_at_ms),
    nextAttemptAt: new Date(row.next_attempt_at_ms),
    giveUpAt: new Date(row.give_up_at_ms),
    createdAt: new Date(row.created_at_ms),
  };
}

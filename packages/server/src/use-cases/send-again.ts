import { describeTest } from '../core/connection-event.ts';
import type { Delivery } from '../core/webhook.ts';
import { connectError } from '../errors.ts';
import type { Deps } from './deps.ts';
import { getEnabledWebhook } from './get-webhook.ts';
import { makeEventId } from './make-event.ts';

/** Sends a webhook an event that tells of nothing. @throws {ConnectError} `unknown_webhook`; `webhook_disabled`; `store_unavailable`; `store_full` */
export async function sendTest(deps: Deps, webhookId: string): Promise<Delivery> {
  await getEnabledWebhook(deps, webhookId);
  return deps.store.insertDelivery(describeTest(makeEventId(), webhookId, deps.clock.now()));
}

/**
 * Sends an event once more, under its own id, whatever came of it before; one that is pending is sent at once.
 *
 * @throws {ConnectError} `unknown_delivery`; `webhook_disabled`; `store_unavailable`; `store_full`
 */
export async function resendDelivery(deps: Deps, deliveryId: number): Promise<Delivery> {
  const delivery = await deps.store.findDelivery(deliveryId);
  if (delivery === undefined) throw connectError('unknown_delivery');
  await getEnabledWebhook(deps, delivery.webhookId);
  const resent = await deps.store.resendDelivery(deliveryId, deps.clock.now());
  if (resent === undefined) throw connectError('unknown_delivery');
  return resent;
}

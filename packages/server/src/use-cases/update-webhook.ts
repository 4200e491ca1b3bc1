import type { Webhook } from '../core/webhook.ts';
import { connectError } from '../errors.ts';
import type { WebhookChange } from '../store/webhook-store.ts';
import { checkTarget } from './create-webhook.ts';
import type { Deps } from './deps.ts';

/**
 * Changes a webhook. While it is disabled, what happens is not written for it, and what was written before waits; when it is enabled again, or gets
 * another URL, that is sent at once.
 *
 * @throws {ConnectError} `unknown_webhook`; `invalid_body` when events may not be sent to its URL; `store_unavailable`; `store_full`
 */
export async function updateWebhook(
  { store, clock, webhookTargets }: Deps,
  webhookId: string,
  { url, enabled, ...rest }: Omit<WebhookChange, 'disabledReason' | 'sealedSecrets'>,
): Promise<Webhook> {
  const change: WebhookChange = {
    ...rest,
    ...(url !== undefined && { url: checkTarget(url, webhookTargets) }),
    ...(enabled !== undefined && { enabled, disabledReason: enabled ? undefined : 'request' }),
  };
  const now = clock.now();
  const webhook = await store.updateWebhook(webhookId, change, now);
  if (webhook === undefined) throw connectError('unknown_webhook');
  if (webhook.enabled && (url !== undefined || enabled === true)) await store.hastenDeliveries(webhookId, now);
  return webhook;
}

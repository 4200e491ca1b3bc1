import type { Webhook } from '../core/webhook.ts';
import { connectError } from '../errors.ts';
import type { Deps } from './deps.ts';

/** Gets a webhook. @throws {ConnectError} `unknown_webhook`; `store_unavailable` */
export async function getWebhook({ store }: Pick<Deps, 'store'>, webhookId: string): Promise<Webhook> {
  const webhook = await store.findWebhook(webhookId);
  if (webhook === undefined) throw connectError('unknown_webhook');
  return webhook;
}

/** Gets a webhook that something is to be sent to. @throws {ConnectError} `unknown_webhook`; `webhook_disabled`; `store_unavailable` */
export async function getEnabledWebhook(deps: Pick<Deps, 'store'>, webhookId: string): Promise<Webhook> {
  const webhook = await getWebhook(deps, webhookId);
  if (!webhook.enabled) throw connectError('webhook_disabled');
  return webhook;
}

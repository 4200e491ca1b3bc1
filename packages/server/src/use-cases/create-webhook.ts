import { randomUUID } from 'node:crypto';
import type { Webhook } from '../core/webhook.ts';
import { findTargetProblem, type WebhookTargets } from '../core/webhook-target.ts';
import { connectError } from '../errors.ts';
import type { Deps } from './deps.ts';
import { makeWebhookSecret, sealWebhookSecrets } from './webhook-secrets.ts';

/** A new webhook, and the secret that its events are signed with. */
export interface CreatedWebhook {
  readonly webhook: Webhook;
  readonly secret: string;
}

/**
 * Makes a webhook. It is told what happens from now on.
 *
 * @throws {ConnectError} `invalid_body` when events may not be sent to its URL; `store_unavailable`; `store_full`
 */
export async function createWebhook(
  { store, vault, clock, webhookTargets }: Deps,
  order: Pick<Webhook, 'url' | 'events' | 'description'>,
): Promise<CreatedWebhook> {
  const webhookId = randomUUID();
  const secret = makeWebhookSecret();
  const now = clock.now();
  const webhook: Webhook = {
    ...order,
    url: checkTarget(order.url, webhookTargets),
    webhookId,
    enabled: true,
    disabledReason: undefined,
    sealedSecrets: await sealWebhookSecrets(vault, webhookId, [{ secret, until: undefined }]),
    createdAt: now,
    updatedAt: now,
  };
  await store.insertWebhook(webhook);
  return { webhook, secret };
}

/** Checks a URL and writes it as it will be called. @throws {ConnectError} `invalid_body`. The URL is not repeated: it may hold a key. */
export function checkTarget(url: string, targets: WebhookTargets): string {
  const message = findTargetProblem(url, targets);
  if (message !== undefined) throw connectError('invalid_body', { errors: [{ code: 'custom', message, path: ['url'] }] });
  return new URL(url).href;
}

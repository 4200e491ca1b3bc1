import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import type { WebhookSecret } from '../core/webhook.ts';
import { connectError } from '../errors.ts';
import type { Vault } from '../vault/vault.ts';

const shape = z.array(z.object({ secret: z.string(), until: z.optional(z.iso.datetime()) })).check(z.minLength(1));

/** Makes a secret as Standard Webhooks has it: 256 random bits. */
export function makeWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

/** Seals the secrets of a webhook, the newest first. */
export function sealWebhookSecrets(vault: Vault, webhookId: string, secrets: readonly WebhookSecret[]): Promise<string> {
  return vault.seal('webhook_secrets', webhookId, secrets);
}

/** Opens what {@link sealWebhookSecrets} sealed. @throws {ConnectError} `encryption_key_missing`; `sealed_value_invalid` */
export async function openWebhookSecrets(vault: Vault, webhookId: string, sealed: string): Promise<readonly WebhookSecret[]> {
  const opened = shape.safeParse(await vault.open('webhook_secrets', webhookId, sealed));
  if (!opened.success) throw connectError('sealed_value_invalid');
  return opened.data.map(({ secret, until }) => ({ secret, until: until === undefined ? undefined : new Date(until) }));
}

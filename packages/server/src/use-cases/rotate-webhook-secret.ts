import { rotateSecrets } from '../core/rotate-secrets.ts';
import type { WebhookSecret } from '../core/webhook.ts';
import type { Deps } from './deps.ts';
import { getWebhook } from './get-webhook.ts';
import { untilStored } from './until-stored.ts';
import { makeWebhookSecret, openWebhookSecrets, sealWebhookSecrets } from './webhook-secrets.ts';

/** The secret of a webhook, and until when the former one signs too. */
export interface CurrentSecret {
  readonly secret: string;
  readonly formerUntil: Date | undefined;
}

/** Reads the secret of a webhook. @throws {ConnectError} `unknown_webhook`; `encryption_key_missing`; `sealed_value_invalid`; `store_unavailable` */
export async function getWebhookSecret(deps: Deps, webhookId: string): Promise<CurrentSecret> {
  const { sealedSecrets } = await getWebhook(deps, webhookId);
  return pickCurrent(await openWebhookSecrets(deps.vault, webhookId, sealedSecrets), deps.clock.now());
}

/**
 * Gives a webhook a new secret. For a while events are signed with the former one too, so that a receiver may change over without losing any.
 *
 * @param overlapMs For how long; 0 when the former one leaked.
 * @throws {ConnectError} `unknown_webhook`; `encryption_key_missing`; `sealed_value_invalid`; `store_unavailable`; `store_full`
 */
export async function rotateWebhookSecret(deps: Deps, webhookId: string, overlapMs: number): Promise<CurrentSecret> {
  const { store, vault, clock } = deps;
  const secret = makeWebhookSecret();
  return untilStored(async () => {
    const { sealedSecrets } = await getWebhook(deps, webhookId);
    const now = clock.now();
    const until = new Date(now.getTime() + overlapMs);
    const secrets = rotateSecrets(await openWebhookSecrets(vault, webhookId, sealedSecrets), secret, until, now);
    const change = { sealedSecrets: await sealWebhookSecrets(vault, webhookId, secrets) };
    const stored = await store.updateWebhook(webhookId, change, now, { sealedSecrets });
    return stored && pickCurrent(secrets, now);
  });
}

function pickCurrent([current, former]: readonly WebhookSecret[], now: Date): CurrentSecret {
  const until = former?.until;
  return { secret: current?.secret ?? '', formerUntil: until !== undefined && until > now ? until : undefined };
}

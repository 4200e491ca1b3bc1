import { randomUUID } from 'node:crypto';
import type { Delivery, Webhook } from '../core/webhook.ts';
import { planNextAttempt } from '../core/webhook-schedule.ts';
import { ConnectError } from '../errors.ts';
import { logBackground } from '../log.ts';
import type { DeliveryOutcome } from '../store/webhook-store.ts';
import { WEBHOOK_TIMEOUT_MS, type PostOutcome, type WebhookPoster } from '../webhooks/post-webhook.ts';
import { signWebhook } from '../webhooks/sign-webhook.ts';
import type { Deps } from './deps.ts';
import { openWebhookSecrets } from './webhook-secrets.ts';

/** What delivering works with. */
export interface DeliveryParts {
  readonly deps: Pick<Deps, 'store' | 'vault' | 'clock' | 'random' | 'logger'>;
  readonly poster: WebhookPoster;
}

/** A delivery that this process has taken. */
export interface TakenDelivery {
  readonly owner: string;
  readonly webhook: Webhook;
  readonly delivery: Delivery;
}

/** How long a delivery is this process's own, in milliseconds. Another one takes it this long after this one was killed. */
const TAKEN_MS = WEBHOOK_TIMEOUT_MS + 5000;

const GONE = 410;

/** Takes the delivery to a webhook that has been due longest; `undefined` when none is. */
export async function takeDelivery({ deps: { store, clock } }: DeliveryParts, webhook: Webhook): Promise<TakenDelivery | undefined> {
  const owner = randomUUID();
  const now = clock.now();
  const delivery = await store.claimDelivery(webhook.webhookId, owner, new Date(now.getTime() + TAKEN_MS), now);
  return delivery && { owner, webhook, delivery };
}

/**
 * Tries once to deliver, and stores what came of it. A receiver that answers 410 is asked no more: its webhook is disabled.
 *
 * @param signal Ends the attempt early; it is then due again at once.
 */
export async function deliverEvent(parts: DeliveryParts, taken: TakenDelivery, signal: AbortSignal): Promise<void> {
  const { store, clock, logger } = parts.deps;
  const { delivery, owner, webhook } = taken;
  const outcome = await post(parts, taken, signal);
  const isDelivered = 'status' in outcome && outcome.status >= 200 && outcome.status < 300;
  if (!isDelivered) {
    const { deliveryId, attempts, type } = delivery;
    logger.warn({ webhookId: webhook.webhookId, deliveryId, event: type, attempts, ...outcome }, 'event not delivered');
  }
  if ('status' in outcome && outcome.status === GONE) {
    await store.updateWebhook(webhook.webhookId, { enabled: false, disabledReason: 'gone' }, clock.now());
  }
  await store.finishDelivery(delivery.deliveryId, owner, judge(parts, delivery, outcome));
}

type Outcome = PostOutcome | { readonly error: 'secret_unreadable' };

async function post({ deps, poster }: DeliveryParts, { webhook, delivery }: TakenDelivery, signal: AbortSignal): Promise<Outcome> {
  const { url, webhookId, sealedSecrets } = webhook;
  const { eventId, payload } = delivery;
  const sentAt = deps.clock.now();
  try {
    const secrets = await openWebhookSecrets(deps.vault, webhookId, sealedSecrets);
    const good = secrets.filter(({ until }) => until === undefined || until > sentAt).map(({ secret }) => secret);
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'latchkey-server',
      ...signWebhook({ eventId, payload, sentAt }, good),
    };
    return await poster.post({ url, headers, body: payload }, signal);
  } catch (error) {
    if (!(error instanceof ConnectError)) throw error;
    logBackground(deps.logger, error);
    return { error: 'secret_unreadable' };
  }
}

function judge({ deps: { clock, random } }: DeliveryParts, { attempts, giveUpAt }: Delivery, outcome: Outcome): DeliveryOutcome {
  const now = clock.now();
  if ('error' in outcome) {
    const next =
      outcome.error === 'interrupted' ? now : planNextAttempt({ attempts, giveUpAt, retryAfterSeconds: undefined }, now, random());
    return { state: next === undefined ? 'failed' : 'pending', status: undefined, error: outcome.error, nextAttemptAt: next };
  }
  const { status, retryAfterSeconds } = outcome;
  if (status >= 200 && status < 300) return { state: 'delivered', status, error: undefined, nextAttemptAt: undefined };
  const next = status === GONE ? undefined : planNextAttempt({ attempts, giveUpAt, retryAfterSeconds }, now, random());
  return { state: next === undefined ? 'failed' : 'pending', status, error: undefined, nextAttemptAt: next };
}

import { randomUUID } from 'node:crypto';
import type { Delivery, DeliveryProblem, Webhook } from '../core/webhook.ts';
import type { HttpExchange } from '../core/redact-exchange.ts';
import { planNextAttempt } from '../core/webhook-schedule.ts';
import { ConnectError } from '../errors.ts';
import { logBackground } from '../log.ts';
import type { DeliveryOutcome } from '../store/webhook-store.ts';
import { WEBHOOK_TIMEOUT_MS, type PostOutcome, type WebhookPoster } from '../webhooks/post-webhook.ts';
import { signWebhook } from '../webhooks/sign-webhook.ts';
import type { Deps } from './deps.ts';
import type { OpenOperation } from './open-operation.ts';
import { BACKGROUND } from './request-log.ts';
import { openWebhookSecrets } from './webhook-secrets.ts';

/** What delivering works with. */
export interface DeliveryParts {
  readonly deps: Pick<Deps, 'store' | 'vault' | 'clock' | 'random' | 'logger' | 'requestLog'>;
  readonly poster: WebhookPoster;
}

/** A delivery that this process has taken. */
export interface TakenDelivery {
  readonly owner: string;
  readonly webhook: Webhook;
  readonly delivery: Delivery;
}

type Outcome = PostOutcome | { readonly error: 'secret_unreadable' };

/** How long a delivery is this process's own, in milliseconds. Another one takes it this long after this one was killed. */
const TAKEN_MS = WEBHOOK_TIMEOUT_MS + 5000;

const GONE = 410;

/** What the request log calls it when there was no answer. */
const FAILURES: Readonly<Record<DeliveryProblem, HttpExchange['failure']>> = {
  timeout: 'timeout',
  unreachable: 'unreachable',
  target_refused: 'refused',
  interrupted: 'aborted',
  secret_unreadable: undefined,
};

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
  const { store, requestLog } = parts.deps;
  const { owner, webhook, delivery } = taken;
  const { deliveryId, integrationId, connectionId } = delivery;
  // Whatever woke the deliverer, this is no part of it.
  const outcome = await requestLog.withCaller(BACKGROUND, () =>
    requestLog.run({ type: 'webhook', integrationId, connectionId }, (operation) => post(parts, taken, signal, operation)),
  );
  const isGone = 'status' in outcome && outcome.status === GONE && (await disable(parts, webhook));
  await store.finishDelivery(deliveryId, owner, judge(parts, delivery, outcome, isGone));
}

/** Disables a webhook whose receiver is gone. @returns `false` when somebody has changed it meanwhile: it may have another receiver by now. */
async function disable({ deps: { store, clock } }: DeliveryParts, { webhookId, updatedAt }: Webhook): Promise<boolean> {
  return (await store.updateWebhook(webhookId, { enabled: false, disabledReason: 'gone' }, clock.now(), { updatedAt })) !== undefined;
}

async function post(
  { deps, poster }: DeliveryParts,
  { webhook, delivery }: TakenDelivery,
  signal: AbortSignal,
  operation: OpenOperation,
): Promise<Outcome> {
  const { url } = webhook;
  const { payload } = delivery;
  const startedAt = deps.clock.now();
  const headers = await buildHeaders(deps, webhook, delivery, startedAt);
  const outcome: Outcome =
    headers === undefined ? { error: 'secret_unreadable' } : await poster.post({ url, headers, body: payload }, signal);
  operation.record({
    method: 'POST',
    url,
    startedAt,
    endedAt: deps.clock.now(),
    requestHeaders: Object.entries(headers ?? {}).flat(),
    requestBytes: Buffer.byteLength(payload),
    ...('status' in outcome ? { status: outcome.status, responseHeaders: outcome.headers } : { failure: FAILURES[outcome.error] }),
  });
  if (!isDelivered(outcome)) {
    const problem = 'status' in outcome ? { status: outcome.status } : { problem: outcome.error };
    const { deliveryId, webhookId, type, attempts } = delivery;
    deps.logger.warn({ webhookId, deliveryId, event: type, attempts, ...problem }, 'event not delivered');
    operation.fail({ code: 'event_not_delivered', message: 'The receiver of the webhook did not take the event with a status of 2xx.' });
  }
  return outcome;
}

/** Builds the headers; `undefined` when the secrets cannot be opened, because their encryption key is missing. */
async function buildHeaders(
  { vault, logger }: DeliveryParts['deps'],
  { webhookId, sealedSecrets }: Webhook,
  { eventId, payload }: Delivery,
  sentAt: Date,
): Promise<Record<string, string> | undefined> {
  try {
    const secrets = await openWebhookSecrets(vault, webhookId, sealedSecrets);
    const good = secrets.filter(({ until }) => until === undefined || until > sentAt).map(({ secret }) => secret);
    const signature = signWebhook({ eventId, payload, sentAt }, good);
    return { 'content-type': 'application/json', 'user-agent': 'latchkey-server', ...signature };
  } catch (error) {
    if (!(error instanceof ConnectError)) throw error;
    logBackground(logger, error);
    return undefined;
  }
}

function isDelivered(outcome: Outcome): boolean {
  return 'status' in outcome && outcome.status >= 200 && outcome.status < 300;
}

function judge(
  { deps: { clock, random } }: DeliveryParts,
  { attempts, giveUpAt }: Delivery,
  outcome: Outcome,
  isGone: boolean,
): DeliveryOutcome {
  const now = clock.now();
  const { status, error, retryAfterSeconds } = { status: undefined, error: undefined, retryAfterSeconds: undefined, ...outcome };
  if (isDelivered(outcome)) return { state: 'delivered', status, error, nextAttemptAt: undefined };
  // What was interrupted here is not the receiver's fault.
  const retried = error === 'interrupted' ? now : planNextAttempt({ attempts, giveUpAt, retryAfterSeconds }, now, random());
  const nextAttemptAt = isGone ? undefined : retried;
  return { state: nextAttemptAt === undefined ? 'failed' : 'pending', status, error, nextAttemptAt };
}

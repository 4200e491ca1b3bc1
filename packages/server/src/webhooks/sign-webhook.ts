import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

/** What is signed. */
interface SignedParts {
  readonly eventId: string;
  readonly payload: string;
  readonly sentAt: Date;
}

/**
 * Builds the headers by which a receiver knows that an event is genuine.
 *
 * @param secrets All that are good just now, the newest first: one signature each, so that a receiver may have any of them.
 * @see [Standard Webhooks](https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md)
 */
export function signWebhook({ eventId, payload, sentAt }: SignedParts, secrets: readonly string[]): Record<string, string> {
  return {
    'webhook-id': eventId,
    'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(eventId, sentAt, payload)).join(' '),
    ...signBody(payload, secrets),
  };
}

/**
 * Compat: receivers that have a client of this wire look for this header. It holds one signature and nothing else, so it is the newest secret's.
 *
 * Security: the body alone is signed, so it says nothing of when it was sent. The key is the secret as it is written, where Standard Webhooks takes the
 * bytes that it stands for, so neither signature can be used as the other.
 */
function signBody(payload: string, [newest]: readonly string[]): Record<string, string> {
  return newest === undefined ? {} : { 'x-nango-hmac-sha256': createHmac('sha256', newest).update(payload).digest('hex') };
}

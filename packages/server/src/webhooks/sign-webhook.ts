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
 * @param secrets All that are good just now: one signature each, so that a receiver may have any of them.
 * @see [Standard Webhooks](https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md)
 */
export function signWebhook({ eventId, payload, sentAt }: SignedParts, secrets: readonly string[]): Record<string, string> {
  return {
    'webhook-id': eventId,
    'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(eventId, sentAt, payload)).join(' '),
  };
}

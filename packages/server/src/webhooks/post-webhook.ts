import { readRetryAfter } from '@latchkey/protocol';
import { Agent, request } from 'undici';
import { findHeader, type RawHeaders } from '../core/proxy-headers.ts';
import type { DeliveryProblem } from '../core/webhook.ts';
import { findTargetProblem, type WebhookTargets } from '../core/webhook-target.ts';
import { createPublicConnector, TargetRefusedError, type Resolve } from './public-connector.ts';

/** What a receiver answered, or why it did not. */
export type PostOutcome =
  | {
      readonly status: number;
      readonly headers: RawHeaders;
      readonly retryAfterSeconds: number | undefined;
    }
  | { readonly error: Exclude<DeliveryProblem, 'secret_unreadable'> };

/** One event on its way. */
export interface WebhookPost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends events to webhooks. */
export interface WebhookPoster {
  /**
   * Posts once. Never rejects, follows no redirect, and reads no more of the answer than its head.
   *
   * @param signal Ends it early; the outcome is then `interrupted`.
   */
  post(what: WebhookPost, signal: AbortSignal): Promise<PostOutcome>;
  /** Closes what connections are left. */
  close(): Promise<void>;
}

/** How sending differs from the usual. */
interface PosterOptions {
  readonly targets: WebhookTargets;
  readonly now: () => Date;
  /** @default 15000, as Standard Webhooks recommends */
  readonly timeoutMs?: number;
  /** @default the resolver of the machine */
  readonly resolve?: Resolve;
}

/** How long a receiver may take, in milliseconds. */
export const WEBHOOK_TIMEOUT_MS = 15_000;

/** How much of an answer is read to keep its connection, in bytes. It is thrown away. */
const MAX_DUMPED_BYTES = 16_384;

/** Creates it. */
export function createWebhookPoster({ targets, now, timeoutMs = WEBHOOK_TIMEOUT_MS, resolve }: PosterOptions): WebhookPoster {
  const dispatcher = new Agent({ connect: targets === 'any' ? { timeout: timeoutMs } : createPublicConnector(timeoutMs, resolve) });

  return {
    async post({ url, headers, body }, signal) {
      // The webhook may be older than the option.
      if (findTargetProblem(url, targets) !== undefined) return { error: 'target_refused' };
      const timeout = AbortSignal.timeout(timeoutMs);
      try {
        const answer = await request(url, { method: 'POST', headers, body, dispatcher, signal: AbortSignal.any([signal, timeout]) });
        // Only its head counts; what comes after it may break off as it likes.
        answer.body.dump({ limit: MAX_DUMPED_BYTES, signal: timeout }).catch(() => undefined);
        const received = Object.entries(answer.headers).flatMap(([name, value]) => [name, String(value)]);
        const retryAfterSeconds = readRetryAfter(findHeader(received, 'retry-after') ?? null, now());
        return { status: answer.statusCode, headers: received, retryAfterSeconds };
      } catch (error) {
        if (signal.aborted) return { error: 'interrupted' };
        if (error instanceof TargetRefusedError) return { error: 'target_refused' };
        return { error: timeout.aborted ? 'timeout' : 'unreachable' };
      }
    },
    close: () => dispatcher.destroy(),
  };
}

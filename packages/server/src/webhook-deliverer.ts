import type { Timer } from './clock.ts';
import type { Gate } from './gate.ts';
import { logBackground } from './log.ts';
import { deliverEvent, takeDelivery } from './use-cases/deliver-event.ts';
import type { Deps } from './use-cases/deps.ts';
import { createWebhookPoster } from './webhooks/post-webhook.ts';

/** Delivers events while the server runs. */
export interface WebhookDeliverer {
  /** Takes nothing more, waits a while for what is under way, then ends that too: it is due again at once. */
  stop(): Promise<void>;
}

/** What a deliverer works with. */
export interface DelivererParts {
  readonly deps: Deps;
  readonly gate: Gate;
  readonly timer: Timer;
}

/** How many events are on their way to one webhook at once. One that does not answer holds up no other. */
const AT_ONCE = 5;

/** Longest and shortest pause between two looks, in milliseconds: the first finds what other processes left, the second is for what they just took. */
const LONGEST_PAUSE_MS = 60_000;
const SHORTEST_PAUSE_MS = 100;

/** How long closing waits for receivers, in milliseconds. */
const GRACE_MS = 3000;

/** How long deliveries are kept, in milliseconds, and how often old ones are removed. */
const KEPT_MS = 15 * 24 * 60 * 60_000;
const SWEEP_MS = 60 * 60_000;

/**
 * Starts it. It looks for what is due when something was written in this process, when the next one is due, and once a minute for what other
 * processes left; without webhooks it reads their empty list that often, and nothing else.
 */
export function startWebhookDeliverer({ deps, gate, timer }: DelivererParts): WebhookDeliverer {
  const { store, clock, logger } = deps;
  const poster = createWebhookPoster({ targets: deps.webhookTargets, now: () => clock.now() });
  const parts = { deps, poster };
  const ending = new AbortController();
  const underWay = new Set<Promise<void>>();
  const countByWebhook = new Map<string, number>();
  let sweptAt = 0;
  const stopping = new AbortController();
  let looking: Promise<void> | undefined;
  let lookAgain = false;
  let cancel: (() => void) | undefined;

  const count = (webhookId: string): number => countByWebhook.get(webhookId) ?? 0;

  /** Takes what is due, as much as may be under way at once. Resolves to when to look again. */
  async function fill(): Promise<number> {
    const webhooks = (await store.listWebhooks()).filter(({ enabled }) => enabled);
    let dueAt = Number.POSITIVE_INFINITY;
    for (const webhook of webhooks) {
      while (!stopping.signal.aborted && count(webhook.webhookId) < AT_ONCE) {
        const taken = await takeDelivery(parts, webhook);
        if (taken === undefined) break;
        start(webhook.webhookId, () => deliverEvent(parts, taken, ending.signal));
      }
      // One that is full wakes us when it is not.
      if (count(webhook.webhookId) < AT_ONCE) dueAt = Math.min(dueAt, (await store.findNextDue(webhook.webhookId))?.getTime() ?? dueAt);
    }
    if (webhooks.length > 0) await sweep();
    return dueAt;
  }

  async function sweep(): Promise<void> {
    const now = clock.now().getTime();
    if (now - sweptAt < SWEEP_MS) return;
    sweptAt = now;
    await store.deleteDeliveriesBefore(new Date(now - KEPT_MS));
  }

  function start(webhookId: string, deliver: () => Promise<void>): void {
    countByWebhook.set(webhookId, count(webhookId) + 1);
    const delivering = deliver()
      .catch((error: unknown) => logBackground(logger, error))
      .finally(() => {
        underWay.delete(delivering);
        countByWebhook.set(webhookId, count(webhookId) - 1);
        wake();
      });
    underWay.add(delivering);
  }

  async function look(): Promise<void> {
    let pauseMs = LONGEST_PAUSE_MS;
    try {
      do {
        lookAgain = false;
        const dueAt = await gate.enter(fill);
        pauseMs = Math.min(Math.max(dueAt - clock.now().getTime(), SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS);
      } while (lookAgain && !stopping.signal.aborted);
    } catch (error) {
      if (!stopping.signal.aborted) logBackground(logger, error);
    }
    looking = undefined;
    if (!stopping.signal.aborted) cancel = timer(pauseMs, wake);
  }

  function wake(): void {
    if (stopping.signal.aborted) return;
    if (looking !== undefined) {
      lookAgain = true;
      return;
    }
    cancel?.();
    looking = look();
  }

  store.listenForDeliveries(wake);
  gate.opened.then(wake, () => undefined);

  return {
    async stop() {
      stopping.abort();
      cancel?.();
      const cancelEnding = timer(GRACE_MS, () => ending.abort());
      await looking;
      await Promise.all(underWay);
      cancelEnding();
      await poster.close();
    },
  };
}

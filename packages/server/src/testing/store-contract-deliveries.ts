import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Delivery } from '../core/webhook.ts';
import type { Store } from '../store/store.ts';
import { addWebhook } from './store-contract-webhooks.ts';
import type { CurrentStores } from './store-contract.ts';

const moment = new Date('2026-11-20T10:00:00.500Z');
const after = (ms: number): Date => new Date(moment.getTime() + ms);

/** Describes what every store promises of deliveries: who makes them, in which order, and when. */
export function describeDeliveryContract(stores: CurrentStores): void {
  /** Adds deliveries to a new webhook, one for each connection that is named; `undefined` for none. */
  async function addDeliveries(store: Store, connectionIds: readonly (string | undefined)[]) {
    const { webhookId } = await addWebhook(store);
    const deliveries: Delivery[] = [];
    for (const connectionId of connectionIds) {
      const event = { eventId: `evt_${randomUUID()}`, type: 'connection.updated', integrationId: 'pingone-cc' } as const;
      deliveries.push(await store.insertDelivery({ ...event, webhookId, connectionId, payload: '{}', createdAt: moment }));
    }
    return { webhookId, deliveries };
  }

  const claim = async (store: Store, webhookId: string, now = moment, owner: string = randomUUID()) => {
    const delivery = await store.claimDelivery(webhookId, owner, new Date(now.getTime() + 20_000), now);
    return delivery && { owner, id: delivery.deliveryId, delivery };
  };
  const delivered = { state: 'delivered', status: 204, error: undefined, nextAttemptAt: undefined } as const;
  const retriedAt = (nextAttemptAt: Date) => ({ state: 'pending', status: 500, error: undefined, nextAttemptAt }) as const;

  describe('Deliveries', () => {
    test('Of many that ask at once for what is due, each delivery is taken by one.', async () => {
      const [one, other] = stores();
      const { webhookId, deliveries } = await addDeliveries(one, ['a', 'b', 'c']);
      const claims = await Promise.all(Array.from({ length: 8 }, (_, index) => claim(index % 2 === 0 ? one : other, webhookId)));
      const taken = claims.flatMap((claimed) => (claimed === undefined ? [] : [claimed.id]));
      expect(new Set(taken).size).toBe(taken.length);
      // Who lost a race may ask again.
      for (let next = await claim(one, webhookId); next !== undefined; next = await claim(one, webhookId)) taken.push(next.id);
      expect(taken.toSorted((a, b) => a - b)).toEqual(deliveries.map(({ deliveryId }) => deliveryId));
    });

    test('What was taken counts an attempt, is not due meanwhile, and is taken again when its owner has not come back.', async () => {
      const [one, other] = stores();
      const { webhookId } = await addDeliveries(one, ['a']);
      expect((await claim(one, webhookId))?.delivery).toMatchObject({ attempts: 1, lastAttemptAt: moment, nextAttemptAt: after(20_000) });
      expect(await claim(other, webhookId, after(19_999))).toBeUndefined();
      expect(await other.findNextDue(webhookId)).toEqual(after(20_000));
      expect((await claim(other, webhookId, after(20_000)))?.delivery.attempts).toBe(2);
    });

    test('A later one of the same connection waits for the earlier; those of other connections, and of none, do not.', async () => {
      const [store] = stores();
      const { webhookId, deliveries } = await addDeliveries(store, ['a', 'a', 'b', undefined, undefined, 'a']);
      const ids = deliveries.map(({ deliveryId }) => deliveryId);
      const first = (await claim(store, webhookId))!;
      const rest = [await claim(store, webhookId), await claim(store, webhookId), await claim(store, webhookId)];
      expect([first.id, ...rest.map((claimed) => claimed?.id)]).toEqual([ids[0], ids[2], ids[3], ids[4]]);
      expect(await claim(store, webhookId)).toBeUndefined();
      await store.finishDelivery(first.id, first.owner, delivered);
      expect((await claim(store, webhookId))?.id).toBe(ids[1]);
      expect(await claim(store, webhookId)).toBeUndefined();
    });

    test('The same connection is told to another webhook without waiting.', async () => {
      const [store] = stores();
      const one = await addDeliveries(store, ['a']);
      const other = await addDeliveries(store, ['a']);
      expect(await claim(store, one.webhookId)).toBeDefined();
      expect(await claim(store, other.webhookId)).toBeDefined();
    });

    test('What failed is due when it was said, and those behind it not before; giving it up lets them go on.', async () => {
      const [store] = stores();
      const { webhookId, deliveries } = await addDeliveries(store, ['a', 'a', 'b']);
      const first = (await claim(store, webhookId))!;
      expect(await store.finishDelivery(first.id, first.owner, retriedAt(after(5000)))).toBe(true);
      expect(await store.findDelivery(first.id)).toMatchObject({ state: 'pending', lastStatus: 500, nextAttemptAt: after(5000) });
      expect((await claim(store, webhookId))?.id).toBe(deliveries[2]?.deliveryId);
      expect(await store.findNextDue(webhookId)).toEqual(after(5000));
      const again = (await claim(store, webhookId, after(5000)))!;
      expect(again.id).toBe(first.id);
      await store.finishDelivery(again.id, again.owner, { state: 'failed', status: undefined, error: 'timeout', nextAttemptAt: undefined });
      expect(await store.findDelivery(first.id)).toMatchObject({
        state: 'failed',
        lastStatus: undefined,
        lastError: 'timeout',
        attempts: 2,
      });
      expect((await claim(store, webhookId, after(5000)))?.id).toBe(deliveries[1]?.deliveryId);
    });

    test('Who lost a delivery to somebody else says nothing of it any more.', async () => {
      const [one, other] = stores();
      const { webhookId } = await addDeliveries(one, ['a']);
      const slow = (await claim(one, webhookId))!;
      const quick = (await claim(other, webhookId, after(20_000)))!;
      expect(await one.finishDelivery(slow.id, slow.owner, retriedAt(after(99_000)))).toBe(false);
      expect(await other.finishDelivery(quick.id, quick.owner, delivered)).toBe(true);
      expect(await one.finishDelivery(quick.id, quick.owner, retriedAt(after(99_000)))).toBe(false);
      expect(await one.findDelivery(slow.id)).toMatchObject({ state: 'delivered', lastStatus: 204 });
      expect(await one.findNextDue(webhookId)).toBeUndefined();
    });

    test('What is sent again is as new, whatever came of it, and those that wait behind it are due with it.', async () => {
      const [store] = stores();
      const { webhookId, deliveries } = await addDeliveries(store, ['a', 'a']);
      const first = (await claim(store, webhookId))!;
      await store.finishDelivery(first.id, first.owner, retriedAt(after(3_600_000)));
      const resent = await store.resendDelivery(first.id, after(1000));
      expect(resent).toMatchObject({ state: 'pending', attempts: 0, nextAttemptAt: after(1000), giveUpAt: after(1000 + 48 * 3_600_000) });
      const second = (await claim(store, webhookId, after(1000)))!;
      expect(second.id).toBe(first.id);
      await store.finishDelivery(second.id, second.owner, delivered);
      expect((await claim(store, webhookId, after(1000)))?.id).toBe(deliveries[1]?.deliveryId);
      expect(await store.resendDelivery(first.id, after(2000))).toMatchObject({ state: 'pending', attempts: 0 });
      expect(await store.resendDelivery(1_000_000, after(2000))).toBeUndefined();
    });

    test('What waits for a webhook can be made due at once, and that counts no attempt.', async () => {
      const [store] = stores();
      const { webhookId } = await addDeliveries(store, ['a', 'b']);
      for (let claimed = await claim(store, webhookId); claimed !== undefined; claimed = await claim(store, webhookId)) {
        await store.finishDelivery(claimed.id, claimed.owner, retriedAt(after(3_600_000)));
      }
      await store.hastenDeliveries(webhookId, after(1000));
      expect((await claim(store, webhookId, after(1000)))?.delivery.attempts).toBe(2);
      expect(await claim(store, webhookId, after(1000))).toBeDefined();
    });

    test('What somebody is delivering is made due neither with all others nor with what it waited for.', async () => {
      const [store] = stores();
      const { webhookId } = await addDeliveries(store, ['a', 'a']);
      const first = (await claim(store, webhookId))!;
      await store.hastenDeliveries(webhookId, after(1));
      expect(await claim(store, webhookId, after(1))).toBeUndefined();
      await store.finishDelivery(first.id, first.owner, delivered);
      const second = (await claim(store, webhookId, after(1)))!;
      await store.resendDelivery(first.id, after(1));
      const again = (await claim(store, webhookId, after(1)))!;
      expect(again.id).toBe(first.id);
      await store.finishDelivery(again.id, again.owner, delivered);
      expect(await claim(store, webhookId, after(1))).toBeUndefined();
      expect(await store.finishDelivery(second.id, second.owner, delivered)).toBe(true);
    });

    test('Pages come newest first, of one state when asked for, and only of one webhook.', async () => {
      const [store] = stores();
      const { webhookId, deliveries } = await addDeliveries(store, ['a', 'b', 'c', 'd', 'e']);
      await addDeliveries(store, ['a']);
      const ids = deliveries.map(({ deliveryId }) => deliveryId);
      const claimed = (await claim(store, webhookId))!;
      await store.finishDelivery(claimed.id, claimed.owner, delivered);
      const list = async (state: Delivery['state'] | undefined, before: number | undefined, limit: number) =>
        (await store.listDeliveries(webhookId, { state, before, limit })).map(({ deliveryId }) => deliveryId);
      expect(await list(undefined, undefined, 2)).toEqual([ids[4], ids[3]]);
      expect(await list(undefined, ids[3], 9)).toEqual([ids[2], ids[1], ids[0]]);
      expect(await list('pending', ids[3], 9)).toEqual([ids[2], ids[1]]);
      expect(await list('delivered', undefined, 9)).toEqual([ids[0]]);
    });

    test('Old deliveries are removed whatever their state, and counted.', async () => {
      const [store] = stores();
      const { webhookId } = await addDeliveries(store, ['a', 'b']);
      expect(await store.deleteDeliveriesBefore(moment)).toBe(0);
      expect(await store.deleteDeliveriesBefore(after(1))).toBe(2);
      expect(await store.findNextDue(webhookId)).toBeUndefined();
    });
  });
}

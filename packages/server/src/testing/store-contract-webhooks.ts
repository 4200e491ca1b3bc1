import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { ConnectionEvent } from '../core/connection-event.ts';
import type { Webhook } from '../core/webhook.ts';
import type { Store } from '../store/store.ts';
import { makeConnection } from './make-connection.ts';
import type { CurrentStores } from './store-contract.ts';

const moment = new Date('2026-11-20T10:00:00.500Z');
const after = (ms: number): Date => new Date(moment.getTime() + ms);

/** Makes a webhook for a test; each has an id of its own. */
export function makeWebhook(overrides: Partial<Webhook> = {}): Webhook {
  return {
    webhookId: randomUUID(),
    url: 'https://hooks.example.com/latchkey',
    events: undefined,
    description: 'Tells ops',
    enabled: true,
    disabledReason: undefined,
    sealedSecrets: `secrets.${randomUUID()}`,
    createdAt: moment,
    updatedAt: moment,
    ...overrides,
  };
}

/** Makes an event for a test; each has an id of its own. */
export function makeConnectionEvent(type: ConnectionEvent['type'] = 'connection.created', occurredAt = moment): ConnectionEvent {
  return { eventId: `evt_${randomUUID()}`, type, occurredAt };
}

/** Adds a webhook. */
export async function addWebhook(store: Store, overrides: Partial<Webhook> = {}): Promise<Webhook> {
  const webhook = makeWebhook(overrides);
  await store.insertWebhook(webhook);
  return webhook;
}

/** Describes what every store promises of webhooks, and of what is written for them. */
export function describeWebhookContract(stores: CurrentStores): void {
  const page = { state: undefined, before: undefined, limit: 100 };
  const typesFor = async (store: Store, { webhookId }: Webhook) =>
    (await store.listDeliveries(webhookId, page)).map(({ type }) => type).toReversed();

  describe('Webhooks', () => {
    test('A webhook comes back as it was put in, from every process; several come in the order in which they were made.', async () => {
      const [one, other] = stores();
      const first = await addWebhook(one, { description: '', events: ['connection.created', 'connection.deleted'] });
      const second = await addWebhook(one, { enabled: false, disabledReason: 'gone' });
      expect(await other.findWebhook(first.webhookId)).toStrictEqual(first);
      expect(await other.listWebhooks()).toStrictEqual([first, second]);
    });

    test('A change keeps what it does not name, and clears what it names as undefined.', async () => {
      const [store] = stores();
      const webhook = await addWebhook(store, { events: ['connection.created'], enabled: false, disabledReason: 'request' });
      const change = { url: 'https://other.example', events: undefined, enabled: true, disabledReason: undefined };
      const changed = await store.updateWebhook(webhook.webhookId, change, after(1));
      expect(changed).toStrictEqual({ ...webhook, ...change, updatedAt: after(1) });
      expect(await store.updateWebhook(webhook.webhookId, { description: 'x' }, after(2))).toMatchObject({
        url: change.url,
        description: 'x',
      });
    });

    test('Of two that put other secrets in the place of the same ones, one succeeds.', async () => {
      const [one, other] = stores();
      const { webhookId, sealedSecrets } = await addWebhook(one);
      const changes = await Promise.all(
        [one, other].map((store, index) => store.updateWebhook(webhookId, { sealedSecrets: `new.${index}` }, after(1), { sealedSecrets })),
      );
      expect(changes.filter((changed) => changed !== undefined)).toHaveLength(1);
    });

    test('A webhook is changed only as long as nobody else has changed it, where that is asked for.', async () => {
      const [one] = stores();
      const { webhookId, updatedAt } = await addWebhook(one);
      await one.updateWebhook(webhookId, { url: 'https://new.example/hook' }, after(1), { updatedAt });
      expect(await one.updateWebhook(webhookId, { enabled: false }, after(2), { updatedAt })).toBeUndefined();
      expect(await one.findWebhook(webhookId)).toMatchObject({ url: 'https://new.example/hook', enabled: true });
    });

    test('A webhook is removed once, with its deliveries.', async () => {
      const [one, other] = stores();
      const webhook = await addWebhook(one);
      await one.insertConnection(makeConnection(), makeConnectionEvent());
      const [delivery] = await one.listDeliveries(webhook.webhookId, page);
      const removals = await Promise.all([one.deleteWebhook(webhook.webhookId), other.deleteWebhook(webhook.webhookId)]);
      expect(removals.filter(Boolean)).toHaveLength(1);
      expect(await one.findDelivery(delivery!.deliveryId)).toBeUndefined();
    });

    test.each(['\0', '\u{D800}'])('There is no webhook under an id that cannot be stored (%j).', async (id) => {
      const [store] = stores();
      expect(await store.findWebhook(id)).toBeUndefined();
      expect(await store.updateWebhook(id, { enabled: true }, moment)).toBeUndefined();
      expect(await store.deleteWebhook(id)).toBe(false);
      expect(await store.listDeliveries(id, page)).toEqual([]);
    });
  });

  describe('What is written for webhooks', () => {
    test('Each enabled webhook that wants an event gets it with the change, under one event id, and without anything sealed.', async () => {
      const [store, other] = stores();
      const all = await addWebhook(store);
      const some = await addWebhook(store, { events: ['connection.created'] });
      const others = await addWebhook(store, { events: ['connection.deleted'] });
      const disabled = await addWebhook(store, { enabled: false });
      const event = makeConnectionEvent();
      const connection = makeConnection();
      await store.insertConnection(connection, event);

      const [delivery] = await other.listDeliveries(all.webhookId, page);
      expect(delivery).toMatchObject({
        webhookId: all.webhookId,
        eventId: event.eventId,
        type: 'connection.created',
        integrationId: connection.integrationId,
        connectionId: connection.connectionId,
        state: 'pending',
        attempts: 0,
        nextAttemptAt: moment,
        giveUpAt: after(48 * 3_600_000),
        createdAt: moment,
      });
      const { id, data } = JSON.parse(delivery!.payload);
      expect([id, data.connection_id, data.environment.id]).toEqual([event.eventId, connection.connectionId, connection.environment?.id]);
      for (const secret of [connection.sealedCredential, connection.sealedTokenSet, 'metadata'])
        expect(delivery!.payload).not.toContain(secret);
      expect(await store.listDeliveries(some.webhookId, page)).toMatchObject([{ eventId: event.eventId, payload: delivery!.payload }]);
      expect(await store.listDeliveries(others.webhookId, page)).toEqual([]);
      expect(await store.listDeliveries(disabled.webhookId, page)).toEqual([]);
    });

    test('Every change of a connection can mean something, and tells how the connection is after it.', async () => {
      const [store] = stores();
      const webhook = await addWebhook(store);
      const connection = makeConnection({ error: undefined });
      const { rowId, version, integrationId, connectionId } = (await store.insertConnection(connection, makeConnectionEvent()))!;
      await store.updateConnection(rowId, version, { tags: { team: 'blue' } }, moment, makeConnectionEvent('connection.updated'));
      await store.acquireLease(rowId, 'owner', after(1000), moment);
      const error = { code: 'client_secret_wrong', message: 'Refused.', remedy: 'Reconnect.', at: moment };
      const change = { status: 'needs_reconnect', error } as const;
      await store.releaseLease(rowId, 'owner', change, moment, makeConnectionEvent('connection.needs_reconnect'));
      await store.deleteConnection(integrationId, connectionId, makeConnectionEvent('connection.deleted'));

      const told = (await store.listDeliveries(webhook.webhookId, page)).map(({ payload }) => JSON.parse(payload)).toReversed();
      const problem = { code: error.code, message: error.message, remedy: error.remedy };
      expect(told.map(({ type, data }) => [type, data.status, data.tags.team, data.error])).toEqual([
        ['connection.created', 'active', 'red', null],
        ['connection.updated', 'active', 'blue', null],
        ['connection.needs_reconnect', 'needs_reconnect', 'blue', problem],
        ['connection.deleted', 'needs_reconnect', 'blue', problem],
      ]);
    });

    test('What changes nothing tells nothing.', async () => {
      const [store] = stores();
      const connection = makeConnection();
      const { rowId, version, integrationId } = (await store.insertConnection(connection))!;
      const webhook = await addWebhook(store);
      await store.insertConnection(connection, makeConnectionEvent());
      await store.updateConnection(rowId, version + 1, { tags: {} }, moment, makeConnectionEvent('connection.updated'));
      await store.releaseLease(rowId, 'nobody', { status: 'needs_reconnect' }, moment, makeConnectionEvent('connection.needs_reconnect'));
      await store.deleteConnection(integrationId, 'another', makeConnectionEvent('connection.deleted'));
      expect(await typesFor(store, webhook)).toEqual([]);
    });

    test('A change whose event cannot be written is undone.', async () => {
      const [store] = stores();
      const webhook = await addWebhook(store);
      const connection = makeConnection();
      const unwritable = makeConnectionEvent('connection.created', new Date(Number.NaN));
      await expect(store.insertConnection(connection, unwritable)).rejects.toThrow(RangeError);
      expect(await store.findConnection(connection.integrationId, connection.connectionId)).toBeUndefined();
      expect(await store.insertConnection(connection, makeConnectionEvent())).toBeDefined();
      expect(await typesFor(store, webhook)).toEqual(['connection.created']);
    });

    test('A webhook is not told what happened before it was there, or while it was disabled.', async () => {
      const [store] = stores();
      await store.insertConnection(makeConnection(), makeConnectionEvent());
      const webhook = await addWebhook(store);
      await store.updateWebhook(webhook.webhookId, { enabled: false }, moment);
      await store.insertConnection(makeConnection(), makeConnectionEvent());
      await store.updateWebhook(webhook.webhookId, { enabled: true }, moment);
      expect(await typesFor(store, webhook)).toEqual([]);
    });

    test('Who listens hears of what this store wrote, and of nothing else.', async () => {
      const [one, other] = stores();
      let heard = 0;
      one.listenForDeliveries(() => (heard += 1));
      await one.insertConnection(makeConnection(), makeConnectionEvent());
      const webhook = await addWebhook(one, { events: ['connection.created'] });
      await one.insertConnection(makeConnection());
      const { rowId, version } = (await other.insertConnection(makeConnection()))!;
      await one.updateConnection(rowId, version, {}, moment, makeConnectionEvent('connection.updated'));
      expect(heard).toBe(0);
      await one.insertConnection(makeConnection(), makeConnectionEvent());
      expect(heard).toBe(1);
      expect(await typesFor(one, webhook)).toHaveLength(1);
    });

    test('An event that changes nothing that is stored is written for those that want it.', async () => {
      const [store] = stores();
      const wanted = await addWebhook(store, { events: ['connection.creation_failed'] });
      const unwanted = await addWebhook(store, { events: ['connection.created'] });
      const event = { eventId: 'evt_1', type: 'connection.creation_failed', integrationId: 'pingone-cc', connectionId: undefined } as const;
      await store.insertEvent({ ...event, payload: '{}', createdAt: moment });
      expect(await store.listDeliveries(wanted.webhookId, page)).toMatchObject([event]);
      expect(await store.listDeliveries(unwanted.webhookId, page)).toEqual([]);
    });
  });
}

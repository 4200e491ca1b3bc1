import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../store/open-store.ts';
import { connectBody, startApi, type TestApi } from '../testing/start-api.ts';
import { startReceiver, type TestReceiver } from '../testing/start-receiver.ts';

let folder: string;
let api: TestApi;
let receiver: TestReceiver;
let other: TestReceiver;
let timers: (() => void)[];

beforeEach(async () => {
  timers = [];
  folder = await mkdtemp(join(tmpdir(), 'latchkey-'));
  [receiver, other] = await Promise.all([startReceiver(), startReceiver()]);
  api = await startApi({
    options: { webhookTargets: 'any', database: join(folder, 'latchkey.db') },
    timer: (_ms, callBack) => {
      timers.push(callBack);
      return () => void (timers = timers.filter((waiting) => waiting !== callBack));
    },
  });
});
afterEach(async () => {
  await Promise.all([receiver.close(), other.close()]);
  await api.close();
  await rm(folder, { recursive: true });
});

/** Ends every pause at once. */
function endPauses(): void {
  for (const end of timers.splice(0)) end();
}

/** Lets so much time pass, and whoever waited until then do what they waited for. */
async function pass(ms: number): Promise<void> {
  api.clock.advance(ms);
  for (let turn = 0; turn < 50; turn += 1) {
    endPauses();
    await nextTurn();
  }
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const asBackend = (method: string, path: string, json?: unknown) => api.call(method, path, { token: api.secretKey, json });
const addWebhook = async (url = receiver.url) => (await asBackend('POST', '/webhooks', { url })).body.data;
const listDeliveries = async (id: string) => (await asBackend('GET', `/webhooks/${id}/deliveries`)).body.data.toReversed();

async function connect(): Promise<string> {
  const token = await api.startSession();
  const answer = await api.call('POST', '/connect/connections', { token, json: connectBody(api.sandbox.environments[0]!) });
  return answer.body.data.connection_id;
}

const tag = (connectionId: string, team: string) =>
  asBackend('PATCH', `/connections/${connectionId}?provider_config_key=pingone-cc`, { tags: { team } });

/** Waits for what the server stores behind its answers, asked for as often as its event loop turns. */
async function until<Value>(read: () => Promise<Value>, isReached: (value: Value) => boolean): Promise<Value> {
  for (;;) {
    const value = await read();
    if (isReached(value)) return value;
    await nextTurn();
  }
}

/** Waits until the first delivery to a webhook was tried so often, and that was stored. */
const tried = (id: string, attempts: number) =>
  until(
    async () => (await listDeliveries(id))[0],
    (delivery) => delivery?.attempts === attempts && (delivery.last_status !== null || delivery.last_error !== null),
  );

describe('What was not taken', () => {
  it('is sent again after a pause and not before, with the same id and body and a new timestamp', async () => {
    const { id, secret } = await addWebhook();
    receiver.answer = (response) => void response.writeHead(500).end();
    await connect();
    const delivery = await tried(id, 1);
    expect(delivery).toMatchObject({ state: 'pending', last_status: 500, last_error: null });
    await pass(3900);
    expect(receiver.posts).toHaveLength(1);
    receiver.answer = (response) => void response.writeHead(200).end();
    await pass(1100);
    const [first, second] = await receiver.received(2);
    expect([second!.body, second!.headers['webhook-id']]).toEqual([first!.body, first!.headers['webhook-id']]);
    expect(Number(second!.headers['webhook-timestamp']) - Number(first!.headers['webhook-timestamp'])).toBe(5);
    expect(() => second!.verify(secret)).not.toThrow();
    await until(
      () => listDeliveries(id),
      ([{ state, attempts, next_attempt_at }]) => state === 'delivered' && attempts === 2 && next_attempt_at === null,
    );
  });

  it('is sent again when the receiver asked for it, if that is later', async () => {
    const { id } = await addWebhook();
    receiver.answer = (response) => void response.writeHead(429, { 'retry-after': '600' }).end();
    await connect();
    const { next_attempt_at } = await tried(id, 1);
    expect(next_attempt_at).toBe(new Date(api.clock.now().getTime() + 600_000).toISOString());
  });

  it('is given up after two days, and can then be sent again', async () => {
    const { id } = await addWebhook();
    receiver.answer = (response) => void response.writeHead(302, { location: other.url }).end();
    await connect();
    for (let attempts = 1; ; attempts += 1) {
      const { state } = await until(
        async () => (await listDeliveries(id))[0],
        ({ state: now, next_attempt_at: next, ...delivery }) =>
          delivery.attempts === attempts && (now === 'failed' || Date.parse(next) !== api.clock.now().getTime() + 20_000),
      );
      if (state === 'failed') break;
      await pass(13 * 3_600_000);
    }
    expect(await listDeliveries(id)).toMatchObject([{ state: 'failed', last_status: 302, next_attempt_at: null }]);
    expect(other.posts).toHaveLength(0);

    receiver.answer = (response) => void response.writeHead(204).end();
    const [{ id: deliveryId }] = await listDeliveries(id);
    await asBackend('POST', `/webhooks/deliveries/${deliveryId}/resend`);
    await until(
      () => listDeliveries(id),
      ([{ state, attempts }]) => state === 'delivered' && attempts === 1,
    );
  });

  it('holds up later events of its connection, and none of another', async () => {
    const { id } = await addWebhook();
    receiver.answer = (response, { event }) => void response.writeHead(event.data.connection_id === broken ? 500 : 204).end();
    let broken: string | undefined;
    const first = await connect();
    await receiver.received(1);
    broken = first;
    await tag(first, 'one');
    await receiver.received(2);
    await tag(first, 'two');
    const second = await connect();
    await receiver.received(3);
    await tag(second, 'three');
    await receiver.received(4);
    broken = undefined;
    await until(
      () => listDeliveries(id),
      (deliveries) => deliveries[1].last_status === 500 && deliveries[4].state === 'delivered',
    );
    await pass(5000);
    const posts = await receiver.received(6);
    expect(posts.map(({ event }) => [event.data.connection_id === first ? 1 : 2, event.type, event.data.tags.team])).toEqual([
      [1, 'connection.created', undefined],
      [1, 'connection.updated', 'one'],
      [2, 'connection.created', undefined],
      [2, 'connection.updated', 'three'],
      [1, 'connection.updated', 'one'],
      [1, 'connection.updated', 'two'],
    ]);
  });

  it('is sent at once when the webhook gets another URL', async () => {
    const { id } = await addWebhook();
    receiver.answer = (response) => void response.writeHead(500).end();
    await connect();
    await tried(id, 1);
    await asBackend('PATCH', `/webhooks/${id}`, { url: other.url });
    expect(await other.received(1)).toMatchObject([{ event: { type: 'connection.created' } }]);
  });
});

describe('A receiver', () => {
  it('that answers 410 is asked no more, until its webhook is enabled again', async () => {
    const { id } = await addWebhook();
    receiver.answer = (response) => void response.writeHead(410).end();
    await connect();
    await until(
      async () => (await asBackend('GET', `/webhooks/${id}`)).body.data,
      ({ enabled, disabled_reason }) => !enabled && disabled_reason === 'gone',
    );
    await until(
      () => listDeliveries(id),
      ([{ state }]) => state === 'failed',
    );
    await connect();
    expect(await listDeliveries(id)).toHaveLength(1);

    receiver.answer = (response) => void response.writeHead(204).end();
    const enabled = await asBackend('PATCH', `/webhooks/${id}`, { enabled: true });
    expect(enabled.body.data).toMatchObject({ enabled: true, disabled_reason: null });
    await connect();
    await receiver.received(2);
  });

  it('that answers 410 for the one that took its place does not switch that off', async () => {
    const { id } = await addWebhook();
    receiver.answer = (response) => {
      api.clock.advance(1);
      void asBackend('PATCH', `/webhooks/${id}`, { url: other.url }).then(() => response.writeHead(410).end());
    };
    await connect();
    await tried(id, 1);
    await pass(60_000);
    expect(await other.received(1)).toMatchObject([{ event: { type: 'connection.created' } }]);
    expect((await asBackend('GET', `/webhooks/${id}`)).body.data).toMatchObject({ enabled: true, url: other.url });
  });

  it('that never answers slows down neither another one nor the API, and gets no more than five events at once', async () => {
    const dead = await addWebhook();
    await addWebhook(other.url);
    receiver.answer = () => undefined;
    const connectionIds: string[] = [];
    for (let count = 0; count < 12; count += 1) connectionIds.push(await connect());
    const told = await other.received(12);
    expect(told.map(({ event }) => event.data.connection_id)).toEqual(connectionIds);
    expect(receiver.posts).toHaveLength(5);
    const waiting = await listDeliveries(dead.id);
    expect(waiting.map(({ state, attempts }: { state: string; attempts: number }) => [state, attempts])).toEqual([
      ...Array.from({ length: 5 }, () => ['pending', 1]),
      ...Array.from({ length: 7 }, () => ['pending', 0]),
    ]);
  });
});

describe('The database', () => {
  it('holds the secret of a webhook sealed, the former one too', async () => {
    const { id, secret } = await addWebhook();
    const rotated = (await asBackend('POST', `/webhooks/${id}/rotate-secret`)).body.data;
    await connect();
    await receiver.received(1);
    await api.connect.close();
    const bytes = await readFile(join(folder, 'latchkey.db'), 'latin1');
    for (const known of [secret, rotated.secret]) expect(bytes).not.toContain(known.slice('whsec_'.length));
    expect(bytes).toContain(id);
  });
});

describe('Closing the server', () => {
  it('waits for a receiver that answers, and stores that', async () => {
    const { id } = await addWebhook();
    let answer = (): void => undefined;
    receiver.answer = (response) => void (answer = () => void response.writeHead(204).end());
    await connect();
    await receiver.received(1);
    const closing = api.connect.close();
    answer();
    await closing;
    expect(await readStates(id)).toEqual(['delivered']);
  });

  it('waits a while only for one that does not, and leaves the event due at once', async () => {
    const { id } = await addWebhook();
    receiver.answer = () => undefined;
    await connect();
    await receiver.received(1);
    const closing = api.connect.close();
    endPauses();
    await closing;
    expect(await readStates(id)).toEqual(['pending']);
    const store = openStore({ database: join(folder, 'latchkey.db') });
    expect(await store.findNextDue(id)).toEqual(api.clock.now());
    await store.close();
  });

  async function readStates(webhookId: string): Promise<string[]> {
    const store = openStore({ database: join(folder, 'latchkey.db') });
    const deliveries = await store.listDeliveries(webhookId, { state: undefined, before: undefined, limit: 10 });
    await store.close();
    return deliveries.map(({ state }) => state);
  }
});

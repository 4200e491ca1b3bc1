import { webhookEvent, type WebhookEventType } from '@latchkey/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectBody, startApi, type TestApi } from '../testing/start-api.ts';
import { startReceiver, type TestReceiver } from '../testing/start-receiver.ts';

let api: TestApi;
let receiver: TestReceiver;
beforeEach(async () => {
  receiver = await startReceiver();
  api = await startApi({ options: { webhookTargets: 'any' } });
});
afterEach(async () => {
  await api.close();
  await receiver.close();
});

const asBackend = (method: string, path: string, json?: unknown) => api.call(method, path, { token: api.secretKey, json });

async function addWebhook(body: Readonly<Record<string, unknown>> = {}) {
  const answer = await asBackend('POST', '/webhooks', { url: receiver.url, ...body });
  expect(answer.status).toBe(201);
  return answer.body.data;
}

const owner = { end_user: { id: 'ada', email: 'ada@example.com' }, organization: { id: 'acme' }, tags: { team: 'red' } };
const environment = () => api.sandbox.environments[0]!;
const worker = () => environment().workers.find(({ name }) => name === 'Worker with Post')!;
const at = (connectionId: string, rest = '') => `/connections/${connectionId}${rest}?provider_config_key=pingone-cc`;

async function connect(overrides: Readonly<Record<string, string>> = {}) {
  const token = await api.startSession(owner);
  return api.call('POST', '/connect/connections', { token, json: connectBody(environment(), undefined, overrides) });
}

async function connectOne(): Promise<string> {
  const answer = await connect();
  expect(answer.status).toBe(201);
  return answer.body.data.connection_id;
}

async function listDeliveries(id: string, query = '') {
  return (await asBackend('GET', `/webhooks/${id}/deliveries${query}`)).body;
}

describe('A webhook', () => {
  it('is told of every event of a connection, in order, signed so that the published library verifies it', async () => {
    const { secret } = await addWebhook();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const wrong = await connect({ client_secret: `${worker().clientSecret.slice(0, -4)}1234` });
    const connectionId = await connectOne();
    await asBackend('PATCH', at(connectionId), { tags: { team: 'blue' } });
    api.sandbox.setScenario('secret_rotated');
    await asBackend('GET', `${at(connectionId)}&force_refresh=true`);
    const reconnect = await asBackend('POST', '/connect/sessions/reconnect', { connection_id: connectionId, integration_id: 'pingone-cc' });
    const json = {
      ...connectBody(environment()),
      credentials: { client_id: worker().clientId, client_secret: `${worker().clientSecret.slice(0, -8)}-rotated` },
    };
    await api.call('POST', '/connect/connections', { token: reconnect.body.data.token, json });
    await asBackend('DELETE', at(connectionId));

    const posts = await receiver.received(6);
    const events = posts.map((post) => webhookEvent.parse(post.verify(secret)));
    const facts = { connection_id: connectionId, provider_config_key: 'pingone-cc', provider: 'pingone-cc' };
    const of = (type: WebhookEventType) => events.find((event) => event.type === type);
    const data = { ...facts, status: 'active', error: null, tags: { team: 'red' }, environment: { id: environment().environmentId } };
    expect(of('connection.creation_failed')?.data).toMatchObject({
      connection_id: null,
      end_user: { id: 'ada', organization: { id: 'acme' } },
      error: { code: wrong.body.error.code },
    });
    const { code } = JSON.parse(JSON.stringify(of('connection.needs_reconnect')?.data)).error;
    expect(events.filter(({ type }) => type !== 'connection.creation_failed')).toMatchObject([
      { type: 'connection.created', data: { ...data, end_user: { id: 'ada', email: 'ada@example.com', organization: { id: 'acme' } } } },
      { type: 'connection.updated', data: { ...data, tags: { team: 'blue' } } },
      { type: 'connection.needs_reconnect', data: { ...facts, status: 'needs_reconnect', error: { code } } },
      { type: 'connection.recovered', data: { ...facts, status: 'active', error: null } },
      { type: 'connection.deleted', data: { ...facts, status: 'active' } },
    ]);
    for (const post of posts) expect(post.headers['webhook-id']).toBe(post.event.id);
    expect(new Set(events.map(({ id }) => id)).size).toBe(6);
  });

  it('is told nothing secret, and nothing of what the host notes', async () => {
    await addWebhook();
    const connectionId = await connectOne();
    const { credentials } = (await asBackend('GET', at(connectionId))).body;
    await asBackend('POST', '/connections/metadata', {
      provider_config_key: 'pingone-cc',
      connection_id: connectionId,
      metadata: { note: 'canary-77ab' },
    });
    await asBackend('PATCH', at(connectionId), { tags: { team: 'blue' } });
    const posts = await receiver.received(2);
    expect(posts.map(({ event }) => event.type)).toEqual(['connection.created', 'connection.updated']);
    const sent = JSON.stringify(posts);
    for (const secret of [worker().clientSecret, credentials.token, 'canary-77ab']) expect(sent).not.toContain(secret);
  });

  it('is not told of what changes nothing that it knows', async () => {
    const { id } = await addWebhook();
    const connectionId = await connectOne();
    await asBackend('PATCH', at(connectionId), { tags: { team: 'red' } });
    await asBackend('POST', at(connectionId, '/check'));
    await asBackend('GET', `${at(connectionId)}&force_refresh=true`);
    expect((await listDeliveries(id)).data).toMatchObject([{ type: 'connection.created' }]);
  });

  it('is told only what it wants, and from when it was made', async () => {
    const connectionId = await connectOne();
    const { id } = await addWebhook({ events: ['connection.deleted'] });
    await asBackend('PATCH', at(connectionId), { tags: {} });
    await asBackend('DELETE', at(connectionId));
    await receiver.received(1);
    expect((await listDeliveries(id)).data).toMatchObject([{ type: 'connection.deleted', connection_id: connectionId }]);
  });

  it('can be listed, read, changed and removed, and its secret is told only where that is asked for', async () => {
    const { secret, ...created } = await addWebhook({ description: 'Ops', events: ['connection.created'] });
    expect((await asBackend('GET', '/webhooks')).body.data).toEqual([created]);
    expect((await asBackend('GET', `/webhooks/${created.id}`)).body.data).toEqual(created);
    expect((await asBackend('GET', `/webhooks/${created.id}/secret`)).body.data).toEqual({ secret, former_secret_until: null });
    const change = { events: null, description: '', enabled: false };
    const changed = (await asBackend('PATCH', `/webhooks/${created.id}`, change)).body.data;
    expect(changed).toMatchObject({ ...change, url: created.url, disabled_reason: 'request' });
    expect((await asBackend('DELETE', `/webhooks/${created.id}`)).body).toEqual({ success: true });
    for (const [method, rest] of [
      ['GET', ''],
      ['PATCH', ''],
      ['DELETE', ''],
      ['GET', '/secret'],
      ['POST', '/rotate-secret'],
      ['POST', '/test'],
      ['GET', '/deliveries'],
    ] as const) {
      const answer = await asBackend(method, `/webhooks/${created.id}${rest}`, method === 'GET' ? undefined : {});
      expect([answer.status, answer.body.error.code]).toEqual([404, 'unknown_webhook']);
    }
  });

  it.each(['not a URL', 'ftp://example.com', 'http://user:canary-3c1f@example.com', 'https://example.com/#x'])(
    'is refused with a URL that cannot be called (%s), which is not repeated',
    async (url) => {
      const answer = await asBackend('POST', '/webhooks', { url });
      expect(answer.body.error).toMatchObject({ code: 'invalid_body', errors: [{ path: ['url'] }] });
      expect(answer.text).not.toContain('canary');
    },
  );

  it.each([{ events: [] }, { events: ['connection.renamed'] }, { events: ['webhook.test'] }, { secret: 'whsec_AAAA' }, { enabled: false }])(
    'is refused with %j',
    async (body) => {
      const answer = await asBackend('POST', '/webhooks', { url: receiver.url, ...body });
      expect([answer.status, answer.body.error.code]).toEqual([400, 'invalid_body']);
    },
  );

  it('is tried with an event that tells of nothing', async () => {
    const { id, secret } = await addWebhook({ events: ['connection.deleted'] });
    const sent = await asBackend('POST', `/webhooks/${id}/test`);
    expect([sent.status, sent.body.data]).toMatchObject([201, { webhook_id: id, type: 'webhook.test', connection_id: null }]);
    const [post] = await receiver.received(1);
    expect(webhookEvent.parse(post?.verify(secret))).toMatchObject({ type: 'webhook.test', data: { webhook_id: id } });
  });

  it('gets nothing while it is disabled, and can neither be tried nor sent to again', async () => {
    const { id } = await addWebhook();
    await connectOne();
    await receiver.received(1);
    const [delivery] = (await listDeliveries(id)).data;
    await asBackend('PATCH', `/webhooks/${id}`, { enabled: false });
    await connectOne();
    for (const path of [`/webhooks/${id}/test`, `/webhooks/deliveries/${delivery.id}/resend`]) {
      const answer = await asBackend('POST', path);
      expect([answer.status, answer.body.error.code]).toEqual([409, 'webhook_disabled']);
    }
    expect((await listDeliveries(id)).data).toHaveLength(1);
  });

  it('that has a new secret is signed to with both for a while, and then with the new one alone', async () => {
    const { id, secret } = await addWebhook();
    const rotated = (await asBackend('POST', `/webhooks/${id}/rotate-secret`, { overlap_seconds: 60 })).body.data;
    expect(rotated.former_secret_until).toBe(new Date(api.clock.now().getTime() + 60_000).toISOString());
    expect(rotated.secret).not.toBe(secret);
    await asBackend('POST', `/webhooks/${id}/test`);
    const [during] = await receiver.received(1);
    for (const good of [secret, rotated.secret]) expect(() => during!.verify(good)).not.toThrow();

    api.clock.advance(60_000);
    await asBackend('POST', `/webhooks/${id}/test`);
    const [, afterwards] = await receiver.received(2);
    expect(() => afterwards!.verify(rotated.secret)).not.toThrow();
    expect(() => afterwards!.verify(secret)).toThrow(/signature/);
    expect((await asBackend('GET', `/webhooks/${id}/secret`)).body.data).toEqual({ secret: rotated.secret, former_secret_until: null });
  });

  it('that has a new secret without an overlap is signed to with that alone, and a day is the usual overlap', async () => {
    const { id, secret } = await addWebhook();
    const usual = (await asBackend('POST', `/webhooks/${id}/rotate-secret`)).body.data;
    expect(new Date(usual.former_secret_until).getTime() - api.clock.now().getTime()).toBe(86_400_000);
    const leaked = (await asBackend('POST', `/webhooks/${id}/rotate-secret`, { overlap_seconds: 0 })).body.data;
    expect(leaked.former_secret_until).toBeNull();
    await asBackend('POST', `/webhooks/${id}/test`);
    const [post] = await receiver.received(1);
    expect(() => post!.verify(leaked.secret)).not.toThrow();
    for (const bad of [secret, usual.secret]) expect(() => post!.verify(bad)).toThrow(/signature/);
  });
});

describe('Deliveries', () => {
  it('come in pages, newest first, and of one state when asked for', async () => {
    const { id } = await addWebhook();
    for (let count = 0; count < 5; count += 1) await asBackend('POST', `/webhooks/${id}/test`);
    const first = await listDeliveries(id, '?limit=3');
    const second = await listDeliveries(id, `?limit=3&cursor=${first.next_cursor}`);
    expect([first.data.length, second.data.length, second.next_cursor]).toEqual([3, 2, null]);
    const ids = [...first.data, ...second.data].map((delivery: { id: number }) => delivery.id);
    expect(ids).toEqual(ids.toSorted((a: number, b: number) => b - a));
    expect((await listDeliveries(id, '?state=failed')).data).toEqual([]);
    const bad = await asBackend('GET', `/webhooks/${id}/deliveries?limit=0&cursor=x`);
    expect(bad.body.error.code).toBe('invalid_query_params');
  });

  it('can be sent again under the same event id', async () => {
    const { id, secret } = await addWebhook();
    await connectOne();
    await receiver.received(1);
    const [delivery] = (await listDeliveries(id)).data;
    const resent = await asBackend('POST', `/webhooks/deliveries/${delivery.id}/resend`);
    expect([resent.status, resent.body.data]).toMatchObject([200, { id: delivery.id, state: 'pending', event_id: delivery.event_id }]);
    const [one, other] = await receiver.received(2);
    expect(other!.body).toBe(one!.body);
    expect(other!.headers['webhook-id']).toBe(one!.headers['webhook-id']);
    expect(() => other!.verify(secret)).not.toThrow();
  });

  it.each(['999999', 'x', '-1', '99999999999999999999'])('that are not there cannot be sent again: %s', async (id) => {
    const answer = await asBackend('POST', `/webhooks/deliveries/${id}/resend`);
    expect([answer.status, answer.body.error.code]).toEqual([404, 'unknown_delivery']);
  });

  it('are in the request log, without what the URL of the webhook keeps secret', async () => {
    const { id } = await addWebhook({ url: `${receiver.url}hooks?key=canary-5e11` });
    receiver.answer = (response) => void response.writeHead(500).end();
    await connectOne();
    await receiver.received(1);
    await until(async () => (await listDeliveries(id)).data[0].last_status === 500);
    const { body } = await asBackend('GET', '/logs/operations?type=webhook');
    expect(body.data ?? body.operations).toMatchObject([{ type: 'webhook', status: 'failed', caller: { type: 'background' } }]);
    expect(JSON.stringify([body, api.logs])).not.toContain('canary-5e11');
  });
});

/** Waits for what the server does behind its answers: a condition that it makes true, asked for as often as its event loop turns. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setImmediate(resolve));
}

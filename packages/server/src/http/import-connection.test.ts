import { fullConnection } from '@latchkey/protocol';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connectBody, startApi, type TestAnswer, type TestApi } from '../testing/start-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterEach(() => api.sandbox.clearScenario());
afterAll(() => api.close());

/** Makes the body of an import with a worker of the sandbox's. */
function importBody(extra: Readonly<Record<string, unknown>> = {}, workerName?: string, environmentIndex = 0) {
  const { connection_config, credentials } = connectBody(api.sandbox.environments[environmentIndex]!, workerName);
  return { provider_config_key: 'pingone-cc', connection_config, credentials: { type: 'OAUTH2_CC', ...credentials }, ...extra };
}

const send = (json: unknown): Promise<TestAnswer> => api.call('POST', '/connections', { token: api.secretKey, json });
const read = async (id: string) =>
  (await api.call('GET', `/connections/${id}?provider_config_key=pingone-cc`, { token: api.secretKey })).body;
const outcome = ({ status, body }: TestAnswer): unknown[] => [status, body.error?.code];
const count = async (): Promise<number> => (await api.call('GET', '/connections', { token: api.secretKey })).body.connections.length;

describe('POST /connections', () => {
  it('stores a credential that works, under the id that is given, and answers with the connection', async () => {
    const body = importBody({
      connection_id: 'acme-1',
      end_user: { id: 'ada', email: 'ada@acme.example' },
      organization: { id: 'acme', display_name: 'Acme' },
      tags: { Plan: 'gold' },
      metadata: { from: 'elsewhere' },
    });
    const answer = await send(body);
    expect(answer.status).toBe(201);
    expect(fullConnection.parse(answer.body)).toMatchObject({
      connection_id: 'acme-1',
      provider_config_key: 'pingone-cc',
      provider: 'pingone-cc',
      status: 'active',
      errors: [],
      end_user: { id: 'ada', email: 'ada@acme.example', organization: { id: 'acme', display_name: 'Acme' } },
      tags: { plan: 'gold' },
      metadata: { from: 'elsewhere' },
      connection_config: body.connection_config,
      environment: { name: 'Acme Production', region: 'NA' },
      credentials: { type: 'OAUTH2_CC', client_id: body.credentials.client_id },
    });
    expect(answer.text).not.toContain(body.credentials.client_secret);
    expect(answer.body.access).not.toEqual([]);
    const { last_fetched_at: _imported, ...imported } = answer.body;
    const { last_fetched_at: _read, ...again } = await read('acme-1');
    expect(again).toEqual(imported);
  });

  it('gives an id when none is given', async () => {
    const answer = await send(importBody());
    expect(answer.status).toBe(201);
    expect((await read(answer.body.connection_id)).status).toBe('active');
  });

  it('does not believe a token that comes along, but gets one', async () => {
    const body = importBody();
    const answer = await send({
      ...body,
      credentials: { ...body.credentials, token: 'brought-along', expires_at: '2030-01-01T00:00:00Z' },
    });
    expect(answer.status).toBe(201);
    expect(answer.body.credentials.token).not.toBe('brought-along');
  });

  it('finds the region, and the way of sending the secret', async () => {
    const body = importBody({}, 'Worker with Basic');
    const answer = await send({ ...body, connection_config: { ...body.connection_config, tld: 'asia' } });
    expect([answer.status, answer.body.connection_config]).toEqual([201, body.connection_config]);
  });

  it('brings a connection that has the id up to date, and leaves what is not given', async () => {
    await send(importBody({ connection_id: 'twice', end_user: { id: 'ada' }, tags: { plan: 'gold' }, metadata: { a: 1 } }));
    const before = await read('twice');
    const answer = await send(importBody({ connection_id: 'twice', metadata: { b: 2 } }, 'Worker with Basic'));
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ id: before.id, end_user: { id: 'ada' }, tags: { plan: 'gold' }, metadata: { b: 2 } });
    expect(answer.body.credentials.client_id).not.toBe(before.credentials.client_id);
  });

  it('never leads a connection to another environment', async () => {
    await send(importBody({ connection_id: 'fixed' }));
    const before = await read('fixed');
    const answer = await send(importBody({ connection_id: 'fixed' }, undefined, 1));
    expect(outcome(answer)).toEqual([422, 'identity_mismatch']);
    expect(await read('fixed')).toEqual(before);
  });

  it('makes one connection of two imports at the same time', async () => {
    const [first, second] = await Promise.all([send(importBody({ connection_id: 'race' })), send(importBody({ connection_id: 'race' }))]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(first.body.id).toBe(second.body.id);
  });

  it('stores nothing that PingOne refuses, and says why as the form does', async () => {
    const before = await count();
    const body = importBody({ connection_id: 'refused' });
    const wrong = await send({ ...body, credentials: { ...body.credentials, client_secret: 'x'.repeat(64) } });
    expect(wrong.status).toBe(422);
    expect(wrong.body.error).toMatchObject({ field: 'client_secret', remedy: expect.stringMatching(/\w/) });
    api.sandbox.setScenario('provider_unreachable', { step: 'token' });
    expect(outcome(await send(body))).toEqual([502, 'provider_unreachable']);
    expect(await count()).toBe(before);
  });

  it.each([
    ['another kind of credential', { credentials: { type: 'OAUTH2', access_token: 'x' } }, ['credentials', 'type']],
    ['no credentials', { credentials: undefined }, ['credentials']],
    ['an unknown field', { color: 'red' }, ['color']],
    ['an empty id', { connection_id: '' }, ['connection_id']],
    ['metadata that is no object', { metadata: [] }, ['metadata']],
  ])('refuses %s, and names the place', async (_what, extra, path) => {
    const answer = await send(importBody(extra));
    expect(outcome(answer)).toEqual([400, 'invalid_body']);
    expect(answer.body.error.errors[0].path).toEqual(path);
  });

  it('checks the values as the form does, unknown ones included', async () => {
    const body = importBody();
    expect(outcome(await send({ ...body, connection_config: undefined }))).toEqual([400, 'environment_id_missing']);
    expect(outcome(await send({ ...body, connection_config: { ...body.connection_config, tld: 'example' } }))).toEqual([
      400,
      'region_unknown',
    ]);
    const unknown = await send({ ...body, credentials: { ...body.credentials, client_certificate: 'x' } });
    expect(outcome(unknown)).toEqual([400, 'invalid_body']);
    expect(unknown.body.error.errors[0].path).toEqual(['credentials', 'client_certificate']);
    expect(outcome(await send({ ...body, provider_config_key: 'nope' }))).toEqual([400, 'unknown_provider_config']);
  });
});

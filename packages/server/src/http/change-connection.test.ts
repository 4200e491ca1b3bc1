import { connectionMetadataBody } from '@latchkey/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectBody, startApi, type TestAnswer, type TestApi } from '../testing/start-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const key = 'provider_config_key=pingone-cc';

async function connectOne(): Promise<string> {
  const token = await api.startSession({
    end_user: { id: 'ada', display_name: 'Ada', tags: { plan: 'pro' } },
    organization: { id: 'acme' },
    tags: { team: 'red' },
  });
  const answer = await api.call('POST', '/connect/connections', { token, json: connectBody(api.sandbox.environments[0]!) });
  return answer.body.data.connection_id;
}

const call = (method: string, path: string, json?: unknown): Promise<TestAnswer> =>
  api.call(method, path, { token: api.secretKey, ...(json !== undefined && { json }) });
const read = async (connectionId: string) => (await call('GET', `/connections/${connectionId}?${key}`)).body;
const outcome = ({ status, body }: TestAnswer): unknown[] => [status, body.error?.code];

describe('PATCH /connections/{connectionId}', () => {
  it('puts the end user and the tags in the place of those that are there, and leaves what is not given', async () => {
    const id = await connectOne();
    const answer = await call('PATCH', `/connections/${id}?${key}`, { tags: { Region: 'north' } });
    expect([answer.status, answer.body]).toEqual([200, { success: true }]);
    expect(await read(id)).toMatchObject({ tags: { region: 'north' }, end_user: { id: 'ada', tags: { plan: 'pro' } } });
    expect((await read(id)).tags).toEqual({ region: 'north' });

    await call('PATCH', `/connections/${id}?${key}`, { end_user: { id: 'grace', email: 'grace@acme.example' } });
    expect((await read(id)).end_user).toEqual({
      id: 'grace',
      email: 'grace@acme.example',
      display_name: null,
      tags: null,
      organization: { id: 'acme', display_name: null },
    });
    expect((await call('GET', '/connections?endUserId=grace&tags[region]=north')).body.connections).toHaveLength(1);
    expect((await call('PATCH', `/connections/${id}?${key}`, { tags: {} })).status).toBe(200);
    expect((await read(id)).tags).toEqual({});
  });

  it.each([
    ['an unknown field', { tags: {}, connection_config: { tld: 'eu' } }],
    ['a webhook of its own, which nothing would call', { webhook_url_override: 'https://app.example/hook' }],
    ['an end user without an id', { end_user: { email: 'a@b.example' } }],
    ['eleven tags', { tags: Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`t${index}`, 'x'])) }],
    ['no body', undefined],
  ])('refuses %s', async (_what, json) => {
    expect(outcome(await call('PATCH', `/connections/any?${key}`, json))).toEqual([400, 'invalid_body']);
  });

  it('tells an unknown integration from an unknown connection, and asks for what is missing', async () => {
    expect(outcome(await call('PATCH', '/connections/any', {}))).toEqual([400, 'invalid_query_params']);
    expect(outcome(await call('PATCH', '/connections/any?provider_config_key=nope', {}))).toEqual([400, 'unknown_provider_config']);
    expect(outcome(await call('PATCH', `/connections/any?${key}`, {}))).toEqual([404, 'unknown_connection']);
  });
});

describe('POST and PATCH /connections/metadata', () => {
  it('replaces with POST, merges the uppermost level with PATCH, and answers with what was sent', async () => {
    const id = await connectOne();
    const body = { connection_id: id, provider_config_key: 'pingone-cc', metadata: { plan: 'gold', limits: { users: 5, groups: 2 } } };
    const set = await call('POST', '/connections/metadata', body);
    expect([set.status, set.body]).toEqual([201, body]);
    expect(connectionMetadataBody.parse(set.body)).toEqual(body);
    expect((await read(id)).metadata).toEqual(body.metadata);

    const change = { ...body, metadata: { limits: { users: 9 }, note: null } };
    const merged = await call('PATCH', '/connections/metadata', change);
    expect([merged.status, merged.body]).toEqual([200, change]);
    expect((await read(id)).metadata).toEqual({ plan: 'gold', limits: { users: 9 }, note: null });

    await call('POST', '/connections/metadata', { ...body, metadata: {} });
    expect((await read(id)).metadata).toEqual({});
  });

  it('takes a list of connections, one of them twice, and changes none when one is unknown', async () => {
    const [first, second] = [await connectOne(), await connectOne()];
    const body = { connection_id: [first, second, first], provider_config_key: 'pingone-cc', metadata: { wave: 1 } };
    expect((await call('PATCH', '/connections/metadata', body)).status).toBe(200);
    expect([(await read(first)).metadata, (await read(second)).metadata]).toEqual([{ wave: 1 }, { wave: 1 }]);
    const unknown = { ...body, connection_id: [first, 'nope'], metadata: { wave: 2 } };
    expect(outcome(await call('POST', '/connections/metadata', unknown))).toEqual([404, 'unknown_connection']);
    expect((await read(first)).metadata).toEqual({ wave: 1 });
  });

  it('keeps what many callers add at the same time', async () => {
    const id = await connectOne();
    const names = Array.from({ length: 40 }, (_, index) => `n${index}`);
    await Promise.all(
      names.map((name) => api.connect.mergeMetadata({ connection_id: id, provider_config_key: 'pingone-cc', metadata: { [name]: 1 } })),
    );
    expect((await read(id)).metadata).toEqual(Object.fromEntries(names.map((name) => [name, 1])));
  });

  it.each(['POST', 'PATCH'])('%s refuses what is not as it should be', async (method) => {
    const body = { connection_id: 'any', provider_config_key: 'pingone-cc', metadata: {} };
    const send = async (json: unknown) => outcome(await call(method, '/connections/metadata', json));
    for (const wrong of [
      { ...body, metadata: 'text' },
      { ...body, metadata: [1] },
      { ...body, connection_id: [] },
      { ...body, connection_id: 7 },
      { ...body, color: 'red' },
      { connection_id: 'any', metadata: {} },
    ]) {
      expect(await send(wrong)).toEqual([400, 'invalid_body']);
    }
    expect(await send({ ...body, provider_config_key: 'nope' })).toEqual([400, 'unknown_provider_config']);
    expect(await send(body)).toEqual([404, 'unknown_connection']);
  });
});

import { keyCreatedBody, keyListBody, type KeyGrant } from '@latchkey/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../store/store.ts';
import { connectBody, startApi, type TestAnswer, type TestApi } from '../testing/start-api.ts';
import { routes } from './routes.ts';

let api: TestApi;
let finds = 0;
let connectionId: string;
beforeAll(async () => {
  const wrapStore = (store: Store): Store => ({
    ...store,
    findSecretKey: (hash) => {
      finds += 1;
      return store.findSecretKey(hash);
    },
  });
  api = await startApi({ wrapStore });
  const token = await api.startSession();
  const connected = await api.call('POST', '/connect/connections', { token, json: connectBody(api.sandbox.environments[0]!) });
  connectionId = connected.body.data.connection_id;
});
afterAll(() => api.close());

const outcome = ({ status, body }: TestAnswer): unknown[] => [status, body?.error?.code];
const make = (json: unknown, token = api.secretKey): Promise<TestAnswer> => api.call('POST', '/keys', { token, json });

async function makeKey(...scopes: KeyGrant[]): Promise<{ id: string; key: string }> {
  const answer = await make({ name: 'A key', scopes });
  expect(answer.status).toBe(201);
  return answer.body.data;
}

const listed = async (id: string): Promise<unknown> =>
  keyListBody.parse((await api.call('GET', '/keys', { token: api.secretKey })).body).data.find((key) => key.id === id);

describe('POST /keys', () => {
  it('makes a key that is told this once and never shown again', async () => {
    const answer = await make({ name: 'Nightly export', scopes: ['connections:read', 'proxy'], expires_at: '2099-01-01T00:00:00Z' });
    expect(answer.status).toBe(201);
    const { key, ...entry } = keyCreatedBody.parse(answer.body).data;
    expect(key).toMatch(/^latchkey_sk_[\w-]{43}$/);
    expect(entry).toMatchObject({
      name: 'Nightly export',
      hint: key.slice(-4),
      scopes: ['connections:read', 'proxy'],
      created_at: api.clock.now().toISOString(),
      expires_at: '2099-01-01T00:00:00.000Z',
      last_used_at: null,
      revocable: true,
    });
    expect(await listed(entry.id)).toEqual(entry);
    expect((await api.call('GET', '/keys', { token: api.secretKey })).text).not.toContain(key);
  });

  it('makes no key that may do more than the one that makes it', async () => {
    const maker = await makeKey('keys:write', 'proxy');
    expect((await make({ name: 'Less', scopes: ['proxy'] }, maker.key)).status).toBe(201);
    for (const scopes of [['connections:read'], ['proxy', 'connections:read_secrets'], ['all']]) {
      const answer = await make({ name: 'More', scopes }, maker.key);
      expect(outcome(answer)).toEqual([403, 'forbidden']);
      expect(answer.body.error.message).toContain(scopes.at(-1));
    }
  });

  it('makes no key that outlives the one that makes it', async () => {
    const json = { name: 'Until Friday', scopes: ['keys:write', 'proxy'], expires_at: '2098-01-01T00:00:00Z' };
    const { key } = (await make(json)).body.data;
    const child = { name: 'Child', scopes: ['proxy'] };
    for (const expires_at of [undefined, '2098-01-01T00:00:00.001Z']) {
      const answer = await make({ ...child, expires_at }, key);
      expect(outcome(answer)).toEqual([403, 'forbidden']);
      expect(answer.body.error.message).toContain('2098-01-01T00:00:00.000Z');
    }
    expect((await make({ ...child, expires_at: '2098-01-01T00:00:00Z' }, key)).status).toBe(201);
  });

  it.each([
    ['no name', { name: '' }, ['name']],
    ['no scopes', { scopes: [] }, ['scopes']],
    ['a scope that there is not', { scopes: ['everything'] }, ['scopes', 0]],
    ['a scope twice', { scopes: ['proxy', 'proxy'] }, ['scopes']],
    ['an end that is no moment', { expires_at: 'tomorrow' }, ['expires_at']],
    ['an end that has passed', { expires_at: '2020-01-01T00:00:00Z' }, ['expires_at']],
    ['what is not known', { admin: true }, ['admin']],
  ])('refuses %s, and names the place', async (_what, change, path) => {
    const answer = await make({ name: 'Refused', scopes: ['proxy'], ...change });
    expect([...outcome(answer), answer.body.error.errors[0].path]).toEqual([400, 'invalid_body', path]);
  });
});

describe('A key', () => {
  const target = (path: string): string => path.replace(/:\w+/, 'some-id');
  const scoped = routes.flatMap(({ method, path, scope, otherScopes, media }) =>
    // A stream would not end; its query is checked after the scope.
    scope === undefined
      ? []
      : [{ method, path, scope, otherScopes, name: `${method} ${path}`, query: media === 'text/event-stream' ? '?no=query' : '' }],
  );

  it.each(scoped)('without its scope is refused by $name, which names the scope', async ({ method, path, scope }) => {
    const others = (['proxy', 'keys:read'] as const).filter((other) => other !== scope);
    const { key } = await makeKey(...others);
    const answer = await api.call(method, target(path), { token: key });
    expect(outcome(answer)).toEqual([403, 'forbidden']);
    expect(answer.body.error.message).toContain(`"${scope}"`);
  });

  it.each(scoped)('with what it needs alone is let through by $name', async ({ method, path, scope, otherScopes, query }) => {
    const { key } = await makeKey(scope, ...otherScopes);
    const answer = await api.call(method, target(path) + query, { token: key });
    expect(answer.status).not.toBe(401);
    expect(answer.body?.error?.code).not.toBe('forbidden');
  });

  it('needs a scope for the proxy too', async () => {
    const headers = { 'provider-config-key': 'pingone-cc', 'connection-id': connectionId };
    const [with_, without] = [await makeKey('proxy'), await makeKey('connections:read')];
    expect(outcome(await api.call('GET', '/proxy/v1/environments', { token: without.key, headers }))).toEqual([403, 'forbidden']);
    expect((await api.call('GET', '/proxy/v1/environments', { token: with_.key, headers })).status).toBe(200);
  });

  it('sees an integration’s OAuth client with a scope of its own only, and takes connections along likewise', async () => {
    await api.call('POST', '/integrations', { token: api.secretKey, json: { provider: 'pingone-cc', unique_key: 'some' } });
    const [reader, writer] = [await makeKey('integrations:read'), await makeKey('integrations:write')];
    const shown = await api.call('GET', '/integrations/some?include=credentials', { token: reader.key });
    expect(outcome(shown)).toEqual([403, 'forbidden']);
    expect((await api.call('GET', '/integrations/some?include=webhook', { token: reader.key })).status).toBe(200);
    expect(outcome(await api.call('DELETE', '/integrations/some?cascade=true', { token: writer.key }))).toEqual([403, 'forbidden']);
    expect((await api.call('DELETE', '/integrations/some', { token: writer.key })).status).toBe(200);
  });

  it('sees of a connection’s credentials what its scopes allow', async () => {
    const read = async (query: string, ...scopes: KeyGrant[]): Promise<TestAnswer> =>
      api.call('GET', `/connections/${connectionId}?provider_config_key=pingone-cc${query}`, { token: (await makeKey(...scopes)).key });
    const bare = await read('&force_refresh=false', 'connections:read');
    expect([bare.status, bare.body.connection_id, bare.body.credentials]).toEqual([200, connectionId, {}]);
    const full = await read('', 'connections:read', 'connections:read_credentials');
    expect(full.body.credentials).toMatchObject({ type: 'OAUTH2_CC', token: expect.any(String) });
    expect(full.body.credentials).not.toHaveProperty('client_secret');
    const secret = api.sandbox.environments[0]!.workers.find(({ name }) => name === 'Worker with Post')?.clientSecret;
    const all = await read('&include_secrets=true', 'connections:read', 'connections:read_credentials', 'connections:read_secrets');
    expect(all.body.credentials.client_secret).toBe(secret);
    expect((await read('', 'all')).text).not.toContain(secret);
    expect(outcome(await read('&include_secrets=true', 'connections:read', 'connections:read_credentials'))).toEqual([403, 'forbidden']);
    expect(outcome(await read('&include_secrets=true', 'connections:read', 'connections:read_secrets'))).toEqual([403, 'forbidden']);
    expect(outcome(await read('&force_refresh=true', 'connections:read'))).toEqual([403, 'forbidden']);
  });

  it('that imports a connection sees no token that it may not read', async () => {
    const { connection_config, credentials } = connectBody(api.sandbox.environments[0]!);
    const json = { provider_config_key: 'pingone-cc', connection_config, credentials: { type: 'OAUTH2_CC', ...credentials } };
    const answer = await api.call('POST', '/connections', { token: (await makeKey('connections:write')).key, json });
    expect([answer.status, answer.body.credentials]).toEqual([201, {}]);
  });

  it('is looked up once for many requests', async () => {
    const { key } = await makeKey('connections:read');
    const before = finds;
    for (let asked = 0; asked < 10; asked += 1) await api.call('GET', '/connections', { token: key });
    await Promise.all([1, 2, 3].map(() => api.call('GET', '/connections', { token: key })));
    expect(finds - before).toBe(1);
  });

  it('has its last use noted, once a minute at most', async () => {
    const { id, key } = await makeKey('connections:read');
    const used = api.clock.now().toISOString();
    await api.call('GET', '/connections', { token: key });
    await expect.poll(() => listed(id)).toMatchObject({ last_used_at: used });
    api.clock.advance(59_000);
    await api.call('GET', '/connections', { token: key });
    expect(await listed(id)).toMatchObject({ last_used_at: used });
    api.clock.advance(1000);
    await api.call('GET', '/connections', { token: key });
    await expect.poll(() => listed(id)).toMatchObject({ last_used_at: api.clock.now().toISOString() });
  });

  it('ends when it was to end', async () => {
    const expiresAt = new Date(api.clock.now().getTime() + 60_000);
    const { key } = (await make({ name: 'Short', scopes: ['connections:read'], expires_at: expiresAt.toISOString() })).body.data;
    api.clock.advance(59_999);
    expect((await api.call('GET', '/connections', { token: key })).status).toBe(200);
    api.clock.advance(1);
    const answer = await api.call('GET', '/connections', { token: key });
    expect(outcome(answer)).toEqual([401, 'unknown_account']);
    expect(answer.body.error.message).toContain('expired');
  });
});

describe('DELETE /keys/{id}', () => {
  it('refuses the key from now on', async () => {
    const { id, key } = await makeKey('connections:read');
    expect((await api.call('GET', '/connections', { token: key })).status).toBe(200);
    const answer = await api.call('DELETE', `/keys/${id}`, { token: api.secretKey });
    expect([answer.status, answer.body]).toEqual([200, { success: true }]);
    expect(outcome(await api.call('GET', '/connections', { token: key }))).toEqual([401, 'unknown_account']);
    expect(await listed(id)).toBeUndefined();
    expect(outcome(await api.call('DELETE', `/keys/${id}`, { token: api.secretKey }))).toEqual([404, 'not_found']);
  });

  it('revokes none of the options', async () => {
    const { data } = keyListBody.parse((await api.call('GET', '/keys', { token: api.secretKey })).body);
    const [fixed] = data;
    expect(fixed).toMatchObject({
      name: 'secretKeys[0]',
      hint: api.secretKey.slice(-4),
      scopes: ['all'],
      created_at: null,
      revocable: false,
    });
    expect(outcome(await api.call('DELETE', `/keys/${fixed?.id}`, { token: api.secretKey }))).toEqual([409, 'key_is_fixed']);
  });
});

describe('The same as functions', () => {
  it('makes, lists and revokes keys, the first one too', async () => {
    const { data } = await api.connect.createSecretKey({ name: 'First', scopes: ['all'] });
    expect((await api.call('GET', '/connections', { token: data.key })).status).toBe(200);
    const { data: keys } = await api.connect.listSecretKeys();
    expect(keys.at(-1)).toMatchObject({ id: data.id, name: 'First', scopes: ['all'] });
    await api.connect.revokeSecretKey(data.id);
    expect(outcome(await api.call('GET', '/connections', { token: data.key }))).toEqual([401, 'unknown_account']);
    await expect(api.connect.createSecretKey({ name: '', scopes: ['all'] })).rejects.toMatchObject({ code: 'invalid_body' });
    await expect(api.connect.revokeSecretKey(data.id)).rejects.toMatchObject({ code: 'not_found' });
    const audit = await api.call('GET', '/audit?limit=4', { token: api.secretKey });
    expect(audit.body.data).toMatchObject([
      { actor: { kind: 'process' }, action: 'DELETE /keys/{keyId}', target: data.id, status: 404 },
      { actor: { kind: 'process' }, action: 'POST /keys', target: null, status: 400 },
      { actor: { kind: 'process' }, action: 'DELETE /keys/{keyId}', target: data.id, status: 200 },
      { actor: { kind: 'process' }, action: 'POST /keys', target: null, status: 201 },
    ]);
  });
});

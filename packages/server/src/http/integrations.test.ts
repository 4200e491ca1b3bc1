import { integrationBody, integrationListBody } from '@latchkey/protocol';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../store/store.ts';
import { connectBody, startApi, type TestAnswer, type TestApi } from '../testing/start-api.ts';

let api: TestApi;
let store: Store;
let finds = 0;
beforeAll(async () => {
  const findIntegration: Store['findIntegration'] = (id) => {
    finds += 1;
    return store.findIntegration(id);
  };
  api = await startApi({ wrapStore: (opened) => ({ ...(store = opened), findIntegration }) });
});
afterAll(() => api.close());
afterEach(async () => {
  for (const { unique_key, created_at } of (await call('GET', '')).body.data) {
    if (created_at !== null) await call('DELETE', `/${unique_key}?cascade=true`);
  }
});

const call = (method: string, path: string, json?: unknown): Promise<TestAnswer> =>
  api.call(method, `/integrations${path}`, { token: api.secretKey, ...(json !== undefined && { json }) });
const outcome = ({ status, body }: TestAnswer): unknown[] => [status, body.error?.code];
const firstPath = ({ body }: TestAnswer): unknown => body.error.errors[0].path;

const client = { type: 'OAUTH2', client_id: 'client-1', client_secret: 'canary-secret', scopes: 'openid,p1:read:user' };

async function importThrough(integrationId: string, connectionId = 'acme'): Promise<TestAnswer> {
  const { connection_config, credentials } = connectBody(api.sandbox.environments[0]!);
  const json = {
    provider_config_key: integrationId,
    connection_id: connectionId,
    connection_config,
    credentials: { type: 'OAUTH2_CC', ...credentials },
  };
  return api.call('POST', '/connections', { token: api.secretKey, json });
}

describe('POST /integrations', () => {
  it('makes one that is there at once, beside those of the options', async () => {
    const answer = await call('POST', '', { provider: 'pingone-cc', unique_key: 'workers', display_name: 'Workers' });
    expect(answer.status).toBe(200);
    expect(integrationBody.parse(answer.body).data).toMatchObject({
      unique_key: 'workers',
      provider: 'pingone-cc',
      display_name: 'Workers',
      created_at: api.clock.now().toISOString(),
    });
    const list = integrationListBody.parse((await call('GET', '')).body).data;
    expect(list.map(({ unique_key, created_at }) => [unique_key, created_at !== null])).toEqual([
      ['pingone-cc', false],
      ['workers', true],
    ]);
    expect((await call('GET', '/workers')).body).toEqual(answer.body);
    expect((await importThrough('workers')).status).toBe(201);
    const token = await api.startSession({ end_user: { id: 'ada' }, allowed_integrations: ['workers'] });
    const session = await api.call('GET', '/connect/session', { token });
    expect(session.body.data.integrations).toMatchObject([{ integration_id: 'workers', display_name: 'Workers' }]);
  });

  it('takes the provider’s name when none is given, and a switch of the wire that is off', async () => {
    const answer = await call('POST', '', { provider: 'pingone', unique_key: 'sign-on', credentials: client, forward_webhooks: false });
    expect([answer.status, answer.body.data.display_name]).toEqual([200, expect.stringContaining('PingOne')]);
  });

  it('refuses an id that is taken, by whomever, and names the place as clients of this wire know it', async () => {
    await call('POST', '', { provider: 'pingone-cc', unique_key: 'twice' });
    for (const unique_key of ['twice', 'pingone-cc']) {
      const answer = await call('POST', '', { provider: 'pingone-cc', unique_key });
      expect([...outcome(answer), firstPath(answer)]).toEqual([400, 'invalid_body', ['uniqueKey']]);
    }
  });

  it('of one id makes one, when many ask at once', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => call('POST', '', { provider: 'pingone-cc', unique_key: 'race' })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400, 400, 400]);
  });

  it.each([
    ['no id', { unique_key: undefined }, ['unique_key']],
    ['an id that no path can hold', { unique_key: 'a/b' }, ['unique_key']],
    ['a provider that there is not', { provider: 'salesforce' }, ['provider']],
    ['an OAuth client where nobody signs in', { credentials: client }, ['credentials']],
    ['half an OAuth client', { provider: 'pingone', credentials: { type: 'OAUTH2', client_id: 'a' } }, ['credentials', 'client_secret']],
    ['another kind of credentials', { provider: 'pingone', credentials: { ...client, type: 'APP' } }, ['credentials', 'type']],
    ['scopes that are none', { provider: 'pingone', credentials: { ...client, scopes: 'open"id' } }, ['credentials', 'scopes']],
    ['what nothing would heed', { custom: { a: 'b' } }, ['custom']],
    ['forwarding of webhooks', { forward_webhooks: true }, ['forward_webhooks']],
  ])('refuses %s, and names the place', async (_what, change, path) => {
    const answer = await call('POST', '', { provider: 'pingone-cc', unique_key: 'refused', ...change });
    expect([...outcome(answer), firstPath(answer)]).toEqual([400, 'invalid_body', path]);
    expect(outcome(await call('GET', '/refused'))).toEqual([404, 'not_found']);
  });

  it('takes over connections that are left under its id, of its own provider alone', async () => {
    await call('POST', '', { provider: 'pingone-cc', unique_key: 'left' });
    await importThrough('left');
    const [row] = (await store.listConnections({ integrationIds: ['left'] }, { limit: 1 })).connections;
    await call('DELETE', '/left?cascade=true');
    await store.insertConnection(row!);
    const other = await call('POST', '', { provider: 'pingone', unique_key: 'left' });
    expect([...outcome(other), firstPath(other)]).toEqual([400, 'invalid_body', ['uniqueKey']]);
    expect((await call('POST', '', { provider: 'pingone-cc', unique_key: 'left' })).status).toBe(200);
    const read = await api.call('GET', '/connections/acme?provider_config_key=left', { token: api.secretKey });
    expect(read.status).toBe(200);
  });
});

describe('GET /integrations/{uniqueKey}', () => {
  it('shows the OAuth client only when asked to', async () => {
    await call('POST', '', { provider: 'pingone', unique_key: 'sign-on', credentials: client });
    expect((await call('GET', '/sign-on')).text).not.toContain('canary');
    expect((await call('GET', '')).text).not.toContain('canary');
    const shown = await call('GET', '/sign-on?include=webhook&include=credentials');
    expect(integrationBody.parse(shown.body).data).toMatchObject({
      webhook_url: null,
      credentials: { type: 'OAUTH2', client_id: 'client-1', client_secret: 'canary-secret', scopes: 'openid,p1:read:user' },
    });
    expect((await call('GET', '/pingone-cc?include=credentials')).body.data.credentials).toBeNull();
  });
});

describe('An integration that a call made', () => {
  it('costs no look-up for each call through it', async () => {
    await call('POST', '', { provider: 'pingone-cc', unique_key: 'busy' });
    await importThrough('busy');
    await call('PATCH', '/busy', { display_name: 'Forgotten by this' });
    const before = finds;
    const headers = { 'provider-config-key': 'busy', 'connection-id': 'acme' };
    for (let called = 0; called < 5; called += 1) {
      expect((await api.call('GET', '/proxy/v1/environments', { token: api.secretKey, headers })).status).toBe(200);
      const read = await api.call('GET', '/connections/acme?provider_config_key=busy', { token: api.secretKey });
      expect(read.status).toBe(200);
    }
    expect(finds - before).toBe(1);
  });
});

describe('PATCH /integrations/{uniqueKey}', () => {
  it('changes what is given and leaves the rest', async () => {
    await call('POST', '', { provider: 'pingone', unique_key: 'sign-on', credentials: client });
    const credentials = async (): Promise<unknown> => (await call('GET', '/sign-on?include=credentials')).body.data.credentials;
    const before = await credentials();
    api.clock.advance(1000);
    const named = await call('PATCH', '/sign-on', { display_name: 'New name' });
    expect([named.status, named.body.data.display_name, named.body.data.updated_at]).toEqual([
      200,
      'New name',
      api.clock.now().toISOString(),
    ]);
    expect(await credentials()).toEqual(before);
    await call('PATCH', '/sign-on', { credentials: { type: 'OAUTH2', scopes: 'openid' } });
    expect(await credentials()).toMatchObject({ client_id: 'client-1', client_secret: 'canary-secret', scopes: 'openid' });
    await call('PATCH', '/sign-on', { credentials: { type: 'OAUTH2', client_id: 'client-2', client_secret: 'other' } });
    expect(await credentials()).toMatchObject({ client_id: 'client-2', client_secret: 'other', scopes: 'openid' });
    await call('PATCH', '/sign-on', { credentials: null });
    expect(await credentials()).toBeNull();
  });

  it('takes the OAuth client back as it was read', async () => {
    await call('POST', '', { provider: 'pingone', unique_key: 'sign-on', credentials: client });
    const { credentials } = (await call('GET', '/sign-on?include=credentials')).body.data;
    expect((await call('PATCH', '/sign-on', { credentials })).status).toBe(200);
    expect((await call('GET', '/sign-on?include=credentials')).body.data.credentials).toEqual(credentials);
  });

  it('gives a new id while nothing is connected, and the OAuth client comes along', async () => {
    await call('POST', '', { provider: 'pingone', unique_key: 'old', credentials: client });
    const moved = await call('PATCH', '/old', { unique_key: 'new' });
    expect([moved.status, moved.body.data.unique_key]).toEqual([200, 'new']);
    expect(outcome(await call('GET', '/old'))).toEqual([404, 'not_found']);
    expect((await call('GET', '/new?include=credentials')).body.data.credentials.client_secret).toBe('canary-secret');
    for (const unique_key of ['pingone-cc', 'new2']) {
      await call('POST', '', { provider: 'pingone-cc', unique_key: 'new2' });
      const taken = await call('PATCH', '/new', { unique_key });
      expect([...outcome(taken), firstPath(taken)]).toEqual([400, 'invalid_body', ['uniqueKey']]);
    }
  });

  it('keeps the id of one that something is connected through', async () => {
    await call('POST', '', { provider: 'pingone-cc', unique_key: 'used' });
    await importThrough('used');
    const answer = await call('PATCH', '/used', { unique_key: 'other' });
    expect(outcome(answer)).toEqual([409, 'integration_has_connections']);
    expect((await call('PATCH', '/used', { unique_key: 'used', display_name: 'Same id' })).status).toBe(200);
  });

  it('changes nothing of the options’, and finds nothing that is not there', async () => {
    expect(outcome(await call('PATCH', '/pingone-cc', { display_name: 'Mine' }))).toEqual([409, 'integration_is_fixed']);
    expect(outcome(await call('PATCH', '/nope', { display_name: 'Mine' }))).toEqual([404, 'not_found']);
  });
});

describe('DELETE /integrations/{uniqueKey}', () => {
  it('deletes one that nothing is connected through, at once', async () => {
    await call('POST', '', { provider: 'pingone-cc', unique_key: 'gone' });
    const answer = await call('DELETE', '/gone');
    expect([answer.status, answer.body]).toEqual([200, { success: true }]);
    expect(outcome(await call('DELETE', '/gone'))).toEqual([404, 'not_found']);
    expect(outcome(await importThrough('gone'))).toEqual([400, 'unknown_provider_config']);
  });

  it('does not take connections along unless it is told to, and says how many there are', async () => {
    await call('POST', '', { provider: 'pingone-cc', unique_key: 'used' });
    await importThrough('used', 'one');
    await importThrough('used', 'two');
    const refused = await call('DELETE', '/used');
    expect(outcome(refused)).toEqual([409, 'integration_has_connections']);
    expect(refused.body.error.message).toContain('2 connections');
    expect((await api.connect.getConnection({ integrationId: 'used', connectionId: 'one' })).status).toBe('active');

    expect((await call('DELETE', '/used?cascade=true')).status).toBe(200);
    expect(await store.countConnections('used', 10)).toBe(0);
    expect(outcome(await call('DELETE', '/used?cascade=sure'))).toEqual([400, 'invalid_query_params']);
  });

  it('deletes nothing of the options’', async () => {
    expect(outcome(await call('DELETE', '/pingone-cc?cascade=true'))).toEqual([409, 'integration_is_fixed']);
  });
});

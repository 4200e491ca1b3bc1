import { createLatchkey, type Latchkey } from '@latchkey/node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readWorker, startServer, type RunningServer } from './start-server.ts';

/**
 * What other clients of this wire send, byte for byte where it matters: a JSON content type on requests without a body, ids that are not encoded,
 * every boolean of a query spelt out, headers that are empty. Each call is also made with `@latchkey/node`, which must see the same.
 */
let server: RunningServer;
let latchkey: Latchkey;
let connectionId: string;
let key: { integrationId: string; connectionId: string };

beforeAll(async () => {
  server = await startServer();
  latchkey = createLatchkey({ apiUrl: server.apiUrl, secretKey: server.secretKey, retries: 0 });
});
beforeEach(async () => {
  const { connectionConfig, credentials } = readWorker(server.sandbox);
  const owner = { endUser: { id: 'ada', displayName: 'Ada', email: 'ada@acme.example' }, tags: { end_user_email: 'ada@acme.example' } };
  const imported = await latchkey.connections.import({ integrationId: 'pingone-cc', connectionConfig, credentials, ...owner });
  ({ connectionId } = imported);
  key = { integrationId: 'pingone-cc', connectionId };
});
afterAll(() => server.close());

interface Answer {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- a test says what it expects of it.
  readonly data: any;
  readonly headers: Headers;
}

async function send(method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const response = await fetch(server.apiUrl + path, {
    method,
    headers: {
      Authorization: `Bearer ${server.secretKey}`,
      'User-Agent': 'other-node-client/1.0.0 (linux/6.1; node.js/24)',
      Accept: 'application/json, text/plain, */*',
      'Content-Type': 'application/json',
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, data: text === '' ? undefined : JSON.parse(text), headers: response.headers };
}

const full = (): Promise<Answer> =>
  send(
    'GET',
    `/connections/${connectionId}?provider_config_key=pingone-cc&force_refresh=false&refresh_token=false&refresh_github_app_jwt_token=false`,
  );

describe('Providers and integrations', () => {
  it('listProviders and getProvider answer {data}', async () => {
    const list = await send('GET', '/providers?search=pingone-cc');
    const one = await send('GET', '/providers/pingone-cc');
    expect([list.status, one.status]).toEqual([200, 200]);
    expect(list.data).toEqual({ data: [one.data.data] });
    expect(one.data.data).toMatchObject({ name: 'pingone-cc', auth_mode: 'OAUTH2_CC', proxy: { base_url: expect.any(String) } });
    expect((await latchkey.providers.get('pingone-cc')).displayName).toBe(one.data.data.display_name);
  });

  it('listIntegrations and getIntegration answer {data}', async () => {
    const list = await send('GET', '/integrations');
    expect([list.status, list.data.data]).toEqual([200, [expect.objectContaining({ unique_key: 'pingone-cc', provider: 'pingone-cc' })]]);
    const one = await send('GET', '/integrations/pingone-cc?include=credentials');
    expect([one.status, one.data.data.credentials]).toEqual([200, null]);
    expect(await latchkey.integrations.get('pingone-cc')).toMatchObject({ integrationId: one.data.data.unique_key });
    expect((await send('GET', '/integrations/nope')).data.error.code).toBe('not_found');
  });
});

describe('listConnections', () => {
  it('takes every filter in the spelling of the wire, and answers {connections} with "created"', async () => {
    const query = `connectionId=${connectionId}&endUserId=ada&integrationId=pingone-cc,other&tags%5Bend_user_email%5D=ada@acme.example&limit=10&page=0`;
    const { status, data } = await send('GET', `/connections?${query}`);
    expect(status).toBe(200);
    expect(Object.keys(data)).toEqual(['connections']);
    const [item] = data.connections;
    expect(item).toEqual({
      id: expect.any(Number),
      connection_id: connectionId,
      provider_config_key: 'pingone-cc',
      provider: 'pingone-cc',
      status: 'active',
      errors: [],
      end_user: { id: 'ada', display_name: 'Ada', email: 'ada@acme.example', tags: null, organization: null },
      tags: { end_user_email: 'ada@acme.example' },
      metadata: null,
      created: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      // Ours, besides.
      environment: expect.objectContaining({ name: 'Acme Production' }),
      updated_at: expect.any(String),
      last_checked_at: expect.any(String),
    });
    const { value: same } = await latchkey.connections.list({ connectionId }).next();
    expect(same).toMatchObject({
      id: item.id,
      connectionId,
      endUser: { id: 'ada', displayName: 'Ada' },
      createdAt: new Date(item.created),
    });
  });

  it('takes the older spelling', async () => {
    const { data } = await send('GET', `/connections?search=${connectionId}&endUserId=ada&limit=1`);
    expect(data.connections).toHaveLength(1);
    expect((await send('GET', '/connections?endUserOrganizationId=nobody')).data).toEqual({ connections: [] });
  });
});

describe('getConnection', () => {
  it('answers the connection bare, with created_at, an offset, and a token; never with the secret', async () => {
    const { status, data } = await full();
    expect(status).toBe(200);
    const moment = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+\+00:00$/);
    const { environment, connectionConfig, credentials } = readWorker(server.sandbox);
    expect(data).toMatchObject({
      connection_id: connectionId,
      provider_config_key: 'pingone-cc',
      connection_config: connectionConfig,
      created_at: moment,
      updated_at: moment,
      last_fetched_at: moment,
      credentials: {
        type: 'OAUTH2_CC',
        token: expect.any(String),
        expires_at: expect.any(String),
        raw: expect.any(Object),
        client_id: credentials.clientId,
      },
    });
    expect(data).not.toHaveProperty('created');
    expect(JSON.stringify(data)).not.toContain(credentials.clientSecret);
    expect(data.credentials.raw.access_token).toBe(data.credentials.token);

    const same = await latchkey.connections.get(key);
    expect(same).toMatchObject({ connectionConfig, createdAt: new Date(data.created_at), environment: { id: environment.environmentId } });
    expect(same.credentials).toMatchObject({ clientId: data.credentials.client_id, expiresAt: new Date(data.credentials.expires_at) });
    expect(same.credentials.accessToken).toBe(data.credentials.token);
  });

  it('gets a new token with force_refresh=true, and none but the stored one without', async () => {
    const before = (await full()).data.credentials.token;
    expect((await full()).data.credentials.token).toBe(before);
    const path = `/connections/${connectionId}?provider_config_key=pingone-cc&force_refresh=true&refresh_token=true&refresh_github_app_jwt_token=false`;
    expect((await send('GET', path)).data.credentials.token).not.toBe(before);
  });

  it.each([
    ['/connections/any', 400, 'invalid_query_params'],
    ['/connections/any?provider_config_key=nope', 400, 'unknown_provider_config'],
    ['/connections/any?provider_config_key=pingone-cc', 404, 'unknown_connection'],
  ])('answers %s with %i %s', async (path, status, code) => {
    const answer = await send('GET', path);
    expect([answer.status, answer.data.error.code]).toEqual([status, code]);
  });

  it('says invalid_credentials when the end user must connect again', async () => {
    server.sandbox.setScenario('wrong_client_secret');
    const path = `/connections/${connectionId}?provider_config_key=pingone-cc&force_refresh=true`;
    const answer = await send('GET', path);
    server.sandbox.clearScenario();
    expect([answer.status, answer.data.error.code]).toEqual([424, 'invalid_credentials']);
  });
});

describe('Changes', () => {
  it('setMetadata answers 201 and updateMetadata 200, each with what was sent', async () => {
    const body = { metadata: { a: 1, b: 1 }, connection_id: connectionId, provider_config_key: 'pingone-cc' };
    const set = await send('POST', '/connections/metadata', body);
    expect([set.status, set.data]).toEqual([201, body]);
    const change = { ...body, connection_id: [connectionId], metadata: { b: 2 } };
    const update = await send('PATCH', '/connections/metadata', change);
    expect([update.status, update.data]).toEqual([200, change]);
    expect((await full()).data.metadata).toEqual({ a: 1, b: 2 });
    expect((await latchkey.connections.get(key)).metadata).toEqual({ a: 1, b: 2 });
    expect((await send('POST', '/connections/metadata', { ...body, connection_id: 'nope' })).status).toBe(404);
  });

  it('patchConnection replaces tags and end user', async () => {
    const path = `/connections/${connectionId}?provider_config_key=pingone-cc`;
    const patch = await send('PATCH', path, { end_user: { id: 'grace' }, tags: { Plan: 'gold' } });
    expect([patch.status, patch.data]).toEqual([200, { success: true }]);
    expect(await latchkey.connections.get(key)).toMatchObject({ endUser: { id: 'grace', email: undefined }, tags: { plan: 'gold' } });
    expect((await full()).data).toMatchObject({ end_user: { id: 'grace', email: null }, tags: { plan: 'gold' } });
  });

  it('deleteConnection forgets, with a content type and no body', async () => {
    const path = `/connections/${connectionId}?provider_config_key=pingone-cc`;
    const remove = await send('DELETE', path);
    expect([remove.status, remove.data]).toEqual([200, { success: true }]);
    expect((await send('DELETE', path)).data.error.code).toBe('unknown_connection');
    await expect(latchkey.connections.get(key)).rejects.toMatchObject({ code: 'unknown_connection' });
  });

  it('import answers 201 with the connection, and brings one that is there up to date', async () => {
    const { connectionConfig, credentials } = readWorker(server.sandbox);
    const body = {
      provider_config_key: 'pingone-cc',
      connection_id: connectionId,
      connection_config: connectionConfig,
      credentials: { type: 'OAUTH2_CC', token: 'old', client_id: credentials.clientId, client_secret: credentials.clientSecret },
      metadata: { imported: true },
    };
    const answer = await send('POST', '/connections', body);
    expect(answer.status).toBe(201);
    expect(answer.data).toMatchObject({
      connection_id: connectionId,
      metadata: { imported: true },
      tags: { end_user_email: 'ada@acme.example' },
    });
    expect(answer.data.credentials.token).toMatch(/^ey/);
  });
});

describe('Connect sessions', () => {
  it('createConnectSession and createReconnectSession answer 201 {data}', async () => {
    const created = await send('POST', '/connect/sessions', { end_user: { id: 'ada' }, allowed_integrations: ['pingone-cc'] });
    const reconnect = await send('POST', '/connect/sessions/reconnect', { connection_id: connectionId, integration_id: 'pingone-cc' });
    for (const { status, data } of [created, reconnect]) {
      expect(status).toBe(201);
      expect(data.data).toMatchObject({ token: expect.any(String), expires_at: expect.stringMatching(/Z$/) });
    }
  });
});

describe('The proxy', () => {
  const names = (): Record<string, string> => ({
    'Connection-Id': connectionId,
    'Provider-Config-Key': 'pingone-cc',
    'Base-Url-Override': '',
    'Nango-Activity-Log-Id': '',
  });

  it('takes the empty headers that clients always send, and answers as the provider does', async () => {
    const answer = await send('GET', '/proxy/v1/environments?limit=10', undefined, {
      ...names(),
      'Nango-Proxy-Accept': 'application/hal+json',
    });
    expect(answer.status).toBe(200);
    expect(answer.data).toEqual(await latchkey.proxy.get('/v1/environments?limit=10', key));
    expect(answer.headers.get('correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('passes the provider’s errors on, with their status and body', async () => {
    const path = '/v1/environments/6f9619ff-8b86-4011-b42d-00c04fc964ff';
    const answer = await send('GET', `/proxy${path}`, undefined, names());
    expect([answer.status, answer.data.code]).toEqual([404, 'NOT_FOUND']);
    await expect(latchkey.proxy.get(path, key)).rejects.toMatchObject({
      status: 404,
      message: expect.stringContaining(answer.data.message),
    });
  });

  it('answers 404 for a connection or an integration that is not there', async () => {
    const unknown = await send('GET', '/proxy/v1/environments', undefined, { ...names(), 'Connection-Id': 'nope' });
    expect([unknown.status, unknown.data.error.code]).toEqual([404, 'unknown_connection']);
    const other = await send('GET', '/proxy/v1/environments', undefined, { ...names(), 'Provider-Config-Key': 'nope' });
    expect([other.status, other.data.error.code]).toEqual([404, 'unknown_integration']);
  });
});

describe('What Latchkey does not have', () => {
  it.each([
    ['GET', '/environment-variables'],
    ['POST', '/sync/trigger'],
    ['GET', '/records'],
    ['POST', '/action/trigger'],
    ['GET', '/scripts/config'],
    ['GET', '/connection/some-id'],
    ['GET', '/config/pingone-cc'],
  ])('%s %s is 404 in the same envelope', async (method, path) => {
    const { status, data } = await send(method, path);
    expect([status, data.error.code, typeof data.error.message]).toEqual([404, 'not_found', 'string']);
  });
});

describe('Integrations that are made by calls', () => {
  it('createIntegration, updateIntegration and deleteIntegration answer {data}, {data} and success', async () => {
    const credentials = { type: 'OAUTH2', client_id: 'client-1', client_secret: 'secret-1', scopes: 'openid,p1:read:user' };
    const created = await send('POST', '/integrations', { provider: 'pingone', unique_key: 'made', display_name: 'Made', credentials });
    expect([created.status, created.data.data]).toEqual([
      200,
      {
        unique_key: 'made',
        provider: 'pingone',
        display_name: 'Made',
        logo: null,
        forward_webhooks: false,
        created_at: expect.stringMatching(/Z$/),
        updated_at: expect.stringMatching(/Z$/),
      },
    ]);
    const shown = await send('GET', '/integrations/made?include=credentials');
    expect(shown.data.data.credentials).toEqual({ ...credentials, webhook_secret: null });
    expect(await latchkey.integrations.getWithClient('made')).toMatchObject({
      client: { clientId: 'client-1' },
      scopes: ['openid', 'p1:read:user'],
    });

    const again = await send('POST', '/integrations', { provider: 'pingone', unique_key: 'made', credentials });
    expect([again.status, again.data.error.code, again.data.error.errors[0].path]).toEqual([400, 'invalid_body', ['uniqueKey']]);
    const updated = await send('PATCH', '/integrations/made', { unique_key: 'made2', display_name: 'Made too' });
    expect([updated.status, updated.data.data]).toMatchObject([200, { unique_key: 'made2', display_name: 'Made too' }]);
    const deleted = await send('DELETE', '/integrations/made2');
    expect([deleted.status, deleted.data]).toEqual([200, { success: true }]);
    expect((await send('DELETE', '/integrations/made2')).data.error.code).toBe('not_found');
  });

  it('one without an OAuth client is made without credentials', async () => {
    const created = await send('POST', '/integrations', { provider: 'pingone-cc', unique_key: 'workers' });
    expect([created.status, created.data.data.unique_key]).toEqual([200, 'workers']);
    await latchkey.integrations.delete('workers');
  });
});

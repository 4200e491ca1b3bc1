import { connectionList, connectSessionCreated, connectSessionView, errorBody, fullConnection, regionBody } from '@latchkey/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectBody, startApi, type TestApi } from '../testing/start-api.ts';
import { routes } from './routes.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const unknownToken = `latchkey_connect_session_${'0'.repeat(64)}`;
const concrete = (path: string): string => path.replace(/:\w+/, 'some-id');
const named = routes.map(({ method, path, caller }) => ({ method, path, caller, name: `${method} ${path}` }));
const backendRoutes = named.filter(({ caller }) => caller === 'backend');
const browserRoutes = named.filter(({ caller }) => caller === 'browser');

async function expectError(answer: Awaited<ReturnType<TestApi['call']>>, status: number, code: string): Promise<void> {
  expect({ status: answer.status, code: answer.body?.error?.code }).toEqual({ status, code });
  expect(errorBody.safeParse(answer.body).success).toBe(true);
  expect(answer.body.error.remedy).toMatch(/\w/);
  expect(answer.headers.get('x-request-id')).toBe(answer.body.error.request_id);
}

async function connectOne(): Promise<{ token: string; connectionId: string }> {
  const token = await api.startSession({
    end_user: { id: 'ada', display_name: 'Ada' },
    organization: { id: 'acme' },
    tags: { Plan: 'gold' },
  });
  const [environment] = api.sandbox.environments;
  const answer = await api.call('POST', '/connect/connections', { token, json: connectBody(environment!) });
  return { token, connectionId: answer.body.data.connection_id };
}

describe('Every backend route', () => {
  it.each(backendRoutes)('$name refuses a caller who proves nothing', async ({ method, path }) => {
    const target = concrete(path);
    await expectError(await api.call(method, target), 401, 'missing_auth_header');
    await expectError(await api.call(method, target, { headers: { authorization: 'Basic abc' } }), 401, 'malformed_auth_header');
    const answer = await api.call(method, target, { token: 'latchkey_sk_wrong' });
    await expectError(answer, 401, 'unknown_account');
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  it.each(backendRoutes)('$name refuses a connect session token', async ({ method, path }) => {
    await expectError(await api.call(method, concrete(path), { token: await api.startSession() }), 401, 'unknown_account');
  });

  it.each(backendRoutes)('$name refuses a page, and sends no CORS header', async ({ method, path }) => {
    const answer = await api.call(method, concrete(path), { token: api.secretKey, headers: { origin: 'https://shop.example' } });
    await expectError(answer, 403, 'origin_not_allowed');
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    const preflight = await api.call('OPTIONS', concrete(path), { headers: { origin: 'https://shop.example' } });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('Every browser route', () => {
  it.each(browserRoutes)('$name refuses a caller who proves nothing', async ({ method, path }) => {
    await expectError(await api.call(method, path), 401, 'missing_auth_header');
    await expectError(await api.call(method, path, { headers: { authorization: 'Bearer' } }), 401, 'malformed_auth_header');
    await expectError(await api.call(method, path, { token: unknownToken }), 401, 'unknown_connect_session_token');
  });

  it.each(browserRoutes)('$name refuses a secret key, and says that it does not belong here', async ({ method, path }) => {
    const answer = await api.call(method, path, { token: api.secretKey });
    await expectError(answer, 401, 'invalid_connect_session_token_format');
    expect(answer.body.error.remedy).toContain('never belongs in a browser');
  });

  it.each(browserRoutes)('$name refuses a page of another origin, before and after a preflight', async ({ method, path }) => {
    const token = await api.startSession();
    for (const origin of ['https://evil.example', 'null', `${new URL(api.url).origin}.evil.example`]) {
      const answer = await api.call(method, path, { token, headers: { origin } });
      await expectError(answer, 403, 'origin_not_allowed');
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    }
    await expectError(await api.call('OPTIONS', path, { headers: { origin: 'https://evil.example' } }), 403, 'origin_not_allowed');
  });

  it('names the origin that it refused, and repeats nothing that is none', async () => {
    const ask = (origin: string) => api.call('GET', '/connect/session', { headers: { origin } });
    expect((await ask('http://localhost:5173')).body).toMatchObject({
      error: {
        message: 'Pages of http://localhost:5173 may not use Latchkey.',
        remedy: expect.stringContaining('add "http://localhost:5173" to the option "allowedOrigins"'),
      },
    });
    expect((await ask('https://evil.example/<path>')).body).toMatchObject({
      error: { message: 'Pages of this origin may not use Latchkey.' },
    });
  });

  it.each(browserRoutes)('$name lets pages of an allowed origin read answers, errors included', async ({ method, path }) => {
    const { origin } = new URL(api.url);
    const preflight = await api.call('OPTIONS', path, {
      headers: { origin, 'access-control-request-method': method, 'access-control-request-headers': 'authorization,content-type' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-methods')).toContain(method);
    expect(preflight.headers.get('access-control-allow-headers')).toMatch(/authorization/i);
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull();
    const refused = await api.call(method, path, { token: unknownToken, headers: { origin } });
    expect(refused.headers.get('access-control-allow-origin')).toBe(origin);
    expect(refused.headers.get('vary')).toMatch(/origin/i);
  });
});

describe('GET /health', () => {
  it('tells anybody that the database can be written', async () => {
    const answer = await api.call('GET', '/health');
    expect([answer.status, answer.body]).toEqual([200, { status: 'ok' }]);
  });
});

describe('POST /connect/sessions', () => {
  it('starts a session of 30 minutes', async () => {
    const answer = await api.call('POST', '/connect/sessions', {
      token: api.secretKey,
      json: { end_user: { id: 'ada', email: 'ada@acme.example' } },
    });
    expect(answer.status).toBe(201);
    const { data } = connectSessionCreated.parse(answer.body);
    expect(data.token).toMatch(/^latchkey_connect_session_[0-9a-f]{64}$/);
    expect(Date.parse(data.expires_at) - api.clock.now().getTime()).toBe(1_800_000);
  });

  it.each([
    ['neither an end user nor tags', {}, ['end_user']],
    ['an unknown field', { end_user: { id: 'a' }, color: 'red' }, ['color']],
    ['an end user without an id', { end_user: {} }, ['end_user', 'id']],
    ['an email that is none', { end_user: { id: 'a', email: 'nobody' } }, ['end_user', 'email']],
    ['a tag that begins with a digit', { tags: { '1st': 'x' } }, ['tags', '1st']],
    ['an integration that does not exist', { end_user: { id: 'a' }, allowed_integrations: ['nope'] }, ['allowed_integrations', 0]],
    ['a body that is no object', [], []],
  ])('refuses %s, and names the place', async (_what, json, path) => {
    const answer = await api.call('POST', '/connect/sessions', { token: api.secretKey, json });
    await expectError(answer, 400, 'invalid_body');
    expect(answer.body.error.errors[0].path).toEqual(path);
  });

  it('refuses a request without a body', async () => {
    await expectError(await api.call('POST', '/connect/sessions', { token: api.secretKey }), 400, 'invalid_body');
  });
});

describe('GET /connect/session', () => {
  it('shows what the session permits and what it has connected', async () => {
    const { token, connectionId } = await connectOne();
    const answer = await api.call('GET', '/connect/session', { token });
    expect(answer.status).toBe(200);
    expect(connectSessionView.parse(answer.body).data).toMatchObject({
      end_user: { id: 'ada', display_name: 'Ada' },
      organization: { id: 'acme' },
      integrations: [{ integration_id: 'pingone-cc', provider: 'pingone-cc', display_name: 'PingOne (Client Credentials)' }],
      connections: [{ connection_id: connectionId, integration_id: 'pingone-cc' }],
    });
  });

  it('says of an expired session that it expired', async () => {
    const token = await api.startSession();
    api.clock.advance(1_800_000 - 1);
    expect((await api.call('GET', '/connect/session', { token })).status).toBe(200);
    api.clock.advance(1);
    await expectError(await api.call('GET', '/connect/session', { token }), 401, 'connect_session_expired');
  });

  it('takes the content type that clients send even without a body', async () => {
    const token = await api.startSession();
    const answer = await api.call('GET', '/connect/session', { token, headers: { 'content-type': 'application/json' } });
    expect(answer.status).toBe(200);
  });
});

describe('DELETE /connect/session', () => {
  it('ends the session, and keeps what it connected', async () => {
    const { token, connectionId } = await connectOne();
    const answer = await api.call('DELETE', '/connect/session', { token, headers: { 'content-type': 'application/json' } });
    expect([answer.status, answer.text]).toEqual([204, '']);
    await expectError(await api.call('GET', '/connect/session', { token }), 401, 'unknown_connect_session_token');
    const list = await api.call('GET', `/connections?connectionId=${connectionId}`, { token: api.secretKey });
    expect(list.body.connections).toHaveLength(1);
  });
});

describe('GET /connect/regions', () => {
  it('finds the region of an environment, however its ID is written', async () => {
    const token = await api.startSession();
    for (const environment of api.sandbox.environments) {
      const id = environment.environmentId.toUpperCase();
      const answer = await api.call('GET', `/connect/regions?environment_id=${id}`, { token });
      expect(regionBody.parse(answer.body).data).toEqual({ region: environment.region, tld: environment.tld });
    }
  });

  it('answers null when every region says that it does not know the environment', async () => {
    const token = await api.startSession();
    const answer = await api.call('GET', '/connect/regions?environment_id=6f9619ff-8b86-4011-b42d-00c04fc964ff', { token });
    expect([answer.status, answer.body]).toEqual([200, { data: null }]);
  });

  it('does not answer null when a region did not answer', async () => {
    const token = await api.startSession();
    api.sandbox.setScenario('provider_unreachable', { step: 'discovery' });
    const answer = await api.call('GET', '/connect/regions?environment_id=6f9619ff-8b86-4011-b42d-00c04fc964fe', { token });
    api.sandbox.clearScenario();
    await expectError(answer, 502, 'provider_unreachable');
    expect(answer.body.error.retryable).toBe(true);
  });

  it('names what is no environment ID as the form does', async () => {
    const token = await api.startSession();
    const answer = await api.call('GET', '/connect/regions?environment_id=nonsense', { token });
    await expectError(answer, 400, 'environment_id_invalid');
    expect(answer.body.error).toMatchObject({ field: 'environmentId', guide_step: 'environment-id' });
    await expectError(await api.call('GET', '/connect/regions', { token }), 400, 'invalid_query_params');
  });
});

describe('GET /connections', () => {
  it('lists by each filter, newest first, in pages', async () => {
    const first = await connectOne();
    const second = await connectOne();
    const list = async (query: string): Promise<string[]> => {
      const answer = await api.call('GET', `/connections?${query}`, { token: api.secretKey });
      expect(answer.status).toBe(200);
      return connectionList.parse(answer.body).connections.map(({ connection_id }) => connection_id);
    };
    expect((await list('')).slice(0, 2)).toEqual([second.connectionId, first.connectionId]);
    expect(await list('limit=1')).toEqual([second.connectionId]);
    expect(await list('limit=1&page=1')).toEqual([first.connectionId]);
    expect(await list(`connectionId=${first.connectionId}`)).toEqual([first.connectionId]);
    expect(await list('endUserId=ada&limit=1')).toEqual([second.connectionId]);
    expect(await list('endUserId=nobody')).toEqual([]);
    expect(await list('endUserOrganizationId=acme&limit=1')).toEqual([second.connectionId]);
    expect(await list('integrationId=other,pingone-cc&limit=1')).toEqual([second.connectionId]);
    expect(await list('integrationId=other')).toEqual([]);
    expect(await list('tags[plan]=gold&limit=1')).toEqual([second.connectionId]);
    expect(await list('tags%5BPLAN%5D=gold&limit=1')).toEqual([second.connectionId]);
    expect(await list('tags[plan]=silver')).toEqual([]);
    expect(await list('search=ACME%20prod&limit=1')).toEqual([second.connectionId]);
    expect(await list('status=active&limit=1')).toEqual([second.connectionId]);
    expect(await list('status=disabled')).toEqual([]);
    expect((await list('sort=created')).slice(-2)).toEqual([first.connectionId, second.connectionId]);
  });

  it.each(['-created', 'created', '-updated', 'updated'])(
    'leads from page to page in the order %s, until there are no more',
    async (sort) => {
      for (let count = 0; count < 3; count += 1) await connectOne();
      const all = connectionList.parse((await api.call('GET', `/connections?sort=${sort}`, { token: api.secretKey })).body);
      expect(all.next_cursor).toBeUndefined();
      const seen: unknown[] = [];
      for (let cursor = ''; ;) {
        const answer = await api.call('GET', `/connections?limit=2&sort=${sort}${cursor}`, { token: api.secretKey });
        const { connections, next_cursor: next } = connectionList.parse(answer.body);
        seen.push(...connections);
        if (next === undefined) break;
        cursor = `&cursor=${next}`;
      }
      expect(seen).toEqual(all.connections);
    },
  );

  it('tells of each what a list shows, and nothing secret', async () => {
    const { connectionId } = await connectOne();
    const answer = await api.call('GET', `/connections?connectionId=${connectionId}`, { token: api.secretKey });
    const moment = expect.stringMatching(/^\d{4}-.*\+00:00$/);
    expect(answer.body.connections).toEqual([
      expect.objectContaining({
        status: 'active',
        environment: { id: expect.any(String), name: 'Acme Production', type: 'PRODUCTION', region: expect.any(String) },
        updated_at: moment,
        last_checked_at: moment,
      }),
    ]);
  });

  it.each([
    'status=broken',
    'sort=name',
    'cursor=x',
    'cursor=1&page=1',
    'cursor=1&sort=updated',
    'limit=0',
    'limit=1001',
    'limit=many',
    'page=-1',
    'enduserid=ada',
    'connectionId=',
    'connectionId=a&connectionId=b',
    'tags=x',
  ])('refuses %s, so that a mistake shows nobody else’s connections', async (query) => {
    await expectError(await api.call('GET', `/connections?${query}`, { token: api.secretKey }), 400, 'invalid_query_params');
  });
});

describe('GET /connections/{connectionId}', () => {
  it('gives the connection with a token, and never the secret', async () => {
    const { connectionId } = await connectOne();
    const answer = await api.call('GET', `/connections/${connectionId}?provider_config_key=pingone-cc&refresh_token=false`, {
      token: api.secretKey,
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(200);
    const connection = fullConnection.parse(answer.body);
    const [environment] = api.sandbox.environments;
    expect(connection).toMatchObject({
      connection_id: connectionId,
      provider_config_key: 'pingone-cc',
      status: 'active',
      errors: [],
      end_user: { id: 'ada', display_name: 'Ada', email: null, tags: null, organization: { id: 'acme', display_name: null } },
      tags: { plan: 'gold' },
      connection_config: { environmentId: environment!.environmentId, tld: environment!.tld },
      environment: { id: environment!.environmentId, name: 'Acme Production', type: 'PRODUCTION', region: 'NA' },
    });
    expect(connection.credentials).toMatchObject({ type: 'OAUTH2_CC', token: connection.credentials.raw['access_token'] });
    expect(answer.text).not.toContain(environment!.workers[0]!.clientSecret);
  });

  it('tells an unknown integration from an unknown connection, and asks for what is missing', async () => {
    const { connectionId } = await connectOne();
    const get = (target: string) => api.call('GET', target, { token: api.secretKey });
    await expectError(await get(`/connections/${connectionId}`), 400, 'invalid_query_params');
    await expectError(await get(`/connections/${connectionId}?provider_config_key=nope`), 400, 'unknown_provider_config');
    await expectError(await get('/connections/nope?provider_config_key=pingone-cc'), 404, 'unknown_connection');
    await expectError(await get('/connections/%zz?provider_config_key=pingone-cc'), 404, 'not_found');
  });
});

describe('DELETE /connections/{connectionId}', () => {
  it('forgets the connection, once', async () => {
    const { connectionId } = await connectOne();
    const remove = () => api.call('DELETE', `/connections/${connectionId}?provider_config_key=pingone-cc`, { token: api.secretKey });
    const answer = await remove();
    expect([answer.status, answer.body]).toEqual([200, { success: true }]);
    await expectError(await remove(), 404, 'unknown_connection');
    const gone = await api.call('GET', `/connections/${connectionId}?provider_config_key=pingone-cc`, { token: api.secretKey });
    await expectError(gone, 404, 'unknown_connection');
  });

  it('asks for the integration, which must exist', async () => {
    const remove = (query: string) => api.call('DELETE', `/connections/any${query}`, { token: api.secretKey });
    await expectError(await remove(''), 400, 'invalid_query_params');
    await expectError(await remove('?provider_config_key=nope'), 400, 'unknown_provider_config');
  });
});

describe('Everything else', () => {
  it.each([
    ['GET', '/'],
    ['GET', '/nope'],
    // What older clients of this wire ask for.
    ['GET', '/connection/some-id'],
    ['GET', '/config/pingone-cc'],
    ['PUT', '/connect/sessions'],
    ['OPTIONS', '/connections'],
  ])('%s %s is not found, in the same envelope', async (method, path) => {
    await expectError(await api.call(method, path, { token: api.secretKey }), 404, 'not_found');
  });

  it('answers with headers that suit an API', async () => {
    const { headers } = await api.call('GET', '/health');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('keeps a sane request id of the caller, and makes one in place of any other', async () => {
    const idOf = async (id: string) => (await api.call('GET', '/health', { headers: { 'x-request-id': id } })).headers.get('x-request-id');
    expect(await idOf('job-42:retry.1')).toBe('job-42:retry.1');
    for (const id of ['a b', 'x'.repeat(129), '<script>']) expect(await idOf(id)).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('logs one line a request: the path without the query, status and id', async () => {
    const before = api.logs.length;
    await api.call('GET', '/connections?endUserId=private-person', { token: api.secretKey, headers: { 'x-request-id': 'log-me' } });
    const lines = api.logs.slice(before).filter((line) => line.includes('log-me'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^request .*"method":"GET","path":"\/latchkey\/connections","status":200/);
    expect(api.logs.join('')).not.toContain('private-person');
  });
});

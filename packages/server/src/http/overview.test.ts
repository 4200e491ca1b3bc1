import { auditBody, overviewBody, settingsBody } from '@latchkey/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashQuickly } from '../testing/hash-quickly.ts';
import { signInToConsole } from '../testing/sign-in-to-console.ts';
import { connectBody, startApi, type TestApi } from '../testing/start-api.ts';

const PASSWORD = 'correct horse battery staple';
let api: TestApi;
let connectionId: string;
beforeAll(async () => {
  api = await startApi({
    options: { console: { passwordHash: hashQuickly(PASSWORD) }, app: { name: 'Acme', logoUrl: '/logo.svg' } },
  });
  for (const environment of api.sandbox.environments.slice(0, 2)) {
    const token = await api.startSession();
    const { body } = await api.call('POST', '/connect/connections', { token, json: connectBody(environment) });
    connectionId ??= body.data?.connection_id;
  }
});
afterAll(() => api.close());

const get = (path: string) => api.call('GET', path, { token: api.secretKey });
const proxy = (path: string) =>
  api.call('GET', path, {
    token: api.secretKey,
    headers: { 'provider-config-key': 'pingone-cc', 'connection-id': connectionId },
  });
const overview = async (query = '') => overviewBody.parse((await get(`/overview${query}`)).body).data;

describe('GET /overview', () => {
  it('counts connections by status, region and integration', async () => {
    const { connections } = await overview();
    const { connections: listed } = (await get('/connections')).body;
    expect(connections.total).toBe(listed.length);
    expect(connections.by_status).toEqual([
      { status: 'active', count: listed.length },
      { status: 'needs_reconnect', count: 0 },
      { status: 'disabled', count: 0 },
    ]);
    expect(connections.by_region.reduce((sum, { count }) => sum + count, 0)).toBe(listed.length);
    expect(connections.by_region[0]?.region).toMatch(/^[A-Z]{2}$/);
    expect(connections.by_integration).toEqual([{ integration_id: 'pingone-cc', active: listed.length, needs_reconnect: 0, disabled: 0 }]);
  });

  it('counts a change within five seconds', async () => {
    await overview();
    await api.call('DELETE', `/connections/${connectionId}?provider_config_key=pingone-cc`, { token: api.secretKey });
    const before = (await overview()).connections.total;
    api.clock.advance(5000);
    expect((await overview()).connections.total).toBe(before - 1);
    const token = await api.startSession();
    connectionId = (await api.call('POST', '/connect/connections', { token, json: connectBody(api.sandbox.environments[0]!) })).body.data
      .connection_id;
  });

  it('counts requests, and those that failed, in steps without a gap, when they were made', async () => {
    api.clock.advance(3 * 60 * 60_000);
    const from = api.clock.now();
    expect((await proxy('/proxy/v1/environments')).status).toBe(200);
    api.clock.advance(20 * 60_000);
    expect((await proxy('/proxy/v1/nothing')).status).toBe(403);
    api.clock.advance(60_000);
    const { requests } = await overview(`?from=${from.toISOString()}&to=${api.clock.now().toISOString()}`);
    expect(requests.bucket_seconds).toBe(300);
    expect(requests).toMatchObject({ failed: 1 });
    const moments = requests.buckets.map(({ at }) => Date.parse(at));
    expect(moments).toEqual(moments.map((_, index) => Math.floor(from.getTime() / 300_000) * 300_000 + index * 300_000));
    expect(moments[0]).toBeLessThanOrEqual(from.getTime());
    expect(requests.buckets.reduce((sum, { total }) => sum + total, 0)).toBe(requests.total);
    const filled = requests.buckets.filter(({ total }) => total > 0);
    expect(filled.map(({ failed }) => failed)).toEqual([0, 1]);
    for (const { p50_ms, p95_ms } of filled) expect(p95_ms).toBeGreaterThanOrEqual(p50_ms ?? Infinity);
    expect(requests.buckets.filter(({ total, p50_ms, p95_ms }) => total === 0 && p50_ms === null && p95_ms === null)).toHaveLength(
      requests.buckets.length - 2,
    );
  });

  it('has a hundred steps at most, whatever the span', async () => {
    const to = api.clock.now();
    for (const [hours, seconds] of [
      [1, 300],
      [24, 900],
      [24 * 7, 7200],
      [24 * 15, 14_400],
    ] as const) {
      const { requests } = await overview(`?from=${new Date(to.getTime() - hours * 3_600_000).toISOString()}&to=${to.toISOString()}`);
      expect([hours, requests.bucket_seconds]).toEqual([hours, seconds]);
      expect(requests.buckets.length).toBeLessThanOrEqual(101);
    }
  });

  it.each(['?from=yesterday', '?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z', '?from=2020-01-01T00:00:00Z', '?at=now'])(
    'refuses %s',
    async (query) => {
      expect((await get(`/overview${query}`)).body.error.code).toBe('invalid_query_params');
    },
  );

  it('needs both of its scopes', async () => {
    for (const scopes of [['connections:read'], ['logs:read']] as const) {
      const { key } = (await api.connect.createSecretKey({ name: 'One', scopes: [...scopes] })).data;
      expect((await api.call('GET', '/overview', { token: key })).body.error.code).toBe('forbidden');
    }
  });
});

describe('GET /settings and GET /connect/app', () => {
  it('tell how the server is set up, and nothing secret', async () => {
    const answer = await get('/settings');
    expect(settingsBody.parse(answer.body).data).toEqual({
      public_url: api.url,
      redirect_uri: `${api.url}/oauth/callback`,
      allowed_origins: [new URL(api.url).origin],
      database: 'sqlite',
      log_retention_days: 15,
      connect_session_lifetime_seconds: 1800,
      share_link_lifetime_seconds: 604_800,
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    });
  });

  it('tell anybody whose page it is', async () => {
    const answer = await api.call('GET', '/connect/app');
    expect([answer.status, answer.body]).toEqual([200, { data: { name: 'Acme', logo_url: '/logo.svg' } }]);
  });
});

describe('GET /audit', () => {
  const latest = async (limit = 1) => auditBody.parse((await get(`/audit?limit=${limit}`)).body).data;

  it('has what a key changed, with what the path names, and the request’s id', async () => {
    const made = await api.call('POST', '/keys', {
      token: api.secretKey,
      json: { name: 'For the audit', scopes: ['proxy'] },
      headers: { 'x-request-id': 'audited-1' },
    });
    expect(await latest()).toEqual([
      {
        id: expect.any(String),
        at: api.clock.now().toISOString(),
        actor: { kind: 'key', name: 'secretKeys[0]' },
        action: 'POST /keys',
        target: null,
        status: 201,
        request_id: 'audited-1',
      },
    ]);
    await api.call('DELETE', `/keys/${made.body.data.id}`, { token: api.secretKey });
    expect((await latest())[0]).toMatchObject({ action: 'DELETE /keys/{keyId}', target: made.body.data.id, status: 200 });
  });

  it('has what was refused, what failed, and what names anything at all', async () => {
    const { key } = (await api.connect.createSecretKey({ name: 'Narrow', scopes: ['proxy'] })).data;
    await api.call('DELETE', '/keys/some%00id%F0%9F%94%91', { token: key });
    expect((await latest())[0]).toMatchObject({ actor: { kind: 'key', name: 'Narrow' }, target: 'some\u{FFFD}id🔑', status: 403 });
    await api.call('POST', '/keys', { token: api.secretKey, json: { name: '' } });
    expect((await latest())[0]).toMatchObject({ action: 'POST /keys', status: 400 });
  });

  it('has neither what was only read, nor who proved nothing, nor what an end user did', async () => {
    const [before] = await latest();
    await get('/keys');
    await api.call('POST', '/keys', { token: 'latchkey_sk_wrong', json: {} });
    await proxy('/proxy/v1/environments');
    expect((await latest())[0]).toEqual(before);
  });

  it('has who signed in, who failed to, who signed out, and what they changed at the provider', async () => {
    await api.call('POST', '/console/api/session', { json: { password: 'wrong password' }, headers: { origin: new URL(api.url).origin } });
    const { headers } = await signInToConsole(api, PASSWORD);
    await api.call('DELETE', '/proxy/v1/environments/some?secret=value', {
      headers: { ...headers, 'provider-config-key': 'pingone-cc', 'connection-id': connectionId },
    });
    await api.call('DELETE', '/console/api/session', { headers });
    const entries = (await latest(4)).map(({ actor, action, target, status }) => [actor.name, action, target, status]);
    expect(entries).toEqual([
      ['Administrator', 'DELETE /console/api/session', null, 204],
      ['Administrator', 'DELETE /proxy/{path}', 'v1/environments/some', expect.any(Number)],
      ['Administrator', 'POST /console/api/session', 'password', 200],
      ['unknown', 'POST /console/api/session', '127.0.0.1', 401],
    ]);
  });

  it('goes on page by page, each entry once, whatever is written meanwhile', async () => {
    const whole = await latest(50);
    const seen: string[] = [];
    let cursor = '';
    do {
      const { data, next_cursor } = auditBody.parse((await get(`/audit?limit=3${cursor}`)).body);
      seen.push(...data.map(({ id }) => id));
      cursor = next_cursor === null ? '' : `&cursor=${next_cursor}`;
      await api.connect.rotateEncryptionKeys();
    } while (cursor !== '' && seen.length < whole.length);
    expect(seen.slice(0, whole.length)).toEqual(whole.map(({ id }) => id));
    expect((await latest())[0]).toMatchObject({ actor: { kind: 'process', name: 'process' }, action: 'POST /encryption/rotate' });
  });
});

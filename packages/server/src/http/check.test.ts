import { checkedConnection } from '@latchkey/protocol';
import type { SandboxEnvironment } from '@latchkey/sandbox';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ConnectionChange, Store, StoredConnection } from '../store/store.ts';
import { connectBody, startApi, type TestAnswer, type TestApi } from '../testing/start-api.ts';

let api: TestApi;
let store: Store;
let acme: SandboxEnvironment;
let sessionToken: string;
let connectionId: string;

beforeAll(async () => {
  api = await startApi({ wrapStore: (real) => (store = real) });
  [acme] = api.sandbox.environments as [SandboxEnvironment];
});
beforeEach(async () => {
  sessionToken = await api.startSession();
  const answer = await api.call('POST', '/connect/connections', { token: sessionToken, json: connectBody(acme) });
  connectionId = answer.body.data.connection_id;
});
afterEach(() => api.sandbox.clearScenario());
afterAll(() => api.close());

const path = (suffix = ''): string => `/connections/${connectionId}${suffix}?provider_config_key=pingone-cc`;
const check = (): Promise<TestAnswer> => api.call('POST', path('/check'), { token: api.secretKey });

async function stored(): Promise<StoredConnection> {
  const connection = await store.findConnection('pingone-cc', connectionId);
  if (connection === undefined) throw new Error('The connection is not there.');
  return connection;
}

async function change(values: ConnectionChange): Promise<void> {
  const { rowId, version } = await stored();
  await store.updateConnection(rowId, version, values, api.clock.now());
}

describe('POST /connections/{connectionId}/check', () => {
  it('answers with the connection as it is now, without its credentials', async () => {
    const connectedAt = api.clock.now();
    expect((await stored()).lastCheckedAt).toEqual(connectedAt);
    api.clock.advance(60_000);
    const answer = await check();
    expect(answer.status).toBe(200);
    expect(checkedConnection.parse(answer.body)).toEqual(answer.body);
    expect(answer.body).toMatchObject({
      connection_id: connectionId,
      status: 'active',
      environment: { id: acme.environmentId, name: 'Acme Production', type: 'PRODUCTION', region: 'NA' },
    });
    expect(Date.parse(answer.body.last_checked_at)).toBe(api.clock.now().getTime());
    expect(answer.body.access).toHaveLength(4);
    expect(answer.text).not.toContain('eyJ');
    const opened = await api.call('GET', path(), { token: api.secretKey });
    expect(opened.body.last_checked_at).toBe(answer.body.last_checked_at);
  });

  it('notices roles that were taken away and given back, and keeps the name of the environment', async () => {
    const isAllowed = ({ body }: TestAnswer) => body.access.map(({ allowed }: { allowed: boolean }) => allowed);
    api.sandbox.setScenario('weak_roles');
    expect(isAllowed(await check())).toEqual([true, false, true, true]);
    expect((await stored()).access.filter(({ allowed }) => !allowed).map(({ name }) => name)).toEqual(['read_users']);
    api.sandbox.clearScenario();
    expect(isAllowed(await check())).toEqual([true, true, true, true]);
    expect((await stored()).environment).toEqual({
      id: acme.environmentId,
      name: 'Acme Production',
      type: 'PRODUCTION',
      region: 'NA',
      organizationId: acme.organizationId,
    });
  });

  it('notices a secret that was rotated while the token is still good, stores that, and explains it', async () => {
    api.sandbox.setScenario('secret_rotated');
    const answer = await check();
    expect([answer.status, answer.body.error.code]).toEqual([424, 'invalid_credentials']);
    expect(answer.body.error.errors).toEqual([expect.objectContaining({ code: 'wrong_client_secret', path: ['client_secret'] })]);
    expect(await stored()).toMatchObject({ status: 'needs_reconnect', error: { code: 'wrong_client_secret' } });
    api.sandbox.clearScenario();
    expect((await check()).body).toMatchObject({ status: 'active', errors: [] });
  });

  it('stores nothing when nothing was found out, and says why', async () => {
    const before = await stored();
    api.clock.advance(60_000);
    api.sandbox.setScenario('provider_unavailable', { step: 'api' });
    const answer = await check();
    expect([answer.status, answer.body.error.code, answer.body.error.retryable]).toEqual([502, 'provider_unavailable', true]);
    const { access, environment, lastCheckedAt, status } = await stored();
    expect({ access, environment, lastCheckedAt, status }).toEqual({
      access: before.access,
      environment: before.environment,
      lastCheckedAt: before.lastCheckedAt,
      status: 'active',
    });
  });

  it('does not take what it found out about the old credential for the new one', async () => {
    const token = (await api.connect.createReconnectSession({ connection_id: connectionId, integration_id: 'pingone-cc' })).data.token;
    const weak = acme.workers.find(({ name }) => name === 'Worker with weak roles');
    api.sandbox.setScenario('provider_rate_limited', { step: 'token', times: 1, clientId: acme.workers[0]?.clientId ?? '' });
    const json = { ...connectBody(acme, weak?.name) };
    const [checked] = await Promise.all([check(), api.call('POST', '/connect/connections', { token, json })]);
    expect(checked.status).toBe(200);
    expect((await stored()).access.map(({ allowed }) => allowed)).toEqual([true, false, false, false]);
  });

  it('asks for the integration, and tells it from an unknown connection', async () => {
    const codeOf = async (target: string) => {
      const { status, body } = await api.call('POST', target, { token: api.secretKey });
      return [status, body.error.code];
    };
    expect(await codeOf(`/connections/${connectionId}/check`)).toEqual([400, 'invalid_query_params']);
    expect(await codeOf(`/connections/${connectionId}/check?provider_config_key=nope`)).toEqual([400, 'unknown_provider_config']);
    expect(await codeOf('/connections/nope/check?provider_config_key=pingone-cc')).toEqual([404, 'unknown_connection']);
    expect(await codeOf('/connections/a%00b/check?provider_config_key=pingone-cc')).toEqual([404, 'unknown_connection']);
  });

  it('is a function in the same process, too', async () => {
    const connection = await api.connect.checkConnection({ integrationId: 'pingone-cc', connectionId });
    expect(Date.parse(connection.last_checked_at ?? '')).toBe(api.clock.now().getTime());
    await expect(api.connect.checkConnection({ integrationId: 'pingone-cc', connectionId: 'nope' })).rejects.toMatchObject({
      code: 'unknown_connection',
    });
  });
});

describe('A connection that is disabled', () => {
  beforeEach(() => change({ status: 'disabled' }));

  it.each([
    ['its token', () => api.call('GET', path(), { token: api.secretKey })],
    ['a new token', () => api.call('GET', `${path()}&force_refresh=true`, { token: api.secretKey })],
    ['a check', check],
    [
      'the API behind the proxy',
      () =>
        api.call('GET', '/proxy/v1/environments', {
          token: api.secretKey,
          headers: { 'provider-config-key': 'pingone-cc', 'connection-id': connectionId },
        }),
    ],
  ])('hands out nothing: not %s', async (_what, ask) => {
    const from = api.sandbox.requests.length;
    const answer = await ask();
    expect([answer.status, answer.body.error.code]).toEqual([403, 'connection_disabled']);
    expect(api.sandbox.requests.length).toBe(from);
  });

  it('is listed as what it is, and can be disconnected', async () => {
    const { connections } = await api.connect.listConnections({ connectionId });
    expect(connections[0]?.status).toBe('disabled');
    expect((await api.call('DELETE', path(), { token: api.secretKey })).status).toBe(200);
  });

  it('is not enabled by pressing Connect again', async () => {
    const answer = await api.call('POST', '/connect/connections', { token: sessionToken, json: connectBody(acme) });
    expect([answer.status, answer.body.error.code]).toEqual([403, 'connection_disabled']);
    expect((await stored()).status).toBe('disabled');
  });
});

describe('POST /connections/{connectionId}/refresh', () => {
  it('gets a new token, tells when it expires, and does not tell the token', async () => {
    const before = await stored();
    api.clock.advance(60_000);
    const answer = await api.call('POST', path('/refresh'), { token: api.secretKey });
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain('eyJ');
    const after = await stored();
    expect(after.sealedTokenSet).not.toBe(before.sealedTokenSet);
    expect(Date.parse(answer.body.token_expires_at)).toBe(after.tokenExpiresAt.getTime());
    expect(after.lastCheckedAt).toEqual(before.lastCheckedAt);
  });

  it('says what the provider refuses', async () => {
    api.sandbox.setScenario('wrong_client_secret');
    const answer = await api.call('POST', path('/refresh'), { token: api.secretKey });
    expect(answer).toMatchObject({ status: 424, body: { error: { code: 'invalid_credentials' } } });
  });
});

import type { SandboxEnvironment } from '@latchkey/sandbox';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectBody, startApi, type TestAnswer, type TestApi } from '../testing/start-api.ts';

let api: TestApi;
let acme: SandboxEnvironment;
let connectionId: string;
beforeAll(async () => {
  api = await startApi({ options: { requestTimeoutMs: 400 } });
  [acme] = api.sandbox.environments as [SandboxEnvironment];
});
beforeEach(async () => {
  const answer = await api.call('POST', '/connect/connections', { token: await api.startSession(), json: connectBody(acme) });
  connectionId = answer.body.data.connection_id;
});
afterEach(() => api.sandbox.clearScenario());
afterAll(() => api.close());

const get = (query = ''): Promise<TestAnswer> =>
  api.call('GET', `/connections/${connectionId}?provider_config_key=pingone-cc${query}`, { token: api.secretKey });
const tokenOf = async (query?: string): Promise<string> => (await get(query)).body.credentials.token;
const statusOf = async (): Promise<string> => {
  const { connections } = await api.connect.listConnections({ connectionId });
  return connections[0]!.status;
};
const countTokenRequests = (): number => api.sandbox.requests.filter(({ step }) => step === 'token').length;

describe('The token of a connection', () => {
  it('is the stored one until it is about to expire, and then a new one', async () => {
    const first = await tokenOf();
    api.clock.advance(3_299_000);
    const before = countTokenRequests();
    expect(await tokenOf()).toBe(first);
    expect(countTokenRequests()).toBe(before);
    api.clock.advance(291_000);
    const second = await get();
    expect(second.body.credentials.token).not.toBe(first);
    expect(Date.parse(second.body.credentials.expires_at) - api.clock.now().getTime()).toBe(3_600_000);
    expect(Date.parse(second.body.last_fetched_at)).toBe(api.clock.now().getTime());
  });

  it('is a new one when the caller insists', async () => {
    const first = await tokenOf();
    expect(await tokenOf('&force_refresh=false')).toBe(first);
    expect(await tokenOf('&force_refresh=true')).not.toBe(first);
    expect((await get('&force_refresh=maybe')).body.error.code).toBe('invalid_query_params');
  });

  it('is fetched once for all who ask at the same time', async () => {
    api.clock.advance(3_600_000);
    const before = countTokenRequests();
    const tokens = await Promise.all(Array.from({ length: 20 }, () => tokenOf()));
    expect(new Set(tokens).size).toBe(1);
    expect(countTokenRequests()).toBe(before + 1);
  });

  it('is fetched with the method that is known to work', async () => {
    const basic = await api.call('POST', '/connect/connections', {
      token: await api.startSession(),
      json: connectBody(acme, 'Worker with Basic'),
    });
    connectionId = basic.body.data.connection_id;
    const before = countTokenRequests();
    await tokenOf('&force_refresh=true');
    expect(countTokenRequests()).toBe(before + 1);
  });

  it('is fetched with the other method when the application was changed, and that one is remembered', async () => {
    api.sandbox.setScenario('auth_method_basic');
    expect((await get('&force_refresh=true')).status).toBe(200);
    const before = countTokenRequests();
    expect((await get('&force_refresh=true')).status).toBe(200);
    expect(countTokenRequests()).toBe(before + 1);
  });
});

describe('A provider that fails for now', () => {
  it.each(['provider_unavailable', 'provider_unreachable', 'provider_timeout', 'provider_answer_invalid'])(
    'by %s does no harm while the token lives, and is named when it does not',
    async (scenario) => {
      const first = await tokenOf();
      api.clock.advance(3_570_000);
      api.sandbox.setScenario(scenario, { step: 'token' });
      expect(await tokenOf()).toBe(first);
      api.clock.advance(60_000);
      const answer = await get();
      expect([answer.body.error.code, answer.body.error.retryable]).toEqual([scenario, true]);
      expect(answer.status).toBeGreaterThanOrEqual(502);
      expect(await statusOf()).toBe('active');
      api.sandbox.clearScenario();
      // Until the pause is over, the trouble that is known is told without asking.
      const waiting = await get();
      expect([waiting.body.error.code, waiting.body.error.retry_after]).toEqual([scenario, expect.any(Number)]);
      api.clock.advance(waiting.body.error.retry_after * 1000);
      const recovered = await get();
      expect([recovered.status, recovered.body.errors]).toEqual([200, []]);
    },
  );
});

describe('A provider that refuses for good', () => {
  it('makes the connection need a reconnect, and says why', async () => {
    api.sandbox.setScenario('secret_rotated');
    const answer = await get('&force_refresh=true');
    expect([answer.status, answer.body.error.code]).toEqual([424, 'invalid_credentials']);
    expect(answer.body.error.message).toContain('does not accept the client secret');
    expect(answer.body.error.errors).toEqual([expect.objectContaining({ code: 'wrong_client_secret', path: ['client_secret'] })]);
    const { connections } = await api.connect.listConnections({ connectionId });
    expect(connections[0]).toMatchObject({
      status: 'needs_reconnect',
      errors: [{ type: 'auth', code: 'wrong_client_secret', remedy: expect.any(String) }],
    });
  });

  it('is not asked again until the caller insists', async () => {
    api.sandbox.setScenario('secret_rotated');
    const refused = await get('&force_refresh=true');
    const before = countTokenRequests();
    api.clock.advance(30 * 24 * 3_600_000);
    const later = await get();
    expect([later.status, later.body.error.message, later.body.error.errors]).toEqual([
      424,
      refused.body.error.message,
      refused.body.error.errors,
    ]);
    expect(countTokenRequests()).toBe(before);
    expect((await get('&force_refresh=true')).status).toBe(424);
    expect(countTokenRequests()).toBeGreaterThan(before);
  });

  it('is believed when it accepts the credential again', async () => {
    api.sandbox.setScenario('application_disabled');
    await get('&force_refresh=true');
    expect(await statusOf()).toBe('needs_reconnect');
    api.sandbox.clearScenario();
    const answer = await get('&force_refresh=true');
    expect([answer.status, answer.body.status, answer.body.errors]).toEqual([200, 'active', []]);
    expect((await get()).status).toBe(200);
  });

  it('is put right when the end user connects again in the same session', async () => {
    const token = await api.startSession();
    const connected = await api.call('POST', '/connect/connections', { token, json: connectBody(acme) });
    connectionId = connected.body.data.connection_id;
    api.sandbox.setScenario('secret_rotated');
    await get('&force_refresh=true');
    const secret = acme.workers[0]!.clientSecret;
    const again = await api.call('POST', '/connect/connections', {
      token,
      json: connectBody(acme, 'Worker with Post', { client_secret: `${secret.slice(0, -8)}-rotated` }),
    });
    expect([again.status, again.body.data.connection_id, again.body.data.status]).toEqual([201, connectionId, 'active']);
    expect((await get()).status).toBe(200);
  });
});

describe('A connection that is deleted while its token is fetched', () => {
  it('stays deleted', async () => {
    api.sandbox.setScenario('provider_rate_limited', { step: 'token', times: 1 });
    const [answer] = await Promise.all([
      get('&force_refresh=true'),
      api.connect.deleteConnection({ integrationId: 'pingone-cc', connectionId }),
    ]);
    expect([answer.status, answer.body.error.code]).toEqual([404, 'unknown_connection']);
    expect((await api.connect.listConnections({ connectionId })).connections).toEqual([]);
  });
});

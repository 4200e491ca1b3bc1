import type { SandboxEnvironment } from '@latchkey/sandbox';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectBody, startApi, type TestAnswer, type TestApi } from '../testing/start-api.ts';
import { startReceiver, type TestReceiver } from '../testing/start-receiver.ts';

let api: TestApi;
let receiver: TestReceiver;
let acme: SandboxEnvironment;
let connectionId: string;
/** What happens just before what came of a refresh is stored. */
let beforeRelease: (() => Promise<unknown>) | undefined;

beforeAll(async () => {
  receiver = await startReceiver();
  api = await startApi({
    options: { webhookTargets: 'any' },
    wrapStore: (real) => ({
      ...real,
      releaseLease: async (...release) => {
        const act = beforeRelease;
        beforeRelease = undefined;
        await act?.();
        return real.releaseLease(...release);
      },
    }),
  });
  [acme] = api.sandbox.environments as [SandboxEnvironment];
});
beforeEach(async () => {
  const answer = await api.call('POST', '/connect/connections', { token: await api.startSession(), json: connectBody(acme) });
  connectionId = answer.body.data.connection_id;
});
afterEach(() => api.sandbox.clearScenario());
afterAll(async () => {
  await api.close();
  await receiver.close();
});

const call = (method: string, path = '', query = '', json?: unknown): Promise<TestAnswer> =>
  api.call(method, `/connections/${connectionId}${path}?provider_config_key=pingone-cc${query}`, {
    token: api.secretKey,
    ...(json !== undefined && { json }),
  });
const setStatus = async (status: 'active' | 'disabled'): Promise<void> =>
  expect((await call('PATCH', '', '', { status })).status).toBe(200);
const statusOf = async (): Promise<string | undefined> => (await api.connect.listConnections({ connectionId })).connections[0]?.status;
const outcome = ({ status, body }: TestAnswer): unknown[] => [status, body.error?.code];

describe('A connection that is switched off', () => {
  it('hands out nothing, and hands out again what it did when it is switched on', async () => {
    await setStatus('disabled');
    expect(await statusOf()).toBe('disabled');
    expect(outcome(await call('GET'))).toEqual([403, 'connection_disabled']);
    expect(outcome(await call('POST', '/check'))).toEqual([403, 'connection_disabled']);
    await setStatus('disabled');
    await setStatus('active');
    expect(await call('GET')).toMatchObject({ status: 200, body: { status: 'active', credentials: { type: 'OAUTH2_CC' } } });
  });

  it('needs a reconnect again, if it did before', async () => {
    api.sandbox.setScenario('secret_rotated');
    expect(outcome(await call('GET', '', '&force_refresh=true'))).toEqual([424, 'invalid_credentials']);
    await setStatus('active');
    expect(await statusOf()).toBe('needs_reconnect');
    await setStatus('disabled');
    expect(await statusOf()).toBe('disabled');
    await setStatus('active');
    expect(await statusOf()).toBe('needs_reconnect');
  });

  it('was only waiting for a provider that failed for now, and is active again', async () => {
    api.sandbox.setScenario('provider_unavailable', { step: 'token' });
    await call('GET', '', '&force_refresh=true');
    await setStatus('disabled');
    await setStatus('active');
    expect(await statusOf()).toBe('active');
  });

  it('stays so when a refresh was under way that is refused, and is told of nothing else', async () => {
    const webhook = await api.call('POST', '/webhooks', { token: api.secretKey, json: { url: receiver.url } });
    api.sandbox.setScenario('secret_rotated');
    beforeRelease = () => setStatus('disabled');
    await call('GET', '', '&force_refresh=true');
    expect(await statusOf()).toBe('disabled');
    await setStatus('active');
    expect(await statusOf()).toBe('needs_reconnect');
    const posts = await receiver.received(2);
    expect(posts.map(({ body }) => JSON.parse(body)).map(({ type, data }) => [type, data.status])).toEqual([
      ['connection.updated', 'disabled'],
      ['connection.updated', 'needs_reconnect'],
    ]);
    await api.call('DELETE', `/webhooks/${webhook.body.data.id}`, { token: api.secretKey });
  });

  it('stays so when a refresh was under way that succeeds, and the new token is not handed out', async () => {
    beforeRelease = () => setStatus('disabled');
    expect(outcome(await call('GET', '', '&force_refresh=true'))).toEqual([403, 'connection_disabled']);
    expect(await statusOf()).toBe('disabled');
    await setStatus('active');
    expect((await call('GET')).status).toBe(200);
  });

  it('is not switched on by a refresh that was under way when it needed a reconnect', async () => {
    api.sandbox.setScenario('secret_rotated');
    await call('GET', '', '&force_refresh=true');
    api.sandbox.clearScenario();
    beforeRelease = () => setStatus('disabled');
    expect(outcome(await call('GET', '', '&force_refresh=true'))).toEqual([403, 'connection_disabled']);
    expect(await statusOf()).toBe('disabled');
    await setStatus('active');
    expect(await statusOf()).toBe('active');
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectBody, startApi, type TestAnswer, type TestApi } from '../testing/start-api.ts';

let folder: string;
/** Called once, while the provider is asked for a token. */
let meanwhile: (() => Promise<unknown>) | undefined;
let api: TestApi;

/** Starts a server; another one on the same database has other integrations in its options. */
const start = (integrations?: () => []): Promise<TestApi> =>
  startApi({
    options: {
      database: join(folder, 'latchkey.db'),
      fetch: async (input, init) => {
        const work = new Request(input).url.endsWith('/as/token') ? meanwhile : undefined;
        if (work !== undefined) meanwhile = undefined;
        await work?.();
        return fetch(input, init);
      },
    },
    ...(integrations !== undefined && { integrations }),
  });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-'));
  meanwhile = undefined;
  api = await start();
});
afterEach(async () => {
  await api.close();
  await rm(folder, { recursive: true });
});

const call = (method: string, path: string, json?: unknown): Promise<TestAnswer> =>
  api.call(method, path, { token: api.secretKey, ...(json !== undefined && { json }) });
const outcome = ({ status, body }: TestAnswer): unknown[] => [status, body.error?.code];
const connect = async (integrationId: string): Promise<TestAnswer> =>
  api.call('POST', '/connect/connections', {
    token: await api.startSession(),
    json: { ...connectBody(api.sandbox.environments[0]!), integration_id: integrationId },
  });
const importThrough = (integrationId: string): Promise<TestAnswer> => {
  const { connection_config, credentials } = connectBody(api.sandbox.environments[0]!);
  const json = { provider_config_key: integrationId, connection_config, credentials: { type: 'OAUTH2_CC', ...credentials } };
  return call('POST', '/connections', json);
};
const listed = async (): Promise<unknown[]> => (await call('GET', '/connections')).body.connections;

describe('A connection whose integration is deleted while it is made', () => {
  it.each([
    ['deleted', () => call('DELETE', '/integrations/mine')],
    ['given another id', () => call('PATCH', '/integrations/mine', { unique_key: 'renamed' })],
  ])('or %s, is not kept', async (_what, change) => {
    await call('POST', '/integrations', { provider: 'pingone-cc', unique_key: 'mine' });
    meanwhile = async () => expect((await change()).status).toBe(200);
    expect(outcome(await connect('mine'))).toEqual([404, 'unknown_integration']);
    expect(await listed()).toEqual([]);
  });

  it('is not kept when it is imported', async () => {
    await call('POST', '/integrations', { provider: 'pingone-cc', unique_key: 'mine' });
    meanwhile = () => call('DELETE', '/integrations/mine');
    expect(outcome(await importThrough('mine'))).toEqual([400, 'unknown_provider_config']);
    expect(await listed()).toEqual([]);
  });
});

describe('A connection whose integration is not named by the options any more', () => {
  it('can be deleted, once', async () => {
    const { connection_id } = (await connect('pingone-cc')).body.data;
    await api.close();
    api = await start(() => []);
    const path = `/connections/${connection_id}?provider_config_key=pingone-cc`;
    expect(outcome(await call('GET', path))).toEqual([400, 'unknown_provider_config']);
    expect(await listed()).toHaveLength(1);
    expect((await call('DELETE', path)).status).toBe(200);
    expect(await listed()).toEqual([]);
    expect(outcome(await call('DELETE', path))).toEqual([400, 'unknown_provider_config']);
  });
});

import { readFileSync } from 'node:fs';
import { createLatchkey, type Latchkey } from '@latchkey/node';
import { Nango } from '@nangohq/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWorker, startServer, type RunningServer } from './start-server.ts';

/**
 * What another client of this wire sees, unmodified but for its host: providers, integrations and sessions; which of its methods are driven and
 * where, and what becomes of those that Latchkey does not serve. `@latchkey/node` must see the same.
 */
let server: RunningServer;
let latchkey: Latchkey;
let nango: Nango;

beforeAll(async () => {
  server = await startServer({ hostedPage: true });
  latchkey = createLatchkey({ apiUrl: server.apiUrl, secretKey: server.secretKey, retries: 0 });
  nango = new Nango({ host: server.apiUrl, apiKey: server.secretKey });
});
afterAll(() => server.close());

/** What the client throws: it maps nothing, so its callers read the answer. */
const refusal = (status: number, code: string) => ({ name: 'AxiosError', response: { status, data: { error: { code } } } });

describe('The client', () => {
  /** Where each method is driven. `listConnections` and `getConnection` are driven in each of their forms. */
  const driven: Readonly<Record<string, readonly (keyof Nango)[]>> = {
    'published-client.test.ts': [
      'listProviders',
      'getProvider',
      'listIntegrations',
      'getIntegration',
      'createIntegration',
      'updateIntegration',
      'deleteIntegration',
      'createConnectSession',
      'createReconnectSession',
    ],
    'published-client-connections.test.ts': [
      'listConnections',
      'getConnection',
      'getToken',
      'getRawTokenResponse',
      'getMetadata',
      'setMetadata',
      'updateMetadata',
      'patchConnection',
      'deleteConnection',
      'waitForConnection',
    ],
    'published-client-proxy.test.ts': ['proxy', 'get', 'post', 'put', 'patch', 'delete'],
    'webhooks.test.ts': ['verifyIncomingWebhookRequest'],
  };

  /** What Latchkey has not: syncs, records, actions, functions and environment variables. */
  const notServed: Partial<Record<keyof Nango, () => Promise<unknown>>> = {
    createQuickstartIntegration: () => nango.createQuickstartIntegration({ provider: 'pingone-cc', unique_key: 'quick' }),
    getProviderTemplates: () => nango.getProviderTemplates({ provider: 'pingone-cc' }),
    listFunctions: () => nango.listFunctions({ uniqueKey: 'pingone-cc' }),
    getFunction: () => nango.getFunction({ uniqueKey: 'pingone-cc', name: 'f' }),
    getFunctionCode: () => nango.getFunctionCode({ uniqueKey: 'pingone-cc', name: 'f' }),
    deleteFunction: () => nango.deleteFunction({ uniqueKey: 'pingone-cc', name: 'f' }, { type: 'sync' }),
    getScriptsConfig: () => nango.getScriptsConfig(),
    listRecords: () => nango.listRecords({ providerConfigKey: 'pingone-cc', connectionId: 'c', model: 'm' }),
    pruneRecords: () => nango.pruneRecords({ providerConfigKey: 'pingone-cc', connectionId: 'c', model: 'm', untilCursor: 'u' }),
    triggerSync: () => nango.triggerSync('pingone-cc', ['s'], 'c'),
    startSync: () => nango.startSync('pingone-cc', ['s'], 'c'),
    pauseSync: () => nango.pauseSync('pingone-cc', ['s'], 'c'),
    syncStatus: () => nango.syncStatus('pingone-cc', '*', 'c'),
    updateSyncConnectionFrequency: () => nango.updateSyncConnectionFrequency('pingone-cc', 's', 'c', null),
    createSyncVariant: () => nango.createSyncVariant({ provider_config_key: 'pingone-cc', connection_id: 'c', name: 's', variant: 'v' }),
    deleteSyncVariant: () => nango.deleteSyncVariant({ provider_config_key: 'pingone-cc', connection_id: 'c', name: 's', variant: 'v' }),
    getEnvironmentVariables: () => nango.getEnvironmentVariables(),
    triggerAction: () => nango.triggerAction('pingone-cc', 'c', 'a'),
    triggerActionAsync: () => nango.triggerActionAsync('pingone-cc', 'c', 'a'),
    getAsyncActionResult: () => nango.getAsyncActionResult({ id: 'a' }),
  };

  it('has no method but those that are driven, those that are not served, and its inner ones', () => {
    const inner = ['constructor', '_triggerAction', '_verifyWebhookSignatureImpl', 'getConnectionDetails', 'enrichHeaders'];
    // It asks nothing of a server; the weaker signature that it wants is not sent, as `webhooks.test.ts` holds.
    const unsigned = 'verifyWebhookSignature' satisfies keyof Nango;
    const declared = [...Object.values(driven).flat(), ...Object.keys(notServed), unsigned, ...inner];
    expect(Object.getOwnPropertyNames(Nango.prototype).toSorted()).toEqual(declared.toSorted());
  });

  it.each(Object.entries(driven))('is driven in %s as is said here', (file, methods) => {
    const source = readFileSync(new URL(file, import.meta.url), 'utf8');
    expect(methods.filter((method) => !new RegExp(`\\bnango\\.${method}[(<]`).test(source))).toEqual([]);
  });

  it.each(Object.entries(notServed))('gets a clean 404 for %s', async (_method, call) => {
    await expect(call()).rejects.toMatchObject(refusal(404, 'not_found'));
  });

  it.each([
    ['unknown_account', 'latchkey_sk_of-somebody-else'],
    ['unknown_account', '3a5f1c52-6a0e-4b0c-9f0e-0d6f6f1f2f11'],
  ])('is told %s for the key %s', async (code, apiKey) => {
    const stranger = new Nango({ host: server.apiUrl, apiKey });
    await expect(stranger.listIntegrations()).rejects.toMatchObject(refusal(401, code));
  });

  it('takes the key by its older name, and a slash at the end of its host', async () => {
    const older = new Nango({ host: `${server.apiUrl}/`, secretKey: server.secretKey });
    expect(await older.listIntegrations()).toEqual(await nango.listIntegrations());
  });
});

describe('Providers', () => {
  it('are listed, searched and got', async () => {
    const all = await nango.listProviders({});
    const found = await nango.listProviders({ search: 'pingone-cc' });
    const { data: one } = await nango.getProvider({ provider: 'pingone-cc' });
    expect(all.data.map(({ name }) => name)).toEqual((await latchkey.providers.list()).map(({ id }) => id));
    expect(found.data).toEqual([one]);
    expect(one).toMatchObject({ name: 'pingone-cc', auth_mode: 'OAUTH2_CC', proxy: { base_url: expect.stringContaining('api.pingone') } });
    expect((await latchkey.providers.get('pingone-cc')).displayName).toBe(one.display_name);
    await expect(nango.getProvider({ provider: 'nope' })).rejects.toMatchObject(refusal(404, 'not_found'));
  });
});

describe('Integrations', () => {
  it('that options name are listed and got', async () => {
    const { configs } = await nango.listIntegrations();
    expect(configs).toEqual([expect.objectContaining({ unique_key: 'pingone-cc', provider: 'pingone-cc' })]);
    const { data: plain } = await nango.getIntegration({ uniqueKey: 'pingone-cc' });
    expect(plain).toEqual(configs[0]);
    // Of several, the client sends the last one.
    const { data: whole } = await nango.getIntegration({ uniqueKey: 'pingone-cc' }, { include: ['webhook', 'credentials'] });
    expect(whole).toEqual({ ...plain, credentials: null });
    expect(await latchkey.integrations.list()).toEqual([
      { integrationId: 'pingone-cc', provider: 'pingone-cc', displayName: plain.display_name },
    ]);
    await expect(nango.getIntegration({ uniqueKey: 'nope' })).rejects.toMatchObject(refusal(404, 'not_found'));
  });

  it('are made, read with their client, changed and deleted', async () => {
    const credentials = { type: 'OAUTH2', client_id: 'client-1', client_secret: 'secret-1', scopes: 'openid,p1:read:user' } as const;
    const { data: created } = await nango.createIntegration({ provider: 'pingone', unique_key: 'made', display_name: 'Made', credentials });
    expect(created).toEqual({
      unique_key: 'made',
      provider: 'pingone',
      display_name: 'Made',
      logo: null,
      forward_webhooks: false,
      created_at: expect.stringMatching(/Z$/),
      updated_at: expect.stringMatching(/Z$/),
    });
    const { data: shown } = await nango.getIntegration({ uniqueKey: 'made' }, { include: ['credentials'] });
    expect(shown.credentials).toEqual({ ...credentials, webhook_secret: null });
    expect(await latchkey.integrations.getWithClient('made')).toMatchObject({
      displayName: 'Made',
      client: { clientId: 'client-1' },
      scopes: ['openid', 'p1:read:user'],
    });

    await expect(nango.createIntegration({ provider: 'pingone', unique_key: 'made', credentials })).rejects.toMatchObject({
      response: { status: 400, data: { error: { code: 'invalid_body', errors: [{ path: ['uniqueKey'] }] } } },
    });
    const { data: updated } = await nango.updateIntegration({ uniqueKey: 'made' }, { unique_key: 'made2', display_name: 'Made too' });
    expect(updated).toMatchObject({ unique_key: 'made2', display_name: 'Made too', created_at: created.created_at });
    expect(await latchkey.integrations.get('made2')).toMatchObject({ displayName: 'Made too' });
    expect(await nango.deleteIntegration('made2')).toMatchObject({ status: 200, data: { success: true } });
    await expect(nango.deleteIntegration('made2')).rejects.toMatchObject(refusal(404, 'not_found'));
  });

  it('without an OAuth client are made without credentials', async () => {
    const { data } = await nango.createIntegration({ provider: 'pingone-cc', unique_key: 'workers', forward_webhooks: false });
    expect(data).toMatchObject({ unique_key: 'workers', provider: 'pingone-cc' });
    expect(await latchkey.integrations.get('workers')).toMatchObject({ provider: 'pingone-cc' });
    await nango.deleteIntegration('workers');
  });
});

describe('Connect sessions', () => {
  const connect = (token: string) =>
    fetch(`${server.apiUrl}/connect/session`, { headers: { authorization: `Bearer ${token}` } }).then((answer) => answer.json());

  it('are started for whoever connects', async () => {
    const { data } = await nango.createConnectSession({
      end_user: { id: 'ada', display_name: 'Ada', email: 'ada@acme.example', tags: { team: 'red' } },
      organization: { id: 'acme', display_name: 'Acme' },
      tags: { Plan: 'gold' },
      allowed_integrations: ['pingone-cc'],
      integrations_config_defaults: { 'pingone-cc': { connection_config: { tld: 'eu' } } },
    });
    expect(data.connect_link).toBe(`${server.apiUrl}/link#session_token=${data.token}`);
    expect(new Date(data.expires_at).getTime()).toBeGreaterThan(Date.now());
    expect((await connect(data.token)).data).toMatchObject({
      end_user: { id: 'ada', display_name: 'Ada' },
      organization: { id: 'acme', display_name: 'Acme' },
      integrations: [{ integration_id: 'pingone-cc', connection_config: { tld: 'eu' } }],
    });
    const nobody = nango.createConnectSession({ end_user: { id: 'ada', email: 'nobody' } });
    await expect(nobody).rejects.toMatchObject(refusal(400, 'invalid_body'));
  });

  it('are started to reconnect', async () => {
    const { connectionConfig, credentials } = readWorker(server.sandbox);
    const { connectionId } = await latchkey.connections.import({ integrationId: 'pingone-cc', connectionConfig, credentials });
    const { data } = await nango.createReconnectSession({ connection_id: connectionId, integration_id: 'pingone-cc' });
    expect((await connect(data.token)).data.reconnect).toMatchObject({ connection_id: connectionId });
    const unknown = nango.createReconnectSession({ connection_id: 'nope', integration_id: 'pingone-cc' });
    await expect(unknown).rejects.toMatchObject(refusal(404, 'unknown_connection'));
  });
});

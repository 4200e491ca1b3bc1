import { inspect } from 'node:util';
import { createLatchkey, LatchkeyError, type ConnectionWithToken, type Latchkey } from '@latchkey/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readWorker, startServer, type RunningServer } from './start-server.ts';

let server: RunningServer;
let latchkey: Latchkey;
beforeAll(async () => {
  server = await startServer({ hostedPage: true });
  latchkey = createLatchkey({ apiUrl: server.apiUrl, secretKey: server.secretKey, retries: 0 });
});
afterEach(() => server.sandbox.clearScenario());
afterAll(() => server.close());

const integrationId = 'pingone-cc';

async function connectOne(extra: Partial<Parameters<Latchkey['connections']['import']>[0]> = {}): Promise<ConnectionWithToken> {
  const { connectionConfig, credentials } = readWorker(server.sandbox);
  return latchkey.connections.import({ integrationId, connectionConfig, credentials, ...extra });
}

describe('Connections', () => {
  it('are imported, got, listed, changed, checked and forgotten', async () => {
    const imported = await connectOne({
      connectionId: 'acme/1 ü',
      endUser: { id: 'ada', displayName: 'Ada', email: 'ada@acme.example' },
      organization: { id: 'acme', displayName: 'Acme' },
      tags: { plan: 'gold' },
      metadata: { from: 'elsewhere' },
    });
    const key = { integrationId, connectionId: imported.connectionId };
    expect(imported).toMatchObject({ ...key, status: 'active', endUser: { id: 'ada' }, organization: { id: 'acme', displayName: 'Acme' } });

    const got = await latchkey.connections.get(key);
    expect(got).toMatchObject({
      ...key,
      id: imported.id,
      environment: { name: 'Acme Production', region: 'NA' },
      metadata: { from: 'elsewhere' },
    });
    expect(got.credentials.accessToken).toBe(imported.credentials.accessToken);
    expect(got.credentials.expiresAt.getTime()).toBeGreaterThan(Date.now());
    const forced = await latchkey.connections.get(key, { forceRefresh: true });
    expect(forced.credentials.accessToken).not.toBe(got.credentials.accessToken);

    const found = {
      integrationId: [integrationId],
      endUserId: 'ada',
      organizationId: 'acme',
      tags: { PLAN: 'gold' },
      search: 'acme',
      status: 'active',
      sort: '-updated',
    } as const;
    const { value: listed } = await latchkey.connections.list(found).next();
    expect(listed).toMatchObject({
      ...key,
      environment: { name: 'Acme Production' },
      updatedAt: expect.any(Date),
      lastCheckedAt: expect.any(Date),
    });

    await latchkey.connections.update(key, { endUser: { id: 'grace' }, tags: { plan: 'silver' } });
    await latchkey.connections.setMetadata(key, { a: 1 });
    await latchkey.connections.mergeMetadata({ integrationId, connectionId: [key.connectionId] }, { b: 2 });
    const checked = await latchkey.connections.check(key);
    expect(checked).toMatchObject({ endUser: { id: 'grace' }, tags: { plan: 'silver' }, metadata: { a: 1, b: 2 } });
    expect(checked.access.every(({ allowed }) => allowed)).toBe(true);
    expect(checked.lastCheckedAt?.getTime()).toBeGreaterThanOrEqual(imported.lastCheckedAt?.getTime() ?? Infinity);

    await latchkey.connections.update(key, { status: 'disabled' });
    await expect(latchkey.connections.get(key)).rejects.toMatchObject({ code: 'connection_disabled', status: 403 });
    await latchkey.connections.update(key, { status: 'active' });
    expect(await latchkey.connections.get(key)).toMatchObject({ status: 'active', tags: { plan: 'silver' } });

    await latchkey.connections.delete(key);
    await expect(latchkey.connections.get(key)).rejects.toMatchObject({ code: 'unknown_connection', status: 404 });
    await expect(latchkey.connections.delete(key)).rejects.toMatchObject({ code: 'unknown_connection' });
  });

  it('whose credential is refused for good say that the end user must connect again', async () => {
    const { connectionId } = await connectOne();
    server.sandbox.setScenario('wrong_client_secret');
    const error: unknown = await latchkey.connections
      .get({ integrationId, connectionId }, { forceRefresh: true })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(LatchkeyError);
    expect(error).toMatchObject({ code: 'invalid_credentials', status: 424, retryable: false });
    const { value: listed } = await latchkey.connections.list({ connectionId }).next();
    expect(listed).toMatchObject({ status: 'needs_reconnect', errors: [{ remedy: expect.any(String) }] });
  });

  it('that cannot be imported say which field is wrong', async () => {
    const { connectionConfig } = readWorker(server.sandbox);
    const { credentials } = readWorker(server.sandbox);
    const wrong = { ...credentials, clientSecret: 'x'.repeat(64) };
    await expect(latchkey.connections.import({ integrationId, connectionConfig, credentials: wrong })).rejects.toMatchObject({
      status: 422,
      field: 'client_secret',
      remedy: expect.stringMatching(/\w/),
      requestId: expect.stringMatching(/^[\w-]+$/),
    });
  });
});

describe('Connect sessions', () => {
  it('are started for new connections and for one that is there', async () => {
    const { connectionId } = await connectOne();
    const endUser = { id: 'ada', displayName: 'Ada', tags: { team: 'red' } };
    const created = await latchkey.connectSessions.create({ endUser, organization: { id: 'acme' }, allowedIntegrations: [integrationId] });
    const reconnect = await latchkey.connectSessions.createReconnect({ integrationId, connectionId });
    for (const { token, expiresAt } of [created, reconnect]) {
      expect(token).toMatch(/^latchkey_connect_session_[0-9a-f]{64}$/);
      expect(expiresAt.getTime()).toBeGreaterThan(Date.now());
    }
    expect(created.connectLink).toBe(`${server.apiUrl}/link#session_token=${created.token}`);
    const unknown = latchkey.connectSessions.createReconnect({ integrationId, connectionId: 'nope' });
    await expect(unknown).rejects.toMatchObject({ code: 'unknown_connection' });
    await expect(latchkey.connectSessions.create({})).rejects.toMatchObject({ code: 'invalid_body', errors: [{ path: ['end_user'] }] });
  });

  it('take what is known already to the form, and keep the secret of a client from it', async () => {
    await latchkey.integrations.create({ integrationId: 'sign-on-here', provider: 'pingone' });
    const { environmentId, tld } = readWorker(server.sandbox).connectionConfig;
    const { token } = await latchkey.connectSessions.create({
      endUser: { id: 'ada' },
      allowedIntegrations: ['sign-on-here'],
      integrationDefaults: {
        'sign-on-here': {
          connectionConfig: { environmentId, tld },
          client: { clientId: 'client-1', clientSecret: 'canary-secret' },
          scopes: ['openid', 'p1:read:user'],
        },
      },
    });
    const answer = await fetch(`${server.apiUrl}/connect/session`, { headers: { authorization: `Bearer ${token}` } });
    const text = await answer.text();
    expect(JSON.parse(text).data.integrations).toMatchObject([
      { needs_client: false, scopes: ['openid', 'p1:read:user'], connection_config: { environmentId, tld } },
    ]);
    expect(text).not.toContain('canary');
    await latchkey.integrations.delete('sign-on-here');
  });
});

describe('Share links', () => {
  it('are made, listed and revoked, and told once', async () => {
    const endUser = { id: 'ada', displayName: 'Ada', email: 'ada@acme.example' };
    const created = await latchkey.shareLinks.create({
      integrationId,
      endUser,
      organization: { id: 'acme' },
      tags: { plan: 'gold' },
      expiresInSeconds: 3600,
      note: 'for Bob in IT',
    });
    expect(created.url).toMatch(/\/link#share=latchkey_link_[\w-]{43}$/);
    expect(created.expiresAt.getTime()).toBeLessThanOrEqual(Date.now() + 3_600_000);
    expect(inspect(created) + JSON.stringify({ ...created })).not.toContain('#share=');
    const { connectionId } = await connectOne();
    const again = await latchkey.shareLinks.create({ integrationId, connectionId });

    const links: unknown[] = [];
    for await (const link of latchkey.shareLinks.list()) links.push(link);
    expect(links).toMatchObject([
      { id: again.id, connectionId },
      {
        id: created.id,
        integrationId,
        endUser,
        organization: { id: 'acme', displayName: undefined },
        tags: { plan: 'gold' },
        state: 'open',
        expiresAt: created.expiresAt,
        openedAt: undefined,
        usedAt: undefined,
        connectionId: undefined,
        note: 'for Bob in IT',
      },
    ]);
    await latchkey.shareLinks.revoke(created.id);
    expect(await latchkey.shareLinks.list().next()).toMatchObject({ value: { id: again.id, state: 'open' } });
    await expect(latchkey.shareLinks.revoke('nope')).rejects.toMatchObject({ code: 'unknown_link', status: 404 });
    await expect(latchkey.shareLinks.create({ integrationId })).rejects.toMatchObject({ code: 'invalid_body' });
  });
});

describe('The live log', () => {
  it('tells what is done while it is watched, and is let go by whoever leaves the loop', async () => {
    const { connectionId } = await connectOne();
    const key = { integrationId, connectionId };
    const watched = latchkey.logs.watch({ type: 'refresh', connectionId });
    const first = watched.next();
    let heard = false;
    void first.finally(() => (heard = true));
    // What was done before the server had looked first is not told, so it is done until something is.
    await expect.poll(async () => latchkey.connections.refresh(key).then(() => heard), { timeout: 5000, interval: 100 }).toBe(true);
    const { value: operation } = await first;
    expect(operation).toMatchObject({ type: 'refresh', status: 'success', connectionId, startedAt: expect.any(Date) });
    expect(await latchkey.logs.get(operation!.operationId)).toMatchObject({ ...operation, messages: [{ method: 'POST' }] });
    await watched.return();
    expect(await watched.next()).toEqual({ done: true, value: undefined });
  });

  it('ends by the caller’s signal', async () => {
    const controller = new AbortController();
    const reason = new Error('The user went away.');
    const waiting = latchkey.logs.watch({}, { signal: controller.signal }).next();
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
  });
});

describe('The whole', () => {
  it('is counted, and told how it is set up', async () => {
    await connectOne();
    const now = Date.now();
    const { connections, requests } = await latchkey.overview.get({ from: new Date(now - 3_600_000), to: new Date(now) });
    expect(connections.total).toBe(connections.byIntegration.reduce((sum, one) => sum + one.active + one.needsReconnect + one.disabled, 0));
    expect(connections.byStatus.map(({ status }) => status)).toEqual(['active', 'needs_reconnect', 'disabled']);
    expect(requests.buckets.at(0)).toMatchObject({ at: expect.any(Date), p50Ms: undefined });
    await expect(latchkey.overview.get({ from: new Date(now), to: new Date(0) })).rejects.toMatchObject({ code: 'invalid_query_params' });

    expect(await latchkey.settings.get()).toMatchObject({
      publicUrl: server.apiUrl,
      redirectUri: `${server.apiUrl}/oauth/callback`,
      database: 'sqlite',
      connectSessionLifetimeSeconds: 1800,
      shareLinkLifetimeSeconds: 604_800,
    });
  });

  it('keeps who changed what', async () => {
    const { id } = await latchkey.keys.create({ name: 'Short-lived', scopes: ['proxy'] });
    await latchkey.keys.revoke(id);
    const { value: entry } = await latchkey.audit.list().next();
    expect(entry).toMatchObject({
      at: expect.any(Date),
      actor: { kind: 'key' },
      action: 'DELETE /keys/{keyId}',
      target: id,
      status: 200,
      requestId: expect.any(String),
    });
  });

  it('is sealed anew', async () => {
    const { currentKeyId, keys } = await latchkey.encryption.getState();
    expect(keys).toMatchObject([{ keyId: currentKeyId, sealedValues: expect.any(Number) }]);
    expect((await latchkey.encryption.rotate()).currentKeyId).toBe(currentKeyId);
    await expect.poll(async () => (await latchkey.encryption.getState()).rotation.state, { timeout: 5000 }).toBe('done');
  });
});

describe('Integrations and providers', () => {
  it('are listed and got', async () => {
    const integration = { integrationId, provider: 'pingone-cc', displayName: 'PingOne (Client Credentials)' };
    expect(await latchkey.integrations.list()).toEqual([integration]);
    expect(await latchkey.integrations.get(integrationId)).toEqual(integration);
    await expect(latchkey.integrations.get('nope')).rejects.toMatchObject({ code: 'not_found', status: 404 });

    const [provider] = await latchkey.providers.list({ search: 'pingone-cc' });
    expect(provider).toEqual(await latchkey.providers.get('pingone-cc'));
    expect(provider?.connectionConfig.map(({ name }) => name)).toEqual(['environmentId', 'tld']);
    expect(provider?.credentials).toMatchObject([
      { name: 'client_id', secret: false },
      { name: 'client_secret', secret: true },
    ]);
    await expect(latchkey.providers.get('nope')).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('The proxy', () => {
  it('reaches the API of the connection, and follows its pages', async () => {
    const { connectionId } = await connectOne();
    const key = { integrationId, connectionId };
    const { environment } = readWorker(server.sandbox);
    const home = `/v1/environments/${environment.environmentId}`;
    expect(await latchkey.proxy.get(home, key)).toMatchObject({ name: 'Acme Production' });

    const { count } = await latchkey.proxy.get<{ count: number }>(`${home}/users`, key);
    const ids = new Set<string>();
    for await (const { id } of latchkey.proxy.paginate<{ id: string }>(`${home}/users`, { ...key, query: { limit: 50 } })) ids.add(id);
    expect(ids.size).toBe(count);
    expect(count).toBeGreaterThan(50);

    const response = await latchkey.proxy.request('GET', home, key);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/hal+json;charset=UTF-8']);
  });

  it('tells the provider’s errors from Latchkey’s', async () => {
    const { connectionId } = await connectOne();
    const unknown = latchkey.proxy.get('/v1/environments/6f9619ff-8b86-4011-b42d-00c04fc964ff', { integrationId, connectionId });
    await expect(unknown).rejects.toMatchObject({ code: 'provider_api_error', status: 404, correlationId: expect.any(String) });
    await expect(latchkey.proxy.get('/v1/environments', { integrationId, connectionId: 'nope' })).rejects.toMatchObject({
      code: 'unknown_connection',
      status: 404,
    });
  });
});

describe('A wrong key or address', () => {
  it('is named', async () => {
    const stranger = createLatchkey({ apiUrl: server.apiUrl, secretKey: 'latchkey_sk_of-somebody-else' });
    await expect(stranger.integrations.list()).rejects.toMatchObject({ code: 'unknown_account', status: 401 });
    const elsewhere = createLatchkey({ apiUrl: server.sandbox.url, secretKey: server.secretKey, retries: 0 });
    await expect(elsewhere.integrations.list()).rejects.toMatchObject({ code: 'invalid_answer' });
    const nowhere = createLatchkey({ apiUrl: 'http://127.0.0.1:1', secretKey: server.secretKey, retries: 0 });
    await expect(nowhere.integrations.list()).rejects.toMatchObject({ code: 'unreachable' });
  });
});

describe('Integrations', () => {
  it('are made, got, changed and deleted', async () => {
    const client = { clientId: 'client-1', clientSecret: 'canary-secret' };
    const created = await latchkey.integrations.create({
      integrationId: 'sign-on',
      provider: 'pingone',
      client,
      scopes: ['openid', 'p1:read:user'],
    });
    expect(created).toMatchObject({ integrationId: 'sign-on', provider: 'pingone', createdAt: expect.any(Date) });
    expect(await latchkey.integrations.list()).toMatchObject([{ integrationId, createdAt: undefined }, created]);
    const shown = await latchkey.integrations.getWithClient('sign-on');
    expect([shown.client?.clientId, shown.client?.clientSecret, shown.scopes]).toEqual([
      'client-1',
      'canary-secret',
      ['openid', 'p1:read:user'],
    ]);
    expect(inspect(shown, { depth: 9 }) + JSON.stringify(shown)).not.toContain('canary');

    const renamed = await latchkey.integrations.update('sign-on', { integrationId: 'sign-in', displayName: 'Sign in', scopes: ['openid'] });
    expect(renamed).toMatchObject({ integrationId: 'sign-in', displayName: 'Sign in' });
    expect(await latchkey.integrations.getWithClient('sign-in')).toMatchObject({ client: { clientId: 'client-1' }, scopes: ['openid'] });
    await latchkey.integrations.update('sign-in', { client: null });
    expect(await latchkey.integrations.getWithClient('sign-in')).toMatchObject({ client: undefined, scopes: [] });
    await latchkey.integrations.delete('sign-in');
    await expect(latchkey.integrations.get('sign-in')).rejects.toMatchObject({ code: 'not_found', status: 404 });
    await expect(latchkey.integrations.update(integrationId, { displayName: 'Mine' })).rejects.toMatchObject({
      code: 'integration_is_fixed',
    });
  });

  it('take what is connected through them along only when told to', async () => {
    await latchkey.integrations.create({ integrationId: 'workers', provider: integrationId });
    await connectOne({ integrationId: 'workers' });
    await expect(latchkey.integrations.delete('workers')).rejects.toMatchObject({ code: 'integration_has_connections', status: 409 });
    await latchkey.integrations.delete('workers', { cascade: true });
    expect(await latchkey.connections.list({ integrationId: 'workers' }).next()).toEqual({ done: true, value: undefined });
  });
});

describe('Secret keys', () => {
  it('are made, listed and revoked, and told once', async () => {
    const expiresAt = new Date(Date.now() + 3_600_000);
    const created = await latchkey.keys.create({ name: 'Export', scopes: ['connections:read'], expiresAt });
    expect(created).toMatchObject({
      name: 'Export',
      hint: created.key.slice(-4),
      scopes: ['connections:read'],
      expiresAt,
      revocable: true,
    });
    expect(inspect(created) + JSON.stringify({ ...created })).not.toContain(created.key);
    expect(await latchkey.keys.list()).toMatchObject([{ revocable: false }, { id: created.id, createdAt: expect.any(Date) }]);

    const limited = createLatchkey({ apiUrl: server.apiUrl, secretKey: created.key, retries: 0 });
    const { connectionId } = await connectOne();
    expect(await limited.connections.getDetails({ integrationId, connectionId })).toMatchObject({
      connectionId,
      environment: { name: 'Acme Production' },
    });
    await expect(limited.connections.get({ integrationId, connectionId })).rejects.toMatchObject({ code: 'credentials_withheld' });
    await expect(limited.keys.list()).rejects.toMatchObject({
      code: 'forbidden',
      status: 403,
      message: expect.stringContaining('keys:read'),
    });
    await latchkey.keys.revoke(created.id);
    await expect(limited.connections.list().next()).rejects.toMatchObject({ code: 'unknown_account' });
  });

  it('with the scope for it are told the secret that an end user gave, when they ask', async () => {
    const { connectionId } = await connectOne();
    const key = { integrationId, connectionId };
    const { clientSecret } = readWorker(server.sandbox).credentials;
    expect((await latchkey.connections.get(key)).credentials.clientSecret).toBeUndefined();
    const { credentials } = await latchkey.connections.get(key, { includeSecrets: true });
    expect(credentials.clientSecret).toBe(clientSecret);
    expect(inspect(credentials) + JSON.stringify(credentials)).not.toContain(clientSecret);
  });
});

describe('An id that no path and no header can hold', () => {
  it('is refused by the promise, never by the call', async () => {
    const key = { integrationId, connectionId: '..' };
    const calls = [
      latchkey.connections.get(key),
      latchkey.connections.getDetails(key),
      latchkey.connections.update(key, {}),
      latchkey.connections.delete(key),
      latchkey.connections.check({ ...key, connectionId: '' }),
      latchkey.integrations.get('.'),
      latchkey.integrations.update('', {}),
      latchkey.integrations.delete('..'),
      latchkey.providers.get(''),
      latchkey.keys.revoke('..'),
      latchkey.shareLinks.revoke(''),
      latchkey.logs.get('..'),
      latchkey.webhooks.get('..'),
      latchkey.webhooks.update('', {}),
      latchkey.webhooks.listDeliveries('.'),
      latchkey.connections.refresh(key),
      latchkey.proxy.paginate('/v1/environments', { ...key, connectionId: '李' }).next(),
      latchkey.proxy.get('/v1/environments', { ...key, connectionId: '李' }),
      latchkey.proxy.request('GET', '/v1/environments', { ...key, integrationId: 'a\nb' }),
    ];
    for (const call of calls) await expect(call).rejects.toMatchObject({ code: 'invalid_argument', status: undefined });
  });
});

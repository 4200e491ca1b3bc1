import { createLatchkey, type Latchkey } from '@latchkey/node';
import { Nango } from '@nangohq/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { findSeeded } from '../../sandbox/src/testing/ask-sandbox.ts';
import { getUserTokens } from '../../sandbox/src/testing/browse.ts';
import { readWorker, startServer, type RunningServer } from './start-server.ts';

/** What another client of this wire does with connections, unmodified but for its host. `@latchkey/node` must see the same. */
let server: RunningServer;
let latchkey: Latchkey;
let nango: Nango;
let connectionId: string;
let key: { integrationId: string; connectionId: string };

beforeAll(async () => {
  server = await startServer();
  latchkey = createLatchkey({ apiUrl: server.apiUrl, secretKey: server.secretKey, retries: 0 });
  nango = new Nango({ host: server.apiUrl, apiKey: server.secretKey });
});
beforeEach(async () => {
  ({ connectionId } = await connectOne({
    endUser: { id: 'ada', displayName: 'Ada', email: 'ada@acme.example' },
    organization: { id: 'acme' },
    tags: { team: 'red' },
  }));
  key = { integrationId: 'pingone-cc', connectionId };
});
afterEach(async () => {
  server.sandbox.clearScenario();
  for await (const { integrationId, connectionId: id } of latchkey.connections.list()) {
    await latchkey.connections.delete({ integrationId, connectionId: id });
  }
});
afterAll(() => server.close());

function connectOne(extra: Partial<Parameters<Latchkey['connections']['import']>[0]> = {}) {
  const { connectionConfig, credentials } = readWorker(server.sandbox);
  return latchkey.connections.import({ integrationId: 'pingone-cc', connectionConfig, credentials, ...extra });
}

const refusal = (status: number, code: string) => ({ name: 'AxiosError', response: { status, data: { error: { code } } } });
const moment = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+\+00:00$/);

describe('listConnections', () => {
  const everything = { userId: 'ada', integrationId: ['pingone-cc', 'other'], tags: { Team: 'red' } };

  it('shows each connection as the wire has it', async () => {
    const answer = await nango.listConnections();
    expect(Object.keys(answer)).toEqual(['connections']);
    expect(answer.connections).toEqual([
      {
        id: expect.any(Number),
        connection_id: connectionId,
        provider_config_key: 'pingone-cc',
        provider: 'pingone-cc',
        status: 'active',
        errors: [],
        end_user: {
          id: 'ada',
          display_name: 'Ada',
          email: 'ada@acme.example',
          tags: null,
          organization: { id: 'acme', display_name: null },
        },
        tags: { team: 'red' },
        metadata: null,
        created: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        // Ours, besides.
        environment: expect.objectContaining({ name: 'Acme Production' }),
        updated_at: expect.any(String),
        last_checked_at: expect.any(String),
      },
    ]);
    const [item] = answer.connections;
    expect((await latchkey.connections.list().next()).value).toMatchObject({
      ...key,
      id: item?.id,
      endUser: { id: 'ada', displayName: 'Ada', email: 'ada@acme.example' },
      tags: item?.tags,
      createdAt: new Date(item?.created ?? ''),
    });
  });

  it.each([
    ['everything in one object', () => nango.listConnections({ ...everything, limit: 10 }), 1],
    ['what is known of the end user', () => nango.listConnections({ tags: { email: 'ada@acme.example', displayName: 'Ada' } }), 1],
    ['another email', () => nango.listConnections({ tags: { email: 'grace@acme.example' } }), 0],
    ['another integration', () => nango.listConnections({ ...everything, integrationId: 'other' }), 0],
    ['another user', () => nango.listConnections({ ...everything, userId: 'grace' }), 0],
    ['a tag that it has not', () => nango.listConnections({ ...everything, tags: { team: 'blue' } }), 0],
    [
      'the older form',
      () => nango.listConnections(undefined, 'acme.example', { endUserId: 'ada', endUserOrganizationId: 'acme', limit: 1 }),
      1,
    ],
    ['the older form and another organization', () => nango.listConnections(undefined, undefined, { endUserOrganizationId: 'nobody' }), 0],
  ])('finds by %s', async (_what, list, count) => {
    expect((await list()).connections).toHaveLength(count);
  });

  it('finds one by its id, in both forms', async () => {
    await connectOne();
    for (const { connections } of [await nango.listConnections(connectionId), await nango.listConnections({ connectionId })]) {
      expect(connections.map(({ connection_id }) => connection_id)).toEqual([connectionId]);
    }
  });

  it('turns pages, in both forms', async () => {
    const { connectionId: newest } = await connectOne();
    // Its types know no page in the form with one object, and it sends one.
    const page = { limit: 1, page: 1 };
    const last = { limit: 1, page: 2 };
    const pages = [
      await nango.listConnections({ limit: 1 }),
      await nango.listConnections(page),
      await nango.listConnections(undefined, undefined, page),
      await nango.listConnections(last),
    ];
    const ids = pages.map(({ connections }) => connections.map(({ connection_id }) => connection_id));
    expect(ids).toEqual([[newest], [connectionId], [connectionId], []]);
  });
});

describe('getConnection', () => {
  it('shows the whole connection with a token, and never with the secret', async () => {
    const got = await nango.getConnection('pingone-cc', connectionId);
    const { environment, connectionConfig, credentials } = readWorker(server.sandbox);
    expect(got).toMatchObject({
      connection_id: connectionId,
      provider_config_key: 'pingone-cc',
      provider: 'pingone-cc',
      connection_config: connectionConfig,
      end_user: { id: 'ada', organization: { id: 'acme' } },
      created_at: moment,
      updated_at: moment,
      last_fetched_at: moment,
      credentials: {
        type: 'OAUTH2_CC',
        token: expect.stringMatching(/^ey/),
        expires_at: expect.any(String),
        client_id: credentials.clientId,
      },
    });
    expect(got).not.toHaveProperty('created');
    expect(JSON.stringify(got)).not.toContain(credentials.clientSecret);

    const same = await latchkey.connections.get(key);
    expect(same).toMatchObject({ connectionConfig, createdAt: new Date(got.created_at), environment: { id: environment.environmentId } });
    expect(got.credentials).toMatchObject({
      token: same.credentials.accessToken,
      expires_at: same.credentials.expiresAt.toISOString(),
      raw: same.credentials.tokenResponse,
    });
  });

  it('gets a new token only when it is asked to, and so do those that read one part', async () => {
    const { accessToken: first } = (await latchkey.connections.get(key)).credentials;
    expect(await nango.getToken('pingone-cc', connectionId)).toMatchObject({ type: 'OAUTH2_CC', token: first });
    expect(await nango.getRawTokenResponse('pingone-cc', connectionId)).toMatchObject({ access_token: first });
    const tokens = [
      await nango.getConnection('pingone-cc', connectionId, true).then(({ credentials }) => credentials),
      await nango.getToken('pingone-cc', connectionId, true),
      await nango.getRawTokenResponse('pingone-cc', connectionId, true).then(({ access_token: token }) => ({ token })),
    ].map((credentials) => (credentials as { token: string }).token);
    expect(new Set([first, ...tokens]).size).toBe(4);
    expect((await latchkey.connections.get(key)).credentials.accessToken).toBe(tokens.at(-1));
  });

  it.each([
    ['nope', 'any', 400, 'unknown_provider_config'],
    ['pingone-cc', 'nope', 404, 'unknown_connection'],
  ])('of %s, %s is refused with %i %s', async (integrationId, id, status, code) => {
    await expect(nango.getConnection(integrationId, id)).rejects.toMatchObject(refusal(status, code));
  });

  it('says invalid_credentials when the end user must connect again', async () => {
    server.sandbox.setScenario('wrong_client_secret');
    await expect(nango.getToken('pingone-cc', connectionId, true)).rejects.toMatchObject(refusal(424, 'invalid_credentials'));
    const [item] = (await nango.listConnections({ connectionId })).connections;
    expect(item?.errors).toMatchObject([{ type: 'auth', log_id: expect.any(String) }]);
  });
});

describe('A connection that somebody signed in to', () => {
  it('gives its access token bare, and its refresh token only when it is asked for', async () => {
    const portal = findSeeded(server.sandbox, 'Acme Portal');
    const { clientId: client_id, clientSecret: client_secret } = portal;
    await nango.createIntegration({
      provider: 'pingone',
      unique_key: 'portal',
      credentials: { type: 'OAUTH2', client_id, client_secret, scopes: 'openid,p1:read:user' },
    });
    const { access_token: accessToken, refresh_token: refreshToken } = await getUserTokens(server.sandbox, portal);
    const { connectionConfig } = readWorker(server.sandbox);
    const { connectionId: id } = await latchkey.connections.import({
      integrationId: 'portal',
      connectionConfig,
      credentials: { accessToken, refreshToken },
    });
    expect(await nango.getToken('portal', id)).toBe(accessToken);
    const got = await nango.getConnection('portal', id);
    expect(got.credentials).toMatchObject({ type: 'OAUTH2', access_token: accessToken });
    expect(JSON.stringify(got)).not.toContain(refreshToken);

    const { credentials } = await nango.getConnection('portal', id, true, true);
    const same = await latchkey.connections.get({ integrationId: 'portal', connectionId: id }, { includeRefreshToken: true });
    expect(credentials).toMatchObject({ access_token: same.credentials.accessToken, refresh_token: same.credentials.refreshToken });
    expect(same.credentials.accessToken).not.toBe(accessToken);
    await latchkey.connections.delete({ integrationId: 'portal', connectionId: id });
    await nango.deleteIntegration('portal');
  });
});

describe('Changes', () => {
  it('setMetadata replaces, and updateMetadata adds, for one connection and for several', async () => {
    const { connectionId: other } = await connectOne();
    const read = () => Promise.all([connectionId, other].map((id) => nango.getMetadata('pingone-cc', id)));
    expect(await read()).toEqual([null, null]);
    const body = { metadata: { a: 1, b: 1 }, connection_id: connectionId, provider_config_key: 'pingone-cc' };
    expect(await nango.setMetadata('pingone-cc', connectionId, body.metadata)).toMatchObject({ status: 201, data: body });
    const several = { ...body, connection_id: [connectionId, other], metadata: { b: 2 } };
    const updated = await nango.updateMetadata('pingone-cc', several.connection_id, several.metadata);
    expect([updated.status, updated.data]).toEqual([200, several]);
    expect(await read()).toEqual([{ a: 1, b: 2 }, { b: 2 }]);
    expect((await latchkey.connections.get(key)).metadata).toEqual({ a: 1, b: 2 });
    await nango.setMetadata('pingone-cc', [connectionId, other], { c: 3 });
    await nango.updateMetadata('pingone-cc', other, { d: 4 });
    expect(await read()).toEqual([{ c: 3 }, { c: 3, d: 4 }]);

    const unknown = nango.setMetadata('pingone-cc', [connectionId, 'nope'], {});
    await expect(unknown).rejects.toMatchObject(refusal(404, 'unknown_connection'));
    expect(await read()).toEqual([{ c: 3 }, { c: 3, d: 4 }]);
  });

  it('patchConnection replaces tags and end user', async () => {
    const names = { connectionId, provider_config_key: 'pingone-cc' };
    expect(await nango.patchConnection(names, { end_user: { id: 'grace' }, tags: { Plan: 'gold' } })).toEqual({ success: true });
    expect(await latchkey.connections.get(key)).toMatchObject({ endUser: { id: 'grace', email: undefined }, tags: { plan: 'gold' } });
    expect(await nango.getConnection('pingone-cc', connectionId)).toMatchObject({
      end_user: { id: 'grace', email: null },
      tags: { plan: 'gold' },
    });
    // There is no such thing to override here, and a silent yes would be a lie.
    const override = nango.patchConnection(names, { webhook_url_override: 'https://app.example/hooks' });
    await expect(override).rejects.toMatchObject(refusal(400, 'invalid_body'));
  });

  it('deleteConnection forgets', async () => {
    expect(await nango.deleteConnection('pingone-cc', connectionId)).toMatchObject({ status: 200, data: { success: true } });
    await expect(nango.deleteConnection('pingone-cc', connectionId)).rejects.toMatchObject(refusal(404, 'unknown_connection'));
    await expect(latchkey.connections.get(key)).rejects.toMatchObject({ code: 'unknown_connection' });
  });

  it('reach a connection whose id the client does not encode', async () => {
    const id = 'acme 1:ü+ada@acme.example,;=&$!';
    await connectOne({ connectionId: id });
    expect(await nango.getConnection('pingone-cc', id)).toMatchObject({ connection_id: id });
    expect((await nango.listConnections({ connectionId: id })).connections).toHaveLength(1);
    expect(await nango.patchConnection({ connectionId: id, provider_config_key: 'pingone-cc' }, { tags: { a: 'b' } })).toEqual({
      success: true,
    });
    expect(await latchkey.connections.get({ ...key, connectionId: id })).toMatchObject({ tags: { a: 'b' } });
    expect((await nango.deleteConnection('pingone-cc', id)).status).toBe(200);
  });

  it('miss one whose id means something in a URL, and may reach another', async () => {
    for (const id of ['A', '%41', 'a/b']) await connectOne({ connectionId: id });
    expect(await nango.getConnection('pingone-cc', '%41')).toMatchObject({ connection_id: 'A' });
    await expect(nango.getConnection('pingone-cc', 'a/b')).rejects.toMatchObject(refusal(404, 'not_found'));
    expect(await latchkey.connections.get({ ...key, connectionId: 'a/b' })).toMatchObject({ connectionId: 'a/b' });
  });
});

describe('waitForConnection', () => {
  afterEach(() => void vi.useRealTimers());

  it('gives the connection that comes while it waits', async () => {
    const { promise: asked, resolve } = Promise.withResolvers<void>();
    const onFulfilled = <Answer>(answer: Answer): Answer => {
      resolve();
      return answer;
    };
    const waiting = new Nango({ host: server.apiUrl, apiKey: server.secretKey }, { interceptors: { response: { onFulfilled } } });
    // Its first pause is ten seconds long.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const found = waiting.waitForConnection('pingone-cc', 'grace');
    await asked;
    const { connectionId: id } = await connectOne({ endUser: { id: 'grace' } });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await found).toMatchObject({ connection_id: id, provider_config_key: 'pingone-cc', end_user: { id: 'grace' } });
  });

  it('gives one that is there at once', async () => {
    expect(await nango.waitForConnection('pingone-cc', 'ada')).toMatchObject({ connection_id: connectionId });
  });
});

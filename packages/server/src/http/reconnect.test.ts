import { connectSessionCreated, connectSessionView, errorBody } from '@latchkey/protocol';
import type { SandboxEnvironment } from '@latchkey/sandbox';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ConnectionChange, Store, StoredConnection } from '../store/store.ts';
import { connectBody, startApi, type TestAnswer, type TestApi } from '../testing/start-api.ts';

let api: TestApi;
let store: Store;
let acme: SandboxEnvironment;
let globex: SandboxEnvironment;
let connectionId: string;

beforeAll(async () => {
  api = await startApi({ wrapStore: (real) => (store = real) });
  [acme, , globex] = api.sandbox.environments as [SandboxEnvironment, SandboxEnvironment, SandboxEnvironment];
});
beforeEach(async () => {
  const token = await api.startSession({ end_user: { id: 'ada' }, organization: { id: 'acme' }, tags: { plan: 'gold' } });
  const answer = await api.call('POST', '/connect/connections', { token, json: connectBody(acme) });
  connectionId = answer.body.data.connection_id;
});
afterEach(() => api.sandbox.clearScenario());
afterAll(() => api.close());

async function stored(): Promise<StoredConnection> {
  const connection = await store.findConnection('pingone-cc', connectionId);
  if (connection === undefined) throw new Error('The connection is not there.');
  return connection;
}

async function change(values: ConnectionChange): Promise<void> {
  const { rowId, version } = await stored();
  await store.updateConnection(rowId, version, values, api.clock.now());
}

const start = (body: Readonly<Record<string, unknown>> = {}): Promise<TestAnswer> =>
  api.call('POST', '/connect/sessions/reconnect', {
    token: api.secretKey,
    json: { connection_id: connectionId, integration_id: 'pingone-cc', ...body },
  });
const startToken = async (body?: Readonly<Record<string, unknown>>): Promise<string> =>
  connectSessionCreated.parse((await start(body)).body).data.token;
const view = (token: string): Promise<TestAnswer> => api.call('GET', '/connect/session', { token });

/** Submits the form of a reconnection; by default the secret alone. */
function reconnect(
  token: string,
  credentials: Readonly<Record<string, unknown>> = { client_secret: acme.workers[0]?.clientSecret },
  connectionConfig: Readonly<Record<string, unknown>> = {},
): Promise<TestAnswer> {
  const json = { integration_id: 'pingone-cc', connection_config: connectionConfig, credentials };
  return api.call('POST', '/connect/connections', { token, json });
}

const rotated = (): string => `${acme.workers[0]?.clientSecret.slice(0, -8)}-rotated`;
const basicWorker = () => acme.workers.find(({ name }) => name === 'Worker with Basic');

describe('POST /connect/sessions/reconnect', () => {
  it('starts a session of 30 minutes', async () => {
    const answer = await start({ end_user: { id: 'ada' }, organization: { id: 'acme' }, tags: { plan: 'gold' } });
    expect(answer.status).toBe(201);
    const { token, expires_at } = connectSessionCreated.parse(answer.body).data;
    expect(token).toMatch(/^latchkey_connect_session_[0-9a-f]{64}$/);
    expect(Date.parse(expires_at) - api.clock.now().getTime()).toBe(1_800_000);
  });

  it.each([
    ['no connection', { connection_id: undefined }, ['connection_id']],
    ['no integration', { integration_id: undefined }, ['integration_id']],
    ['an unknown field', { allowed_integrations: ['pingone-cc'] }, ['allowed_integrations']],
    ['an end user without an id', { end_user: {} }, ['end_user', 'id']],
    ['a character that cannot be stored', { connection_id: 'a\0b' }, ['connection_id']],
  ])('refuses %s, and names the place', async (_what, body, path) => {
    const answer = await start(body);
    expect([answer.status, answer.body.error.code]).toEqual([400, 'invalid_body']);
    expect(answer.body.error.errors[0].path).toEqual(path);
  });

  it('tells an unknown integration from an unknown connection', async () => {
    const integration = await start({ integration_id: 'nope' });
    expect([integration.status, integration.body.error.code]).toEqual([404, 'unknown_integration']);
    const connection = await start({ connection_id: 'nope' });
    expect([connection.status, connection.body.error.code]).toEqual([404, 'unknown_connection']);
  });

  it('hands no connection to another organization, and lets a colleague repair it', async () => {
    const refused = await start({ end_user: { id: 'eve' }, organization: { id: 'evil' } });
    expect([refused.status, refused.body.error.code]).toEqual([403, 'organization_mismatch']);
    expect((await start({ end_user: { id: 'bob' }, organization: { id: 'acme' } })).status).toBe(201);
    expect((await start({ end_user: { id: 'bob' } })).status).toBe(201);
    await change({ organization: undefined });
    expect((await start({ organization: { id: 'acme' } })).status).toBe(201);
  });

  it('refuses a connection that is disabled', async () => {
    await change({ status: 'disabled' });
    const answer = await start();
    expect([answer.status, answer.body.error.code]).toEqual([403, 'connection_disabled']);
  });

  it('is a function in the same process, too', async () => {
    const { data } = await api.connect.createReconnectSession({ connection_id: connectionId, integration_id: 'pingone-cc' });
    expect((await view(data.token)).status).toBe(200);
    await expect(api.connect.createReconnectSession({ connection_id: 'nope', integration_id: 'pingone-cc' })).rejects.toMatchObject({
      code: 'unknown_connection',
    });
  });
});

describe('GET /connect/session of a session that reconnects', () => {
  it('shows what is known of the connection, and no secret', async () => {
    const answer = await view(await startToken());
    expect(answer.status).toBe(200);
    const { data } = connectSessionView.parse(answer.body);
    expect(data.reconnect).toEqual({
      connection_id: connectionId,
      integration_id: 'pingone-cc',
      connection_config: { environmentId: acme.environmentId, tld: acme.tld },
      client_id: acme.workers[0]?.clientId,
    });
    expect(data.integrations.map(({ integration_id }) => integration_id)).toEqual(['pingone-cc']);
    expect(data.connections).toEqual([]);
    expect(answer.text).not.toContain('client_secret');
    expect(answer.text).not.toContain(acme.workers[0]?.clientSecret);
  });

  it('shows nothing of it in any other session', async () => {
    const answer = await view(await api.startSession());
    expect(answer.body.data).not.toHaveProperty('reconnect');
  });

  it('shows that it was reconnected, so that a page whose answer was lost finds out', async () => {
    const [token, other] = [await startToken(), await startToken()];
    await reconnect(token);
    const connections = [{ connection_id: connectionId, integration_id: 'pingone-cc' }];
    expect((await view(token)).body.data.connections).toEqual(connections);
    expect((await view(other)).body.data.connections).toEqual([]);
  });

  it('says that the connection was disconnected, and takes the token to its end', async () => {
    const token = await startToken();
    await api.connect.deleteConnection({ integrationId: 'pingone-cc', connectionId });
    const answer = await view(token);
    expect([answer.status, answer.body.error.code]).toEqual([404, 'unknown_connection']);
    expect(answer.body.error.message).toContain('in the meantime');
    expect((await api.call('DELETE', '/connect/session', { token })).status).toBe(204);
  });

  it('leaves the client ID to the person when the stored credential no longer opens, and is repaired by them', async () => {
    await change({ sealedCredential: 'not.a.sealed.value.' });
    const token = await startToken();
    const shown = await view(token);
    expect(shown.body.data.reconnect).toEqual({
      connection_id: connectionId,
      integration_id: 'pingone-cc',
      connection_config: { environmentId: acme.environmentId, tld: acme.tld },
    });
    expect((await reconnect(token)).body.error).toMatchObject({ code: 'client_id_missing', field: 'client_id' });
    const { clientId: client_id, clientSecret: client_secret } = acme.workers[0] ?? {};
    expect((await reconnect(token, { client_id, client_secret })).status).toBe(201);
    expect((await api.connect.getConnection({ integrationId: 'pingone-cc', connectionId })).credentials).toMatchObject({ client_id });
  });
});

describe('Reconnecting', () => {
  it('after the secret was rotated needs the new one alone, and keeps the connection', async () => {
    api.sandbox.setScenario('secret_rotated');
    await expect(api.connect.getConnection({ integrationId: 'pingone-cc', connectionId, forceRefresh: true })).rejects.toThrow(/secret/);
    const before = await stored();
    expect([before.status, before.error?.code]).toEqual(['needs_reconnect', 'wrong_client_secret']);

    const answer = await reconnect(await startToken(), { client_secret: rotated() });
    expect(answer.status).toBe(201);
    expect(answer.body.data).toMatchObject({ connection_id: connectionId, status: 'active', environment: { name: 'Acme Production' } });
    const after = await stored();
    expect(after).toMatchObject({ rowId: before.rowId, status: 'active', error: undefined, createdAt: before.createdAt });
    expect(after).toMatchObject({
      endUser: { id: 'ada' },
      organization: { id: 'acme' },
      tags: { plan: 'gold' },
      sessionId: before.sessionId,
    });
    expect((await api.connect.getConnection({ integrationId: 'pingone-cc', connectionId, forceRefresh: true })).status).toBe('active');
    expect(
      (await api.connect.listConnections({ endUserId: 'ada' })).connections.filter((one) => one.connection_id === connectionId),
    ).toHaveLength(1);
  });

  it('takes another application of the same environment, and puts a wrong region right', async () => {
    const worker = basicWorker();
    const credentials = { client_id: worker?.clientId, client_secret: worker?.clientSecret };
    const answer = await reconnect(await startToken(), credentials, { tld: 'asia' });
    expect([answer.status, answer.body.data.notices]).toEqual([
      201,
      [{ code: 'region_corrected', field: 'tld', value: acme.tld }, { code: 'auth_method_basic' }],
    ]);
    const { credentials: kept } = await api.connect.getConnection({ integrationId: 'pingone-cc', connectionId, forceRefresh: true });
    expect(kept).toMatchObject({ client_id: worker?.clientId });
  });

  it('leads to the same environment or not at all, and asks nobody before it says so', async () => {
    const from = api.sandbox.requests.length;
    const { clientId: client_id, clientSecret: client_secret } = globex.workers[0] ?? {};
    const answer = await reconnect(
      await startToken(),
      { client_id, client_secret },
      { environmentId: globex.environmentId, tld: globex.tld },
    );
    expect(answer.status).toBe(422);
    expect(errorBody.parse(answer.body).error).toMatchObject({
      code: 'identity_mismatch',
      field: 'environmentId',
      guide_step: 'environment-id',
      retryable: false,
    });
    expect(api.sandbox.requests.length).toBe(from);
    expect((await stored()).config['environmentId']).toBe(acme.environmentId);
  });

  it('that fails leaves the connection as it is, with a credential that may still work', async () => {
    const before = await stored();
    const token = await startToken({ end_user: { id: 'bob' }, tags: {} });
    const wrong = await reconnect(token, { client_secret: 'not-the-secret-of-this-application' });
    expect(wrong.body.error).toMatchObject({ code: 'wrong_client_secret', field: 'client_secret' });
    api.sandbox.setScenario('token_rejected');
    expect((await reconnect(token)).body.error.code).toBe('token_rejected');
    api.sandbox.clearScenario();
    expect(await stored()).toStrictEqual(before);
    expect((await api.connect.getConnection({ integrationId: 'pingone-cc', connectionId, forceRefresh: true })).status).toBe('active');
  });

  it.each([
    [{}, 'client_secret_missing', 'client_secret'],
    [{ client_id: '', client_secret: 'x' }, 'client_id_missing', 'client_id'],
    [{ client_id: null, client_secret: 'x' }, 'client_id_missing', 'client_id'],
  ])('with %j is answered with %s', async (credentials, code, field) => {
    const answer = await reconnect(await startToken(), credentials);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatchObject({ code, field });
  });

  it('gives the connection the end user, organization and tags of the session, when it has any', async () => {
    await reconnect(await startToken({ end_user: { id: 'bob', display_name: 'Bob' }, tags: { Plan: 'Silver' } }));
    const { endUser, organization, tags } = await stored();
    expect({ endUser, organization, tags }).toEqual({
      endUser: { id: 'bob', displayName: 'Bob' },
      organization: { id: 'acme' },
      tags: { plan: 'Silver' },
    });
    await reconnect(await startToken({ tags: {} }));
    expect((await stored()).tags).toEqual({});
  });

  it('is not for any other integration', async () => {
    const json = { ...connectBody(acme), integration_id: 'other' };
    const answer = await api.call('POST', '/connect/connections', { token: await startToken(), json });
    expect([answer.status, answer.body.error.code]).toEqual([403, 'integration_not_allowed']);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  beginSignIn,
  callBack,
  findPortal,
  openBrowser,
  signIn,
  signInBody,
  signOn,
  spendTicket,
  startSignInApi,
  viewSignIn,
} from '../testing/sign-in.ts';
import type { TestApi } from '../testing/start-api.ts';

let api: TestApi;
let token: string;

beforeAll(async () => {
  api = await startSignInApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  api.sandbox.clearScenario();
  token = await api.startSession();
});

const acme = () => api.sandbox.environments[0];
const readConnection = (connectionId: string, query = '', key = 'pingone') =>
  api.call('GET', `/connections/${connectionId}?provider_config_key=${key}${query}`, { token: api.secretKey });
const refusal = async (json: unknown, session = token) => {
  const { status, body } = await api.call('POST', '/connect/authorizations', { token: session, json });
  return { status, ...body.error };
};

describe('Signing in', () => {
  it('makes a connection with a token, a refresh token, and what the user may do', async () => {
    const { view, page } = await signIn(api, token);
    expect(page).toMatchObject({ status: 200 });
    const { environmentId, tld } = acme()!;
    expect(view).toMatchObject({
      status: 'connected',
      integration_id: 'pingone',
      redirect_uri: `${api.url}/oauth/callback`,
      connection_config: { environmentId, tld },
      connection: {
        integration_id: 'pingone',
        provider: 'pingone',
        status: 'active',
        notices: [],
        environment: { id: environmentId, region: 'NA' },
      },
    });
    expect(view.connection.access).toEqual([
      { name: 'read_profile', allowed: true },
      { name: 'read_own_user', allowed: true, proxy_path: expect.stringContaining(`/v1/environments/${environmentId}/users/`) },
    ]);
    const { body } = await readConnection(view.connection.connection_id);
    expect(body.credentials).toMatchObject({ type: 'OAUTH2', access_token: expect.stringMatching(/^eyJ/), raw: { token_type: 'Bearer' } });
    expect(JSON.stringify(body)).not.toMatch(/refresh_token|id_token|config_override/);
  });

  it('shows the refresh token to who asks for it, and a new one after a refresh', async () => {
    const { view } = await signIn(api, token);
    const id = view.connection.connection_id;
    const first = (await readConnection(id, '&refresh_token=true')).body.credentials;
    const second = (await readConnection(id, '&refresh_token=true&force_refresh=true')).body.credentials;
    expect(second.refresh_token).toMatch(/^\S{20,}$/);
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(second.access_token).not.toBe(first.access_token);
  });

  it('can be done by another user in the same browser, for a connection of their own', async () => {
    const one = await signIn(api, token, { userIndex: 0 });
    const other = await signIn(api, await api.startSession({ end_user: { id: 'grace' } }), { userIndex: 1 });
    expect(other.view.connection.connection_id).not.toBe(one.view.connection.connection_id);
  });

  it('done twice in one session updates the connection that the first made', async () => {
    const browser = openBrowser(api);
    const [one, two] = [await signIn(api, token, { browser }), await signIn(api, token, { browser })];
    expect(two.view.connection.connection_id).toBe(one.view.connection.connection_id);
    expect(two.authorizationId).not.toBe(one.authorizationId);
  });

  it('puts a wrong region right, and says so', async () => {
    const json = signInBody(acme(), { connection_config: { environmentId: acme()!.environmentId, tld: 'eu' } });
    const { view } = await signIn(api, token, { json });
    expect(view.connection).toMatchObject({
      notices: [{ code: 'region_corrected', field: 'tld', value: 'com' }],
      environment: { region: 'NA' },
    });
    expect(view.connection_config.tld).toBe('com');
  });

  it('goes on with Client Secret Basic, says so, and remembers it', async () => {
    const { view } = await signIn(api, token, { json: signInBody(acme(), { integration_id: 'basic' }) });
    expect(view.connection.notices).toEqual([{ code: 'auth_method_basic' }]);
    const sent = api.sandbox.requests.length;
    await readConnection(view.connection.connection_id, '&force_refresh=true', 'basic');
    expect(api.sandbox.requests.slice(sent).map(({ step }) => step)).toEqual(['token']);
  });

  it('without a refresh token is a warning; once the token expired, it needs a reconnect', async () => {
    const { view } = await signIn(api, token, { json: signInBody(acme(), { integration_id: 'no-refresh' }) });
    expect(view).toMatchObject({ status: 'connected', connection: { notices: [{ code: 'no_refresh_token' }] } });
    const id = view.connection.connection_id;
    expect((await readConnection(id, '', 'no-refresh')).status).toBe(200);
    api.clock.advance(3_700_000);
    const { status, body } = await readConnection(id, '', 'no-refresh');
    expect([status, body.error.code, body.error.errors[0].code]).toEqual([424, 'invalid_credentials', 'no_refresh_token']);
    expect((await api.connect.listConnections({ connectionId: id })).connections[0]).toMatchObject({
      status: 'needs_reconnect',
      errors: [{ code: 'no_refresh_token', remedy: expect.stringContaining('Refresh Token') }],
    });
  });

  it('asks for offline_access where the integration does', async () => {
    const { view } = await signIn(api, token, { json: signInBody(acme(), { integration_id: 'offline' }) });
    expect(view.connection.notices).toEqual([]);
  });

  it('works where a domain of its own is the issuer, and where responses name it', async () => {
    api.sandbox.setScenario('custom_domain');
    api.sandbox.setSwitch('authorization_response_iss', 'present');
    try {
      api.clock.advance(10 * 60_000);
      expect((await signIn(api, await api.startSession())).view.status).toBe('connected');
    } finally {
      api.sandbox.setSwitch('authorization_response_iss', 'absent');
    }
  });

  it('goes back to the page that was named, in the same tab alone', async () => {
    for (const [popup, shown] of [
      [true, false],
      [false, true],
    ]) {
      const browser = openBrowser(api);
      const { ticket } = await beginSignIn(api, token, signInBody(acme(), { return_url: 'https://app.example/settings?a="b' }));
      const { body } = await spendTicket(api, browser, ticket, popup);
      const { text } = await callBack(api, browser, await signOn(api, browser, body.authorization_url));
      expect(text.includes('data-return-url="https://app.example/settings?a=%22b"')).toBe(shown);
    }
  });
});

describe('An OAuth client', () => {
  const own = () => {
    const { clientId: client_id, clientSecret: client_secret } = findPortal(acme());
    return { client_id, client_secret };
  };

  it('must come from somewhere', async () => {
    const { body } = await api.call('GET', '/connect/session', { token });
    const offered = body.data.integrations.find((one: { integration_id: string }) => one.integration_id === 'bring');
    expect(offered).toMatchObject({ needs_client: true, redirect_uri: `${api.url}/oauth/callback` });
    expect(body.data.integrations[0]).toMatchObject({
      integration_id: 'pingone',
      needs_client: false,
      scopes: expect.arrayContaining(['openid']),
    });
    expect(body.data.integrations.at(-1)).toEqual({
      integration_id: 'pingone-cc',
      provider: 'pingone-cc',
      display_name: expect.any(String),
    });
    expect(await refusal(signInBody(acme(), { integration_id: 'bring' }))).toMatchObject({
      status: 422,
      code: 'oauth_client_missing',
      field: 'client_id',
    });
  });

  it('may be the end user’s own, and is kept for refreshing', async () => {
    const { view } = await signIn(api, token, { json: signInBody(acme(), { integration_id: 'bring', credentials: own() }) });
    const id = view.connection.connection_id;
    expect((await readConnection(id, '&force_refresh=true', 'bring')).body.credentials).toMatchObject({
      type: 'OAUTH2',
      config_override: { client_id: own().client_id },
    });
  });

  it('that is half given is refused by field', async () => {
    const credentials = { client_id: own().client_id, client_secret: '' };
    expect(await refusal(signInBody(acme(), { integration_id: 'bring', credentials }))).toMatchObject({
      status: 400,
      field: 'client_secret',
    });
  });

  it('may come with the session, whose secret is sealed and never shown', async () => {
    const { client_id, client_secret } = own();
    const session = await api.startSession({
      end_user: { id: 'ada' },
      integrations_config_defaults: {
        bring: {
          user_scopes: 'openid p1:read:user',
          connection_config: {
            ...signInBody(acme()).connection_config,
            oauth_client_id_override: client_id,
            oauth_client_secret_override: client_secret,
          },
        },
      },
    });
    const { text, body } = await api.call('GET', '/connect/session', { token: session });
    expect(text).not.toContain(client_secret);
    expect(body.data.integrations.find((one: { integration_id: string }) => one.integration_id === 'bring')).toMatchObject({
      needs_client: false,
      scopes: ['openid', 'p1:read:user'],
      connection_config: signInBody(acme()).connection_config,
    });
    const { view } = await signIn(api, session, { json: { integration_id: 'bring', connection_config: {} } });
    expect(view.connection_config).toEqual(signInBody(acme()).connection_config);
    const { credentials } = (await readConnection(view.connection.connection_id, '', 'bring')).body;
    expect(credentials).toMatchObject({ config_override: { client_id }, raw: { scope: 'openid p1:read:user' } });
  });

  it('of a session is given whole, for an integration that is there', async () => {
    const create = (integrations_config_defaults: object) =>
      api.call('POST', '/connect/sessions', { token: api.secretKey, json: { end_user: { id: 'ada' }, integrations_config_defaults } });
    expect(await create({ bring: { connection_config: { oauth_client_id_override: 'x' } } })).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid_body' } },
    });
    expect(await create({ nobody: {} })).toMatchObject({ status: 400, body: { error: { errors: [{ code: 'unknown_integration' }] } } });
  });
});

describe('What came of a sign-in', () => {
  it('can be read by a later session of the same end user, and by nobody else', async () => {
    const { authorizationId } = await signIn(api, token);
    const read = async (body: Readonly<Record<string, unknown>>) =>
      (await api.call('GET', `/connect/authorizations/${authorizationId}`, { token: await api.startSession(body) })).status;
    expect(await read({ end_user: { id: 'ada' } })).toBe(200);
    expect(await read({ end_user: { id: 'grace' } })).toBe(404);
    expect(await read({ end_user: { id: 'ada' }, organization: { id: 'another' } })).toBe(404);
    expect(await read({ end_user: { id: 'ada' }, allowed_integrations: ['pingone-cc'] })).toBe(404);
    expect(await read({ tags: { a: 'b' } })).toBe(404);
  });

  it('that was begun for nobody by name can be read in that session alone', async () => {
    const tags = { tags: { team: 'red' } };
    const session = await api.startSession(tags);
    const { authorizationId } = await beginSignIn(api, session);
    expect((await viewSignIn(api, session, authorizationId)).status).toBe('pending');
    expect(await viewSignIn(api, await api.startSession(tags), authorizationId)).toBeUndefined();
  });

  it('says when the connection is gone', async () => {
    const { authorizationId, view } = await signIn(api, token);
    await api.connect.deleteConnection({ integrationId: 'pingone', connectionId: view.connection.connection_id });
    expect(await viewSignIn(api, token, authorizationId)).toMatchObject({ status: 'failed', error: { code: 'unknown_connection' } });
  });
});

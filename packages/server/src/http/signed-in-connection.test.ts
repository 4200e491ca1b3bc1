import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findPortal, signIn, signInBody, startSignInApi } from '../testing/sign-in.ts';
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

describe('Reconnecting by signing in', () => {
  const startReconnect = async (connectionId: string, integrationId = 'pingone') =>
    (
      await api.call('POST', '/connect/sessions/reconnect', {
        token: api.secretKey,
        json: { connection_id: connectionId, integration_id: integrationId },
      })
    ).body.data.token as string;

  it('repairs the connection under its id, whoever signs in, with all that the form left out', async () => {
    const { view } = await signIn(api, token);
    const id = view.connection.connection_id;
    api.sandbox.setScenario('refresh_token_refused', { times: 1 });
    expect((await readConnection(id, '&force_refresh=true')).body.error.errors[0].code).toBe('refresh_token_refused');
    const session = await startReconnect(id);
    const again = await signIn(api, session, { json: { integration_id: 'pingone', connection_config: {} }, userIndex: 1 });
    expect(again.view).toMatchObject({ status: 'connected', connection: { connection_id: id, status: 'active' } });
    expect((await readConnection(id, '&force_refresh=true')).status).toBe(200);
  });

  it('refuses another environment before anybody signs in', async () => {
    const { view } = await signIn(api, token);
    const session = await startReconnect(view.connection.connection_id);
    expect(await refusal(signInBody(api.sandbox.environments[1]), session)).toMatchObject({ status: 422, code: 'identity_mismatch' });
  });

  it('keeps the client that the connection brought, and shows its id', async () => {
    const { clientId: client_id, clientSecret: client_secret } = findPortal(acme());
    const json = signInBody(acme(), { integration_id: 'bring', credentials: { client_id, client_secret } });
    const id = (await signIn(api, token, { json })).view.connection.connection_id;
    const session = await startReconnect(id, 'bring');
    const { body } = await api.call('GET', '/connect/session', { token: session });
    expect(body.data).toMatchObject({ reconnect: { client_id }, integrations: [{ needs_client: false }] });
    expect((await signIn(api, session, { json: { integration_id: 'bring', connection_config: {} } })).view.connection.connection_id).toBe(
      id,
    );
    expect((await readConnection(id, '&force_refresh=true', 'bring')).status).toBe(200);
  });
});

describe('A connection that was signed in to', () => {
  it('is checked with a new token', async () => {
    const { view } = await signIn(api, token);
    const path = `/connections/${view.connection.connection_id}/check?provider_config_key=pingone`;
    const { status, body } = await api.call('POST', path, { token: api.secretKey });
    expect([status, body.status, body.access.length]).toEqual([200, 'active', 2]);
  });

  it.each(['expired', 'revoked', 'reused-elsewhere', 'session-ended'])(
    'needs a reconnect when its refresh token is %s',
    async (variant) => {
      const { view } = await signIn(api, token);
      api.sandbox.setScenario('refresh_token_refused', { variant });
      const { status, body } = await readConnection(view.connection.connection_id, '&force_refresh=true');
      expect([status, body.error.code, body.error.errors[0].code]).toEqual([424, 'invalid_credentials', 'refresh_token_refused']);
    },
  );

  it('needs one, too, when nobody knows what became of its refresh token', async () => {
    const { view } = await signIn(api, token);
    api.sandbox.setScenario('token_answer_lost', { times: 1 });
    const { body } = await readConnection(view.connection.connection_id, '&force_refresh=true');
    expect(body.error.errors[0].code).toBe('refresh_interrupted');
  });

  it('needs none when the provider answered that it cannot just now', async () => {
    const { view } = await signIn(api, token);
    const id = view.connection.connection_id;
    for (const variant of ['status-503', 'status-500', 'status-502']) {
      api.sandbox.setScenario('provider_unavailable', { step: 'token', variant });
      expect((await readConnection(id, '&force_refresh=true')).body.error.code).toBe('provider_unavailable');
      api.sandbox.clearScenario();
      api.clock.advance(60_000);
      expect((await readConnection(id, '&force_refresh=true')).status).toBe(200);
    }
  });

  it('stays fresh over many hours', async () => {
    const { view } = await signIn(api, token);
    const tokens = new Set<string>();
    for (let hour = 0; hour < 5; hour += 1) {
      api.clock.advance(3_700_000);
      const { status, body } = await readConnection(view.connection.connection_id);
      expect(status).toBe(200);
      tokens.add(body.credentials.access_token);
    }
    expect(tokens.size).toBe(5);
  });
});

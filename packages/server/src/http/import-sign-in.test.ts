import { fullConnection } from '@latchkey/protocol';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findPortal, portalIntegration, signIn, signInBody } from '../testing/sign-in.ts';
import { startApi, type TestAnswer, type TestApi } from '../testing/start-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({
    integrations: ({ environments: [acme] }) => [
      portalIntegration(acme),
      { id: 'bring', provider: 'pingone' },
      { id: 'pingone-cc', provider: 'pingone-cc' },
    ],
  });
});
afterEach(() => api.sandbox.clearScenario());
afterAll(() => api.close());

const acme = () => api.sandbox.environments[0];
const outcome = ({ status, body }: TestAnswer): unknown[] => [status, body.error?.code];
const firstPath = ({ body }: TestAnswer): unknown => body.error.errors[0].path;
const read = (id: string, query = '', key = 'pingone'): Promise<TestAnswer> =>
  api.call('GET', `/connections/${id}?provider_config_key=${key}${query}`, { token: api.secretKey });

/** Tokens as another system would have them: got by signing in, and nobody else has them any more. */
async function getTokens(): Promise<{ access_token: string; refresh_token: string }> {
  const { view } = await signIn(api, await api.startSession());
  const { connection_id: id } = view.connection;
  const { access_token, refresh_token } = (await read(id, '&refresh_token=true')).body.credentials;
  await api.call('DELETE', `/connections/${id}?provider_config_key=pingone`, { token: api.secretKey });
  return { access_token, refresh_token };
}

function send(credentials: Readonly<Record<string, unknown>>, extra: Readonly<Record<string, unknown>> = {}): Promise<TestAnswer> {
  const { connection_config } = signInBody(acme());
  const json = { provider_config_key: 'pingone', connection_config, credentials: { type: 'OAUTH2', ...credentials }, ...extra };
  return api.call('POST', '/connections', { token: api.secretKey, json });
}

const steps = (from: number): unknown[] => api.sandbox.requests.slice(from).map(({ step }) => step);

describe('POST /connections with what came of a sign-in', () => {
  it('calls the API with an access token that is good, stores it, and refreshes it later', async () => {
    const tokens = await getTokens();
    const from = api.sandbox.requests.length;
    const answer = await send(tokens, { connection_id: 'moved', end_user: { id: 'ada' }, metadata: { from: 'elsewhere' } });
    expect(answer.status).toBe(201);
    expect(steps(from)).not.toContain('token');
    expect(fullConnection.parse(answer.body)).toMatchObject({
      connection_id: 'moved',
      provider: 'pingone',
      status: 'active',
      end_user: { id: 'ada' },
      metadata: { from: 'elsewhere' },
      environment: { id: acme()!.environmentId, region: 'NA' },
      access: [
        { name: 'read_profile', allowed: true },
        { name: 'read_own_user', allowed: true, proxy_path: expect.stringContaining('/users/') },
      ],
      credentials: { type: 'OAUTH2', access_token: tokens.access_token },
    });
    expect(answer.text).not.toContain(tokens.refresh_token);
    const refreshed = await read('moved', '&force_refresh=true&refresh_token=true');
    expect(refreshed.status).toBe(200);
    expect(refreshed.body.credentials.access_token).not.toBe(tokens.access_token);
    expect(refreshed.body.credentials.refresh_token).not.toBe(tokens.refresh_token);
  });

  it.each([
    ['there is no access token', () => ({ access_token: undefined })],
    ['it has expired', () => ({ expires_at: new Date(api.clock.now().getTime() - 1).toISOString() })],
    ['it does not say when it expires', () => ({ access_token: 'opaque' })],
  ])('uses the refresh token when %s', async (_why, change) => {
    const tokens = await getTokens();
    const from = api.sandbox.requests.length;
    const answer = await send({ ...tokens, ...change() });
    expect(answer.status).toBe(201);
    expect(steps(from).filter((step) => step === 'token')).toHaveLength(1);
    expect(answer.body.credentials.access_token).not.toBe(tokens.access_token);
    expect((await read(answer.body.connection_id, '&force_refresh=true')).status).toBe(200);
  });

  it('keeps the OAuth client that the tokens were given to, where it is not the integration’s', async () => {
    const { clientId: client_id, clientSecret: client_secret } = findPortal(acme());
    const tokens = await getTokens();
    const without = await send({ ...tokens, access_token: undefined }, { provider_config_key: 'bring' });
    expect(without.body.error.code).toBe('oauth_client_missing');
    const answer = await send({ ...tokens, config_override: { client_id, client_secret } }, { provider_config_key: 'bring' });
    expect(answer.status).toBe(201);
    expect(answer.body.credentials.config_override).toEqual({ client_id });
    const refreshed = await read(answer.body.connection_id, '&force_refresh=true&include_secrets=true', 'bring');
    expect(refreshed.body.credentials.config_override).toEqual({ client_id, client_secret });
  });

  it('stores nothing that the API or the token endpoint refuses', async () => {
    const { access_token, refresh_token } = await getTokens();
    const [head, body] = access_token.split('.');
    const forged = await send({ access_token: `${head}.${body}.AAAA` }, { connection_id: 'refused' });
    expect(forged.status).toBeGreaterThanOrEqual(400);
    const unknown = await send({ refresh_token: 'x'.repeat(40) }, { connection_id: 'refused' });
    expect(unknown.status).toBeGreaterThanOrEqual(400);
    expect(forged.text + unknown.text).not.toContain(access_token.slice(0, 40));
    expect(outcome(await read('refused'))).toEqual([404, 'unknown_connection']);
    expect((await send({ refresh_token })).status).toBe(201);
  });

  it('does not spend a refresh token on a connection that leads elsewhere, and sends no token to another environment', async () => {
    const tokens = await getTokens();
    await send(tokens, { connection_id: 'here' });
    const { environmentId, tld } = api.sandbox.environments[1]!;
    const connection_config = { environmentId, tld };
    const from = api.sandbox.requests.length;
    const other = await send({ refresh_token: tokens.refresh_token }, { connection_id: 'here', connection_config });
    expect(outcome(other)).toEqual([422, 'identity_mismatch']);
    expect(steps(from)).toEqual([]);
    const moved = await send({ access_token: tokens.access_token }, { connection_config });
    expect(moved.status).toBe(422);
    expect(steps(from).filter((step) => step !== 'discovery')).toEqual([]);
  });

  it.each([
    ['no token at all', {}, ['credentials', 'access_token']],
    ['an expired one alone', { access_token: 'a', expires_at: '2020-01-01T00:00:00Z' }, ['credentials', 'access_token']],
    ['one alone of which nobody knows the end', { access_token: 'opaque' }, ['credentials', 'expires_at']],
    ['an end that is no moment', { access_token: 'a', expires_at: 'soon' }, ['credentials', 'expires_at']],
    ['what is not known', { access_token: 'a', scope: 'openid' }, ['credentials', 'scope']],
    ['a typed credential', { type: 'OAUTH2_CC', client_id: 'a', client_secret: 'b' }, ['credentials', 'type']],
  ])('refuses %s, and names the place', async (_what, credentials, path) => {
    const answer = await send(credentials);
    expect([...outcome(answer), firstPath(answer)]).toEqual([400, 'invalid_body', path]);
  });
});

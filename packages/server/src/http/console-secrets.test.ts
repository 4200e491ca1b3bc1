import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashQuickly } from '../testing/hash-quickly.ts';
import { signInToConsole, type SignedInToConsole } from '../testing/sign-in-to-console.ts';
import { connectBody, startApi, type TestApi } from '../testing/start-api.ts';

const PASSWORD = 'correct horse battery staple';
const CLIENT_SECRET = 'canary~of-the-integration';
let api: TestApi;
let admin: SignedInToConsole;
let connectionId: string;
beforeAll(async () => {
  const integrations = () => [{ id: 'pingone-cc', provider: 'pingone-cc' }];
  api = await startApi({ integrations, options: { console: { passwordHash: hashQuickly(PASSWORD) } } });
  admin = await signInToConsole(api, PASSWORD);
  const token = await api.startSession();
  const connected = await api.call('POST', '/connect/connections', { token, json: connectBody(api.sandbox.environments[0]!) });
  connectionId = connected.body.data.connection_id;
});
afterAll(() => api.close());

describe('An administrator at the console', () => {
  it('is told no token and no secret of a connection', async () => {
    const path = `/connections/${connectionId}?provider_config_key=pingone-cc`;
    const shown = await api.call('GET', path, { headers: admin.headers });
    expect([shown.status, shown.body.credentials]).toEqual([200, {}]);
    expect((await api.call('GET', `${path}&include_secrets=true`, { headers: admin.headers })).status).toBe(403);
  });

  it('sees whose an OAuth client is, and never its secret', async () => {
    const credentials = { type: 'OAUTH2', client_id: 'the-app', client_secret: CLIENT_SECRET, scopes: 'openid' };
    const json = { provider: 'pingone', unique_key: 'signed-in', credentials };
    expect((await api.call('POST', '/integrations', { headers: admin.headers, json })).status).toBe(200);
    const shown = await api.call('GET', '/integrations/signed-in?include=credentials', { headers: admin.headers });
    expect(shown.body.data.credentials).toMatchObject({ client_id: 'the-app', scopes: 'openid' });
    expect(shown.text).not.toContain(CLIENT_SECRET);
    const told = await api.call('GET', '/integrations/signed-in?include=credentials', { token: api.secretKey });
    expect(told.body.data.credentials.client_secret).toBe(CLIENT_SECRET);
  });

  it.each(['connections:read_credentials', 'connections:read_secrets', 'all'])('makes no key with the scope %s', async (scope) => {
    const answer = await api.call('POST', '/keys', { headers: admin.headers, json: { name: 'Too much', scopes: [scope] } });
    expect([answer.status, answer.body.error.code]).toEqual([403, 'forbidden']);
  });
});

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scenarios } from '@latchkey/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginSignIn, callBack, findPortal, openBrowser, portalIntegration, signInBody, signOn, spendTicket } from '../testing/sign-in.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

const folder = mkdtempSync(join(tmpdir(), 'latchkey-'));
let api: TestApi;
/** What may stand in no log and in no file. */
const secrets = new Set<string>();
/** What may not even stand in an answer to the page. */
const kept = new Set<string>();

beforeAll(async () => {
  api = await startApi({
    integrations: ({ environments }) => [portalIntegration(environments[0]), { id: 'bring', provider: 'pingone' }],
    options: { requestTimeoutMs: 300, database: join(folder, 'latchkey.db') },
  });
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
});

async function attempt(json: unknown, scenario?: () => void): Promise<void> {
  const token = await api.startSession();
  secrets.add(token);
  let begun;
  try {
    begun = await beginSignIn(api, token, json);
  } catch {
    // Refused before the window opened: that is an answer, too.
    return;
  }
  secrets.add(begun.ticket);
  const browser = openBrowser(api);
  const { body } = await spendTicket(api, browser, begun.ticket);
  scenario?.();
  const { url, state } = { url: body.authorization_url, state: new URL(body.authorization_url).searchParams.get('state') ?? '' };
  secrets.add(state);
  secrets.add(new URL(url).searchParams.get('nonce') ?? '');
  const callback = await signOn(api, browser, url);
  for (const pair of browser.cookiesFor(`${api.url}/oauth/callback`).split('; ')) secrets.add(pair.split('=')[1] ?? '');
  const code = callback.searchParams.get('code');
  if (code !== null) secrets.add(code);
  await callBack(api, browser, callback);
  await callBack(api, openBrowser(api), callback);
  await api.call('GET', `/connect/authorizations/${begun.authorizationId}`, { token });
}

describe('What a sign-in keeps secret', () => {
  it('is used in signing in, failing in every way, refreshing and reading', { timeout: 60_000 }, async () => {
    const [environment] = api.sandbox.environments;
    const { clientId: client_id, clientSecret: client_secret } = findPortal(environment);
    kept.add(client_secret);
    for (const { id, steps, effects } of scenarios) {
      if (id === 'token_slow') continue;
      // Trouble on the provider's own pages never leads back here.
      const ways = id.startsWith('provider_') ? ['token'] : ['authorize', 'resume', 'token'];
      for (const step of steps.filter((one) => ways.includes(one))) {
        const [variant] = Object.keys(effects);
        api.clock.advance(60 * 60_000);
        await attempt(signInBody(environment), () => api.sandbox.setScenario(id, { step, ...(variant !== undefined && { variant }) }));
        api.sandbox.clearScenario();
      }
    }
    const canary = 'canary-~.secret_with%2B+&=';
    kept.add(canary);
    for (const secret of [client_secret, canary]) {
      await attempt(signInBody(environment, { integration_id: 'bring', credentials: { client_id, client_secret: secret } }));
    }
    for (let times = 0; times < 2; times += 1) await attempt(signInBody(environment));
    const { connections } = await api.connect.listConnections({ limit: 3 });
    expect(connections).toHaveLength(3);
    for (const { connection_id: connectionId, provider_config_key: integrationId } of connections) {
      const { credentials } = await api.connect.getConnection({ integrationId, connectionId, forceRefresh: true, refreshToken: true });
      if (credentials.type !== 'OAUTH2') throw new Error('Another kind of credentials was expected.');
      secrets.add(credentials.access_token);
      secrets.add(credentials.refresh_token ?? '');
    }
    for (const secret of [...secrets, ...kept]) expect(secret.length).toBeGreaterThan(20);
    expect(secrets.size).toBeGreaterThan(80);
  });

  it('stands in no log, client secrets included', () => {
    const logs = api.logs.join('\n');
    expect(logs).toContain('/oauth/callback');
    expect([...secrets, ...kept].filter((secret) => logs.includes(secret))).toEqual([]);
    expect(logs).not.toContain('eyJ');
  });

  it('stands nowhere in the database’s files', () => {
    const bytes = readdirSync(folder)
      .map((file) => readFileSync(join(folder, file), 'latin1'))
      .join('');
    // The test can fail: what is stored openly is found.
    expect(bytes).toContain(api.sandbox.environments[0]?.environmentId);
    expect([...secrets, ...kept].filter((secret) => bytes.includes(secret))).toEqual([]);
  });

  it('stands in no answer, where it is a client secret', () => {
    const answers = api.answers.join('\n');
    expect([...kept].filter((secret) => answers.includes(secret))).toEqual([]);
  });
});

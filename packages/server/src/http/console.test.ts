import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from '../console/password.ts';
import { describePrincipal } from '../core/console-session.ts';
import type { Store } from '../store/store.ts';
import { hashQuickly } from '../testing/hash-quickly.ts';
import { fromOwnPage, readSessionCookie, signInToConsole } from '../testing/sign-in-to-console.ts';
import { connectBody, startApi, type TestAnswer, type TestApi } from '../testing/start-api.ts';
import { generateSecret, hashSecret } from '../use-cases/hash-secret.ts';
import { routes } from './routes.ts';

const PASSWORD = 'correct horse battery staple';
const HOUR_MS = 60 * 60_000;
let api: TestApi;
let store: Store;
let passwordHash: string;
beforeAll(async () => {
  passwordHash = hashQuickly(PASSWORD);
  api = await startApi({
    options: { console: { passwordHash } },
    wrapStore: (opened) => (store = opened),
  });
});
afterAll(() => api.close());

const outcome = ({ status, body }: TestAnswer): unknown[] => [status, body?.error?.code];
const tryPassword = (password: string, headers = fromOwnPage(api)): Promise<TestAnswer> =>
  api.call('POST', '/console/api/session', { json: { password }, headers });
const ask = (cookie: string, path = '/settings'): Promise<TestAnswer> => api.call('GET', path, { headers: { cookie } });

/** Somebody who may only look. */
async function signInViewer(): Promise<{ cookie: string; headers: Readonly<Record<string, string>> }> {
  const token = generateSecret();
  const { method } = (await store.findConsoleSession(hashSecret((await signInToConsole(api, PASSWORD)).cookie.split('=')[1] ?? '')))!;
  const now = api.clock.now();
  await store.insertConsoleSession({
    sessionId: generateSecret(),
    tokenHash: hashSecret(token),
    subject: 'oidc:viewer',
    name: 'Vera',
    role: 'viewer',
    via: 'password',
    method,
    createdAt: now,
    expiresAt: new Date(now.getTime() + HOUR_MS),
  });
  const cookie = `__Host-latchkey_console=${token}`;
  const { body } = await ask(cookie, '/console/api/session');
  return { cookie, headers: { ...fromOwnPage(api), cookie, 'x-latchkey-csrf': body.data.csrf_token } };
}

describe('Signing in to the console', () => {
  it('is told of to who is not signed in', async () => {
    const answer = await api.call('GET', '/console/api/session');
    expect([answer.status, answer.body.data]).toEqual([200, { user: null, csrf_token: null, sign_in: { password: true, oidc: null } }]);
  });

  it('by password sets a cookie that no script reads and no foreign page sends along, and tells who it is', async () => {
    const answer = await tryPassword(PASSWORD);
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-latchkey_console=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=604800$/),
    ]);
    const { user, csrf_token } = answer.body.data;
    expect(user).toEqual({ name: 'Administrator', role: 'admin', via: 'password' });
    expect(csrf_token).toMatch(/^[\w-]{43}$/);
    const later = await ask(readSessionCookie(answer.headers), '/console/api/session');
    expect(later.body.data).toEqual(answer.body.data);
  });

  it('is refused with a wrong password, and with none', async () => {
    const answer = await tryPassword('correct horse battery');
    expect(outcome(answer)).toEqual([401, 'sign_in_refused']);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(outcome(await tryPassword(''))).toEqual([400, 'invalid_body']);
    await tryPassword(PASSWORD);
  });

  it.each([
    ['of another origin', { origin: 'https://evil.example.com', 'sec-fetch-site': 'cross-site' }],
    ['of a neighbour on the same site', { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' }],
    ['that does not say where it comes from', {}],
  ])('is refused to a page %s, so that nobody is signed in by another', async (_what, headers) => {
    expect(outcome(await tryPassword(PASSWORD, headers as never))).toEqual([403, 'origin_not_allowed']);
  });

  it('always gives a new token, and ends the session that was there: none can be foisted on anybody', async () => {
    const first = await signInToConsole(api, PASSWORD);
    const second = await signInToConsole(api, PASSWORD, first.cookie);
    expect([second.cookie, second.csrfToken]).not.toContain(first.cookie);
    expect(outcome(await ask(first.cookie))).toEqual([401, 'console_session_ended']);
    expect((await ask(second.cookie)).status).toBe(200);
    const foisted = await signInToConsole(api, PASSWORD, '__Host-latchkey_console=foisted');
    expect(foisted.cookie).not.toContain('foisted');
  });

  it('waits after five wrong passwords in a minute, longer each time, and is free again after the right one', async () => {
    api.clock.advance(2 * HOUR_MS);
    for (let wrong = 0; wrong < 5; wrong += 1) expect((await tryPassword('wrong password')).status).toBe(401);
    const refused = await tryPassword(PASSWORD);
    expect(outcome(refused)).toEqual([429, 'too_many_request']);
    expect(refused.headers.get('retry-after')).toBe('60');
    api.clock.advance(60_000);
    expect((await tryPassword('wrong password')).status).toBe(401);
    expect((await tryPassword(PASSWORD)).headers.get('retry-after')).toBe('120');
    api.clock.advance(120_000);
    expect((await tryPassword(PASSWORD)).status).toBe(200);
    expect((await tryPassword('wrong password')).status).toBe(401);
    expect((await tryPassword(PASSWORD)).status).toBe(200);
  });

  it('counts passwords that are tried at the same time', async () => {
    // The hash costs what it costs in earnest, so that all have come before one of them is looked at.
    const costly = await startApi({ options: { console: { passwordHash: await hashPassword(PASSWORD) } } });
    const signIn = { json: { password: 'wrong password' }, headers: fromOwnPage(costly) };
    const answers = await Promise.all(Array.from({ length: 12 }, () => costly.call('POST', '/console/api/session', signIn)));
    await costly.close();
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
  });
});

describe('A session of the console', () => {
  it('opens the API to its page, and says who it was in the audit list and the request log', async () => {
    const { headers, cookie } = await signInToConsole(api, PASSWORD);
    for (const path of ['/connections', '/overview', '/settings', '/audit', '/encryption', '/integrations', '/keys', '/logs/operations']) {
      expect([path, (await ask(cookie, path)).status]).toEqual([path, 200]);
    }
    const made = await api.call('POST', '/keys', { headers, json: { name: 'One', scopes: ['proxy'] } });
    expect(made.status).toBe(201);
    const audit = await ask(cookie, '/audit');
    expect(audit.body.data[0]).toMatchObject({ actor: { kind: 'console', name: 'Administrator' }, action: 'POST /keys', status: 201 });
  });

  it('makes no key that may read end users’ secrets, and reads none itself', async () => {
    const { headers } = await signInToConsole(api, PASSWORD);
    for (const scopes of [['all'], ['connections:read_secrets']]) {
      expect(outcome(await api.call('POST', '/keys', { headers, json: { name: 'More', scopes } }))).toEqual([403, 'forbidden']);
    }
  });

  const changing = routes.filter(({ caller, method }) => caller === 'console' || (caller === 'backend' && method !== 'GET'));
  const target = (path: string): string => path.replaceAll(/:\w+/g, 'some-id');
  const named = changing.map(({ method, path, caller }) => ({ method, path, caller, name: `${method} ${path}` }));

  it.each(named)(
    'does nothing by $name without the CSRF token, with another one, or for a page of another origin',
    async ({ method, path }) => {
      const { cookie, headers, csrfToken } = await signInToConsole(api, PASSWORD);
      const call = (given: Readonly<Record<string, string>>): Promise<TestAnswer> => api.call(method, target(path), { headers: given });
      const { 'x-latchkey-csrf': _token, ...without } = headers as Record<string, string>;
      expect(outcome(await call(without))).toEqual([403, 'csrf_token_invalid']);
      expect(outcome(await call({ ...headers, 'x-latchkey-csrf': `${csrfToken.slice(1)}x` }))).toEqual([403, 'csrf_token_invalid']);
      expect(outcome(await call({ cookie, 'x-latchkey-csrf': csrfToken }))).toEqual([403, 'origin_not_allowed']);
      expect(outcome(await call({ ...headers, origin: 'https://evil.example.com' }))).toEqual([403, 'origin_not_allowed']);
      expect(outcome(await call({ ...headers, 'sec-fetch-site': 'cross-site' }))).toEqual([403, 'origin_not_allowed']);
      expect(outcome(await call({ ...headers, 'sec-fetch-site': 'same-site' }))).toEqual([403, 'origin_not_allowed']);
      expect((await ask(cookie)).status).toBe(200);
    },
  );

  it('shows nothing to a page of another origin that has the browser ask', async () => {
    const { cookie } = await signInToConsole(api, PASSWORD);
    for (const site of ['cross-site', 'same-site']) {
      const answer = await api.call('GET', '/connections', { headers: { cookie, 'sec-fetch-site': site } });
      expect(outcome(answer)).toEqual([403, 'origin_not_allowed']);
      const { body } = await api.call('GET', '/console/api/session', { headers: { cookie, 'sec-fetch-site': site } });
      expect(body.data).toMatchObject({ user: null, csrf_token: null });
    }
    expect((await api.call('GET', '/connections', { headers: { cookie, 'sec-fetch-site': 'none' } })).status).toBe(200);
  });

  it('calls the provider’s API only with the CSRF token, reads too, and passes neither it nor the cookie on', async () => {
    const { headers, cookie } = await signInToConsole(api, PASSWORD);
    const token = await api.startSession();
    const { body } = await api.call('POST', '/connect/connections', { token, json: connectBody(api.sandbox.environments[0]!) });
    const connection = { 'provider-config-key': 'pingone-cc', 'connection-id': body.data.connection_id };
    const path = '/proxy/v1/environments';
    expect(outcome(await api.call('GET', path, { headers: { cookie, ...fromOwnPage(api), ...connection } }))).toEqual([
      403,
      'csrf_token_invalid',
    ]);
    expect((await api.call('GET', path, { headers: { ...headers, ...connection } })).status).toBe(200);
    const { data } = (await ask(cookie, '/logs/operations?type=proxy&limit=1')).body;
    expect(data[0].caller).toEqual({ type: 'console', id: 'password', name: 'Administrator' });
    const { messages } = (await ask(cookie, `/logs/operations/${data[0].id}`)).body.data;
    const sent = messages[0].request_headers.map(({ name }: { name: string }) => name.toLowerCase());
    expect(sent).not.toEqual(expect.arrayContaining([expect.stringMatching(/cookie|csrf/)]));
  });

  it('does not count beside a secret key: the key alone is judged', async () => {
    const { headers } = await signInToConsole(api, PASSWORD);
    const { key } = (await api.connect.createSecretKey({ name: 'Narrow', scopes: ['proxy'] })).data;
    expect(outcome(await api.call('GET', '/connections', { headers, token: key }))).toEqual([403, 'forbidden']);
    expect(outcome(await api.call('GET', '/connections', { headers, token: 'latchkey_sk_wrong' }))).toEqual([401, 'unknown_account']);
    const { cookie } = await signInToConsole(api, PASSWORD);
    expect(
      (await api.call('GET', '/connections', { headers: { cookie, 'sec-fetch-site': 'cross-site' }, token: api.secretKey })).status,
    ).toBe(200);
  });

  it('is over after 12 hours without use, and after seven days whatever its use', async () => {
    const idle = await signInToConsole(api, PASSWORD);
    api.clock.advance(12 * HOUR_MS - 1);
    expect((await ask(idle.cookie)).status).toBe(200);
    await api.connect.checkHealth();
    api.clock.advance(12 * HOUR_MS);
    expect(outcome(await ask(idle.cookie))).toEqual([401, 'console_session_ended']);

    const used = await signInToConsole(api, PASSWORD);
    for (let hours = 0; hours <= 161; hours += 7) {
      expect([hours, (await ask(used.cookie)).status]).toEqual([hours, 200]);
      api.clock.advance(7 * HOUR_MS);
    }
    expect(outcome(await ask(used.cookie))).toEqual([401, 'console_session_ended']);
  });

  it('is stored by its hash alone', async () => {
    const { cookie } = await signInToConsole(api, PASSWORD);
    const token = cookie.split('=')[1] ?? '';
    expect(JSON.stringify(await store.findConsoleSession(hashSecret(token)))).not.toContain(token);
    expect(api.logs.join('\n')).not.toContain(token);
    expect(api.logs.join('\n')).not.toContain(PASSWORD);
  });

  it('is over when the password is another one', async () => {
    const { cookie } = await signInToConsole(api, PASSWORD);
    const database = store;
    const other = await startApi({
      options: { console: { passwordHash: hashQuickly('another password') }, clock: api.clock },
      wrapStore: (own) => ({ ...own, findConsoleSession: (hash) => database.findConsoleSession(hash) }),
    });
    expect(outcome(await other.call('GET', '/settings', { headers: { cookie } }))).toEqual([401, 'console_session_ended']);
    await other.close();
  });
});

describe('Who may only look', () => {
  const target = (path: string): string => path.replaceAll(/:\w+/g, 'some-id');
  const rows = routes.flatMap(({ method, path, scope }) =>
    scope === undefined ? [] : [{ method, path, scope, name: `${method} ${path}` }],
  );
  const readable = ['integrations:read', 'connections:read', 'logs:read', 'webhooks:read', 'audit:read', 'settings:read'];

  it('has the scopes that only read, without credentials, secrets and keys', () => {
    const session = { subject: 'a', name: 'a', role: 'viewer', via: 'oidc' } as never;
    expect(describePrincipal(session).scopes).toEqual(readable);
  });

  it.each(rows.filter(({ scope }) => !readable.includes(scope)))('is refused by $name', async ({ method, path }) => {
    const { headers } = await signInViewer();
    const answer = await api.call(method, target(path), { headers });
    expect(outcome(answer)).toEqual([403, 'forbidden']);
    expect(answer.body.error.message).toContain('"viewer"');
  });

  it('is refused by the proxy, and sees no token of a connection', async () => {
    const { headers, cookie } = await signInViewer();
    expect(outcome(await api.call('GET', '/proxy/v1/environments', { headers }))).toEqual([403, 'forbidden']);
    const { connections } = (await ask(cookie, '/connections?limit=1')).body;
    const shown = await ask(cookie, `/connections/${connections[0].connection_id}?provider_config_key=pingone-cc`);
    expect([shown.status, shown.body.credentials]).toEqual([200, {}]);
  });

  it('signs out everywhere alone, an administrator everybody', async () => {
    const [one, other, admin] = [await signInViewer(), await signInViewer(), await signInToConsole(api, PASSWORD)];
    expect((await api.call('DELETE', '/console/api/sessions', { headers: one.headers })).status).toBe(204);
    expect((await ask(one.cookie)).status).toBe(401);
    expect((await ask(other.cookie)).status).toBe(401);
    expect((await ask(admin.cookie)).status).toBe(200);
    const third = await signInViewer();
    expect((await api.call('DELETE', '/console/api/sessions', { headers: admin.headers })).status).toBe(204);
    expect((await ask(third.cookie)).status).toBe(401);
    expect((await ask(admin.cookie)).status).toBe(401);
  });
});

describe('Signing out', () => {
  it('ends the session: the cookie that somebody kept is worth nothing', async () => {
    const { headers, cookie } = await signInToConsole(api, PASSWORD);
    const answer = await api.call('DELETE', '/console/api/session', { headers });
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([
      204,
      [expect.stringMatching(/^__Host-latchkey_console=; .*Max-Age=0$/)],
    ]);
    expect(outcome(await ask(cookie))).toEqual([401, 'console_session_ended']);
    expect((await ask(cookie, '/console/api/session')).body.data.user).toBeNull();
    expect(outcome(await api.call('DELETE', '/console/api/session', { headers }))).toEqual([401, 'console_session_ended']);
  });

  it('needs somebody who is signed in; a secret key is not', async () => {
    for (const path of ['/console/api/session', '/console/api/sessions']) {
      expect(outcome(await api.call('DELETE', path))).toEqual([401, 'console_session_ended']);
      expect(outcome(await api.call('DELETE', path, { token: api.secretKey }))).toEqual([401, 'console_session_ended']);
    }
  });
});

describe('Without the option "console"', () => {
  it('there is none: its routes are not found, and its cookie says nothing', async () => {
    const bare = await startApi();
    const { cookie } = await signInToConsole(api, PASSWORD);
    for (const { method, path } of routes.filter((route) => route.path.startsWith('/console/'))) {
      const answer = await bare.call(method, path, { ...(method === 'POST' && { json: { password: PASSWORD } }), headers: { cookie } });
      expect([path, ...outcome(answer)]).toEqual([path, 404, 'not_found']);
    }
    expect(outcome(await bare.call('GET', '/connections', { headers: { cookie } }))).toEqual([401, 'missing_auth_header']);
    await bare.close();
  });

  it('at the root of an app, the pages below /console are the app’s', async () => {
    const own = await startApi({
      path: '',
      mount: (app, connect) => {
        app.use(connect.router);
        app.get('/console/overview', (_request, response) => void response.send('a page'));
      },
    });
    expect((await own.call('GET', '/console/overview')).text).toBe('a page');
    expect(outcome(await own.call('GET', '/console/api/session'))).toEqual([404, 'not_found']);
    await own.close();
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type TestAnswer, type TestApi } from '../testing/start-api.ts';
import { readSessionCookie } from '../testing/sign-in-to-console.ts';
import { startIssuer, type TestIssuer } from '../testing/start-issuer.ts';

let api: TestApi;
let issuer: TestIssuer;
let now = (): Date => new Date();
beforeAll(async () => {
  issuer = await startIssuer(() => now());
  const oidc = { issuer: issuer.url, ...issuer.client, label: 'Acme', adminGroup: 'admins', viewerGroup: 'viewers' };
  api = await startApi({ options: { console: { oidc } } });
  now = () => api.clock.now();
});
afterEach(() => issuer.behave());
afterAll(async () => {
  await api.close();
  await issuer.close();
});

/** Begins in a browser of its own: where it is sent, and the cookie that it was given. */
async function start(returnTo?: string): Promise<{ location: string; cookie: string }> {
  const query = returnTo === undefined ? '' : `?return_to=${encodeURIComponent(returnTo)}`;
  const answer = await api.call('GET', `/console/api/oidc/start${query}`, { headers: { 'sec-fetch-site': 'same-origin' } });
  expect(answer.status).toBe(303);
  const [cookie = ''] = answer.headers.getSetCookie();
  expect(cookie).toMatch(/^__Host-latchkey_console_oidc=.*; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=600$/);
  return { location: answer.headers.get('location') ?? '', cookie: cookie.split(';')[0] ?? '' };
}

const callBack = (back: URL, cookie = ''): Promise<TestAnswer> =>
  api.call('GET', `/console/api/oidc/callback${back.search}`, { headers: { cookie, 'sec-fetch-site': 'cross-site' } });

async function signIn(returnTo?: string): Promise<TestAnswer> {
  const { location, cookie } = await start(returnTo);
  return callBack(issuer.authorize(location), cookie);
}

function expectRefusal(answer: TestAnswer, status: number, text: RegExp): void {
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toContain('text/html');
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(answer.text).toMatch(text);
  expect(readSessionCookie(answer.headers)).toBe('');
}

const whoIs = async (answer: TestAnswer): Promise<unknown> =>
  (await api.call('GET', '/console/api/session', { headers: { cookie: readSessionCookie(answer.headers) } })).body.data.user;

const countAudit = async (): Promise<number> => (await api.call('GET', '/audit?limit=200', { token: api.secretKey })).body.data.length;

describe('Signing in to the console through an OpenID Connect provider', () => {
  it('is offered with its label', async () => {
    const { body } = await api.call('GET', '/console/api/session');
    expect(body.data.sign_in).toEqual({ password: false, oidc: { label: 'Acme' } });
  });

  it('leads back to where the person wanted to go, with a session of their role', async () => {
    const answer = await signIn('/console/connections/pingone-cc/one?tab=logs#last');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/console/connections/pingone-cc/one?tab=logs#last']);
    expect(await whoIs(answer)).toEqual({ name: 'Grace', role: 'admin', via: 'oidc' });
  });

  it.each([
    ['a list that names both groups', ['others', 'viewers', 'admins'], 'admin'],
    ['a list', ['viewers'], 'viewer'],
    ['a single text', 'viewers', 'viewer'],
  ])('reads the role from a claim that is %s', async (_what, groups, role) => {
    issuer.behaviour.claims = { groups };
    expect(await whoIs(await signIn())).toMatchObject({ role });
  });

  it('asks for user info when the ID token says nothing of groups', async () => {
    const other = await startIssuer(() => now());
    other.behaviour.claims = {};
    other.behaviour.userInfo = { groups: ['viewers'] };
    const oidc = { issuer: other.url, ...other.client, viewerGroup: 'viewers' };
    const own = await startApi({ options: { console: { oidc } } });
    const before = now;
    now = () => own.clock.now();
    const begun = await own.call('GET', '/console/api/oidc/start');
    const back = other.authorize(begun.headers.get('location') ?? '');
    const cookie = begun.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const answer = await own.call('GET', `/console/api/oidc/callback${back.search}`, { headers: { cookie } });
    const session = await own.call('GET', '/console/api/session', { headers: { cookie: readSessionCookie(answer.headers) } });
    expect(session.body.data.user).toEqual({ name: 'Grace', role: 'viewer', via: 'oidc' });
    now = before;
    await own.close();
    await other.close();
  });

  it('works with a client that proves itself in the body', async () => {
    issuer.behaviour.clientAuth = 'post';
    expect((await signIn()).status).toBe(303);
  });

  it.each([
    ['in neither group', { groups: ['others'] }],
    ['in a group that is named like one', { groups: ['admins2', 'ADMINS', 'admin'] }],
    ['in groups that are no texts', { groups: [{ name: 'admins' }] }],
    ['in no group', {}],
  ])('refuses who is %s, on a page that says so, and writes it down', async (_what, claims) => {
    issuer.behaviour.claims = claims;
    const before = await countAudit();
    expectRefusal(await signIn(), 403, /in no group/);
    const { data } = (await api.call('GET', '/audit', { token: api.secretKey })).body;
    expect(data).toHaveLength(before + 1);
    expect(data[0]).toMatchObject({ actor: { name: 'unknown' }, action: 'POST /console/api/session', target: 'oidc', status: 403 });
  });

  it('says on a page when the provider refused', async () => {
    issuer.behaviour.refuses = 'access_denied';
    expectRefusal(await signIn(), 403, /did not let you in/);
    issuer.behaviour.refuses = 'server_error';
    expectRefusal(await signIn(), 502, /did not sign you in: server_error/);
  });
});

describe('Attacks on signing in', () => {
  it('A response that another browser began is refused: with no cookie, and with that of another sign-in.', async () => {
    const [mine, theirs] = [await start(), await start()];
    const stolen = issuer.authorize(theirs.location);
    expectRefusal(await callBack(stolen), 400, /another browser/);
    expectRefusal(await callBack(stolen, mine.cookie), 400, /another browser/);
  });

  it('A state that was changed, left out or given twice is refused.', async () => {
    for (const change of [
      (query: URLSearchParams) => query.set('state', 'x'.repeat(43)),
      (query: URLSearchParams) => query.delete('state'),
      (query: URLSearchParams) => query.append('state', query.get('state') ?? ''),
    ]) {
      const { location, cookie } = await start();
      const back = issuer.authorize(location);
      change(back.searchParams);
      expectRefusal(await callBack(back, cookie), 400, /another browser/);
    }
  });

  it('A cookie that was changed, or is older than ten minutes, is refused.', async () => {
    const changed = await start();
    expectRefusal(await callBack(issuer.authorize(changed.location), `${changed.cookie}x`), 400, /ten minutes/);
    const old = await start();
    api.clock.advance(600_000);
    expectRefusal(await callBack(issuer.authorize(old.location), old.cookie), 400, /ten minutes/);
  });

  it('A response is good once.', async () => {
    const { location, cookie } = await start();
    const back = issuer.authorize(location);
    const answer = await callBack(back, cookie);
    expect(answer.status).toBe(303);
    expect(answer.headers.getSetCookie()).toContainEqual(expect.stringMatching(/^__Host-latchkey_console_oidc=; .*Max-Age=0$/));
    expectRefusal(await callBack(back, cookie), 502, /invalid_grant/);
  });

  it('Responses that somebody makes up fill no audit list.', async () => {
    const { location, cookie } = await start();
    const back = issuer.authorize(location);
    back.searchParams.delete('code');
    back.searchParams.set('error', 'access_denied');
    const before = await countAudit();
    for (let times = 0; times < 3; times += 1) expectRefusal(await callBack(back, cookie), 403, /did not let you in/);
    expect(await countAudit()).toBe(before);
  });

  it('A code that was got in another sign-in does not fit.', async () => {
    const [mine, theirs] = [await start(), await start()];
    const back = issuer.authorize(mine.location);
    back.searchParams.set('code', issuer.authorize(theirs.location).searchParams.get('code') ?? '');
    expectRefusal(await callBack(back, mine.cookie), 502, /invalid_grant/);
  });

  it('A response of another issuer is refused, and one that names none.', async () => {
    const { location, cookie } = await start();
    const back = issuer.authorize(location);
    back.searchParams.set('iss', 'https://evil.example.com');
    expectRefusal(await callBack(back, cookie), 502, /did not sign you in/);
    back.searchParams.delete('iss');
    expectRefusal(await callBack(back, cookie), 502, /did not sign you in/);
  });

  it.each([
    ['another nonce', () => ({ nonce: 'another' })],
    ['another issuer', () => ({ iss: 'https://evil.example.com' })],
    ['another audience', () => ({ aud: 'another-client' })],
    ['several audiences, given to another party', () => ({ aud: [issuer.client.clientId, 'other'], azp: 'other' })],
    ['an end that has passed', () => ({ exp: Math.floor(now().getTime() / 1000) - 120 })],
    ['no subject', () => ({ sub: undefined })],
  ])('An ID token with %s is refused.', async (_what, claims) => {
    issuer.behaviour.claims = { groups: ['admins'], ...claims() };
    expectRefusal(await signIn(), 502, /did not sign you in/);
  });

  it('An ID token that the issuer’s published key did not sign is refused.', async () => {
    issuer.behaviour.signsWithAnotherKey = true;
    expectRefusal(await signIn(), 502, /did not sign you in/);
  });

  it.each([
    'https://evil.example.com/console/',
    '//evil.example.com/console/',
    '/\\evil.example.com/console/',
    '\\\\evil.example.com',
    '/console',
    '/consoles/',
    '/console/../login',
    '/console/%2e%2e//evil.example.com',
    '/console/api/oidc/start',
    'javascript:alert(1)',
    '/\t/evil.example.com/',
    'console/',
  ])('Nobody is led elsewhere by %j.', async (returnTo) => {
    const answer = await signIn(returnTo);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/console/']);
  });

  it('No session that was there before is taken over: signing in makes a new one and ends the old.', async () => {
    const first = readSessionCookie((await signIn()).headers);
    const { location, cookie } = await start();
    const second = readSessionCookie((await callBack(issuer.authorize(location), `${cookie}; ${first}`)).headers);
    expect(second).not.toBe(first);
    expect((await api.call('GET', '/settings', { headers: { cookie: first } })).body.error.code).toBe('console_session_ended');
    expect((await api.call('GET', '/settings', { headers: { cookie: second } })).status).toBe(200);
  });

  it('One address begins and finishes 300 sign-ins a minute at most: each may have the provider asked for a token.', async () => {
    for (const path of ['/console/api/oidc/start', '/console/api/oidc/callback']) {
      const statuses = [];
      for (let times = 0; times < 301; times += 1) statuses.push((await api.call('GET', path)).status);
      expect([path, statuses.at(-1)]).toEqual([path, 429]);
    }
  });

  it('Nothing that was secret stands in a log or an answer.', () => {
    const said = [...api.logs, ...api.answers].join('\n');
    expect(said).not.toContain(issuer.client.clientSecret);
    expect(api.logs.join('\n')).not.toMatch(/code-\d|eyJ/);
  });
});

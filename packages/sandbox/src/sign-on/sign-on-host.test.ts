import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Sandbox } from '../create-sandbox.ts';
import { createSandbox } from '../create-sandbox.ts';
import type { Seeded } from '../testing/ask-sandbox.ts';
import { findSeeded } from '../testing/ask-sandbox.ts';
import type { Browser } from '../testing/browse.ts';
import { buildAuthorizeUrl, CALLBACK, exchangeCode, openBrowser, signOn } from '../testing/browse.ts';

let sandbox: Sandbox;
let portal: Seeded;
let browser: Browser;
let right: Record<string, string>;

beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 });
  portal = findSeeded(sandbox, 'Acme Portal');
  const [user] = portal.environment.users;
  right = { username: user?.username ?? '', password: user?.password ?? '', action: 'sign-on' };
});

afterEach(() => sandbox.clearScenario());

afterAll(() => sandbox.close());

async function begin(
  params: Record<string, string> = {},
): Promise<{ readonly url: string; readonly page: string; readonly response: Response }> {
  browser = openBrowser(sandbox);
  const { url, response } = await browser.open(buildAuthorizeUrl(sandbox, portal, params));
  return { url: url.href, page: await response.text(), response };
}

describe('the sign-on page', () => {
  test('has labelled fields and buttons, and names the environment and the application', async () => {
    const { page } = await begin({ login_hint: '"><i>ada' });
    expect(page).toMatch(/<label for="username">Username<\/label>\s*<input\s+id="username"/);
    expect(page).toMatch(/<label for="password">Password<\/label>\s*<input\s+id="password"/);
    expect(page).toMatch(/<button[^>]*>Sign On<\/button>\s*<button[^>]*>Cancel<\/button>/);
    expect(page).toContain('Acme Production');
    expect(page).toContain('Acme Portal');
    expect(page).toContain('value="&#34;&#62;&#60;i&#62;ada"');
    for (const { username } of portal.environment.users) expect(page).toContain(`<dt>${username}</dt>`);
  });

  test('runs no script and no inline style, and stands in no frame', async () => {
    const { response, page } = await begin();
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(response.headers.get('x-frame-options')).toBe('DENY');
    expect(response.headers.get('cross-origin-opener-policy')).toBeNull();
    expect(page).not.toMatch(/<script|<style| style=| on\w+=/);
    expect((await fetch(`${sandbox.url}/apps/sign-on.css`)).headers.get('content-type')).toMatch(/^text\/css/);
  });

  test.each([
    ['a wrong password', { password: 'wrong' }],
    ['an unknown username', { username: 'nobody' }],
    ['another environment’s user', { username: 'hank.scorpio' }],
  ])('says the same of %s, and keeps the username', async (_name, wrong) => {
    const { url } = await begin();
    const form: Record<string, string> = { ...right, ...wrong };
    const page = await (await browser.open(url, form)).response.text();
    expect(page).toContain('role="alert">Incorrect username or password. Please try again.');
    expect(page).toContain(`value="${form['username']}"`);
    expect(page).not.toContain('value="wrong"');
    expect((await browser.open(url, right)).url.searchParams.has('code')).toBe(true);
  });

  test('sends access_denied back when the person cancels', async () => {
    const { url } = await begin();
    const landing = await browser.open(url, { action: 'cancel', username: '', password: '' });
    expect(landing.url.href).toMatch(CALLBACK);
    expect([landing.url.searchParams.get('error'), landing.url.searchParams.get('state')]).toEqual(['access_denied', 'the-state']);
  });

  test.each([
    ['?flowId=unknown', 400, 'The sign-on has expired'],
    ['', 400, 'The sign-on has expired'],
    ['?error=oops', 400, 'The request cannot be completed'],
    [`?error=${encodeURIComponent('{"details":[{"message":"<b>"}]}')}`, 400, '&#60;b&#62;'],
    ['?signedOff=true', 200, 'You are signed off'],
  ])('%s says why there is nothing to do', async (query, status, title) => {
    const { environmentId } = portal.environment;
    const response = await fetch(`${sandbox.hosts.apps.replace('{tld}', 'com')}/${environmentId}/signon/${query}`);
    expect([response.status, await response.text()]).toEqual([status, expect.stringContaining(`<h1>${title}</h1>`)]);
  });

  test('is not there for an environment in another region, nor at another path', async () => {
    const apps = sandbox.hosts.apps.replace('{tld}', 'eu');
    expect((await fetch(`${apps}/${portal.environment.environmentId}/signon/`)).status).toBe(404);
    expect((await fetch(`${apps}/nothing`)).status).toBe(404);
  });
});

describe('a scenario', () => {
  test('sign_on_isolated severs the opener', async () => {
    sandbox.setScenario('sign_on_isolated');
    const { response, url } = await begin();
    expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect((await browser.open(url, right)).url.searchParams.has('code')).toBe(true);
  });

  test('sign_on_hangs does not answer, for this client alone', async () => {
    sandbox.setScenario('sign_on_hangs', { clientId: portal.clientId });
    const begun = await fetch(buildAuthorizeUrl(sandbox, portal), { redirect: 'manual' });
    const hangUp = new AbortController();
    const waiting = fetch(begun.headers.get('location') ?? '', { signal: hangUp.signal }).catch((error: unknown) => error);
    await expect.poll(() => sandbox.requests.at(-1)?.scenarios).toEqual(['sign_on_hangs']);
    hangUp.abort();
    expect(await waiting).toBeInstanceOf(DOMException);
    const other = await openBrowser(sandbox).open(buildAuthorizeUrl(sandbox, findSeeded(sandbox, 'Portal without scopes')));
    expect(other.response.status).toBe(200);
  });

  test('consent_asked shows what is asked for, and Allow gives a code', async () => {
    sandbox.setScenario('consent_asked');
    const { url } = await begin({ scope: 'openid p1:read:user' });
    const consent = await browser.open(url, right);
    const page = await consent.response.text();
    expect(page).toContain('<h1>Allow access?</h1>');
    expect(page).toContain('<code>p1:read:user</code>');
    const landing = await browser.open(consent.url.href, { action: 'allow' });
    expect((await exchangeCode(sandbox, portal, landing.url)).scope).toBe('openid p1:read:user');
  });

  test('consent_asked gives access_denied after Deny', async () => {
    sandbox.setScenario('consent_asked');
    const { url } = await begin();
    const consent = await browser.open(url, right);
    const landing = await browser.open(consent.url.href, { action: 'deny' });
    expect([landing.url.origin + landing.url.pathname, landing.url.searchParams.get('error')]).toEqual([CALLBACK, 'access_denied']);
  });

  test('consent_refused ends in access_denied, in a session too', async () => {
    sandbox.setScenario('consent_refused');
    const { url } = await begin();
    expect((await browser.open(url, right)).url.searchParams.get('error')).toBe('access_denied');
    sandbox.clearScenario();
    await signOn(sandbox, portal, {}, browser);
    sandbox.setScenario('consent_refused');
    expect((await browser.open(buildAuthorizeUrl(sandbox, portal))).url.searchParams.get('error')).toBe('access_denied');
  });

  test('redirect_uri_mismatch keeps the person here', async () => {
    sandbox.setScenario('redirect_uri_mismatch');
    const { page, response } = await begin();
    expect([response.status, page]).toEqual([400, expect.stringContaining('<h1>Redirect URI mismatch</h1>')]);
  });

  test.each(['unknown_client', 'application_disabled'])('%s keeps the person here', async (id) => {
    sandbox.setScenario(id);
    const { page, response } = await begin();
    expect([response.status, page]).toEqual([400, expect.stringContaining('<h1>The application does not exist or is disabled</h1>')]);
  });

  test('scope_refused sends invalid_scope back', async () => {
    sandbox.setScenario('scope_refused');
    expect((await signOn(sandbox, portal)).searchParams.get('error')).toBe('invalid_scope');
  });

  test('an outage reaches each step of a sign-on, unless it is narrowed to one', async () => {
    const { url } = await begin();
    sandbox.setScenario('provider_unavailable', { step: 'sign-on' });
    expect((await browser.open(url)).response.status).toBe(503);
    sandbox.setScenario('provider_unavailable', { step: 'resume' });
    const resumed = await browser.open(url, right);
    expect([resumed.url.pathname, resumed.response.status]).toEqual([expect.stringMatching(/\/resume$/), 503]);
    sandbox.setScenario('provider_unavailable', { step: 'authorize' });
    expect((await begin()).response.status).toBe(503);
  });
});

test('the log tells every step of a sign-on, and neither code nor password', async () => {
  const callback = await signOn(sandbox, portal);
  const code = callback.searchParams.get('code') ?? '';
  await exchangeCode(sandbox, portal, callback);
  expect(sandbox.requests.slice(-5).map(({ step }) => step)).toEqual(['authorize', 'sign-on', 'sign-on', 'resume', 'token']);
  const log = JSON.stringify(sandbox.requests);
  for (const secret of [code, right['password'] ?? '', portal.clientSecret]) expect(log).not.toContain(secret);
});

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Sandbox } from './create-sandbox.ts';
import { createSandbox } from './create-sandbox.ts';
import type { Seeded } from './testing/ask-sandbox.ts';
import { buildAuthUrl, findSeeded } from './testing/ask-sandbox.ts';
import { buildAuthorizeUrl, CALLBACK, exchangeCode, openBrowser, signOn, VERIFIER } from './testing/browse.ts';

const VALIDATION = 'The request could not be completed. One or more validation errors were in the request.';

let now = new Date('2026-03-01T10:00:00Z');
let sandbox: Sandbox;
let portal: Seeded;

beforeAll(async () => {
  sandbox = await createSandbox({ port: 0, clock: () => now });
  portal = findSeeded(sandbox, 'Acme Portal');
});

afterEach(() => sandbox.clearScenario());

afterAll(() => sandbox.close());

/** Says what came back to the application, without the correlation ID. */
function summarise({ searchParams }: URL): string {
  return `${searchParams.get('error')} ${searchParams.get('error_description')?.replace(/ \(Correlation ID: [0-9a-f-]{36}\)$/, '')}`;
}

describe('a sign-on', () => {
  test('leads over the sign-on page and /resume back to the application, with a code, the state and no issuer', async () => {
    const begun = await fetch(buildAuthorizeUrl(sandbox, portal), { redirect: 'manual' });
    const location = begun.headers.get('location') ?? '';
    expect(begun.status).toBe(302);
    expect(location).toMatch(`${sandbox.hosts.apps.replace('{tld}', 'com')}/${portal.environment.environmentId}/signon/?flowId=`);
    const [user] = portal.environment.users;
    const submitted = await fetch(location, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ username: user?.username ?? '', password: user?.password ?? '', action: 'sign-on' }),
    });
    const resume = new URL(submitted.headers.get('location') ?? '');
    expect(`${resume.origin}${resume.pathname}`).toBe(buildAuthUrl(sandbox, 'com', portal.environment.environmentId, '/resume'));
    const ended = await fetch(resume, { redirect: 'manual' });
    const callback = new URL(ended.headers.get('location') ?? '');
    expect([ended.status, callback.origin + callback.pathname]).toEqual([302, CALLBACK]);
    expect([...callback.searchParams.keys()].sort()).toEqual(['code', 'state']);
    expect(callback.searchParams.get('state')).toBe('the-state');
  });

  test('may begin with a form', async () => {
    const { origin, pathname, searchParams } = new URL(buildAuthorizeUrl(sandbox, portal));
    const { url } = await openBrowser(sandbox).open(origin + pathname, Object.fromEntries(searchParams));
    expect(url.pathname).toMatch(/\/signon\/$/);
  });

  test('is not asked for twice in one browser', async () => {
    const browser = openBrowser(sandbox);
    await signOn(sandbox, portal, {}, browser);
    const { url } = await browser.open(buildAuthorizeUrl(sandbox, portal));
    expect(url.href).toMatch(`${CALLBACK}?code=`);
  });

  test('is asked for again by prompt=login, and once it is older than max_age', async () => {
    const browser = openBrowser(sandbox);
    await signOn(sandbox, portal, {}, browser);
    const ask = async (params: Record<string, string>): Promise<string> =>
      (await browser.open(buildAuthorizeUrl(sandbox, portal, params))).url.pathname;
    expect(await ask({ prompt: 'login' })).toMatch(/\/signon\/$/);
    now = new Date(now.getTime() + 60_000);
    expect(await ask({ max_age: '60' })).toMatch(/\/callback$/);
    expect(await ask({ max_age: '59' })).toMatch(/\/signon\/$/);
    expect(await ask({ prompt: 'consent' })).toMatch(/\/callback$/);
  });

  test('by another person ends the session of the one before', async () => {
    const browser = openBrowser(sandbox);
    await signOn(sandbox, portal, {}, browser);
    const { url } = await browser.open(buildAuthorizeUrl(sandbox, portal, { prompt: 'login' }));
    const other = portal.environment.users[1];
    const landing = await browser.open(url.href, { username: other?.username ?? '', password: other?.password ?? '', action: 'sign-on' });
    expect(landing.url.href).toMatch(`${CALLBACK}?code=`);
  });

  test('is required by prompt=none, and not shown', async () => {
    const browser = openBrowser(sandbox);
    const { url } = await browser.open(buildAuthorizeUrl(sandbox, portal, { prompt: 'none' }));
    expect([url.origin + url.pathname, url.searchParams.get('error'), url.searchParams.get('state')]).toEqual([
      CALLBACK,
      'login_required',
      'the-state',
    ]);
    await signOn(sandbox, portal, {}, browser);
    expect((await browser.open(buildAuthorizeUrl(sandbox, portal, { prompt: 'none' }))).url.searchParams.has('code')).toBe(true);
  });

  test('in one environment is none in another', async () => {
    const browser = openBrowser(sandbox);
    await signOn(sandbox, portal, {}, browser);
    const other = findSeeded(sandbox, 'Acme Portal', 'Acme Staging');
    expect((await browser.open(buildAuthorizeUrl(sandbox, other))).url.pathname).toMatch(/\/signon\/$/);
  });

  test('in two tabs ends in both', async () => {
    const browser = openBrowser(sandbox);
    const [user] = portal.environment.users;
    const form = { username: user?.username ?? '', password: user?.password ?? '', action: 'sign-on' };
    const first = await browser.open(buildAuthorizeUrl(sandbox, portal, { state: 'one' }));
    const second = await browser.open(buildAuthorizeUrl(sandbox, portal, { state: 'two' }));
    expect((await browser.open(second.url.href, form)).url.searchParams.get('state')).toBe('two');
    expect((await browser.open(first.url.href, form)).url.searchParams.get('state')).toBe('one');
  });
});

describe('a request that stays here', () => {
  test.each([
    ['another redirect URI', 'Acme Portal', { redirect_uri: 'https://evil.example/latchkey/oauth/callback' }, 'Redirect URI mismatch'],
    ['another path', 'Acme Portal', { redirect_uri: `${CALLBACK}/` }, 'Redirect URI mismatch'],
    ['no redirect URI', 'Acme Portal', { redirect_uri: undefined }, 'Redirect URI mismatch'],
    [
      'an unknown client',
      'Acme Portal',
      { client_id: 'b3c1a6ae-5a1f-4c52-9d4e-0a5c8b7f1e23' },
      'The application does not exist or is disabled',
    ],
    ['no client', 'Acme Portal', { client_id: undefined }, 'The application does not exist or is disabled'],
    ['a worker', 'Worker with Post', {}, 'The application does not exist or is disabled'],
    ['a disabled application', 'Disabled portal', {}, 'The application does not exist or is disabled'],
  ])('%s of “%s” is shown on the sign-on page', async (_name, application, params, title) => {
    const { url, response } = await openBrowser(sandbox).open(buildAuthorizeUrl(sandbox, findSeeded(sandbox, application), params));
    expect(url.href).toMatch(`${sandbox.hosts.apps.replace('{tld}', 'com')}/${portal.environment.environmentId}/signon/?error=`);
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining(`<h1>${title}</h1>`)]);
  });
});

describe('a request that is sent back', () => {
  test.each([
    ['login_required', 'login_required The request could not be completed. There was an issue processing the request.'],
    ['authorization_refused', `invalid_request ${VALIDATION}: A parameter is not allowed for the application`],
  ])('under %s tells the application so, and its state', async (id, expected) => {
    sandbox.setScenario(id);
    const { url } = await openBrowser(sandbox).open(buildAuthorizeUrl(sandbox, portal));
    expect([summarise(url), url.searchParams.get('state')]).toEqual([expected, 'the-state']);
  });

  test.each([
    [
      'another response type',
      'Acme Portal',
      { response_type: 'token' },
      `unsupported_response_type ${VALIDATION}: Unsupported response type`,
    ],
    [
      'an implicit one',
      'Acme Portal',
      { response_type: 'id_token' },
      `unauthorized_client ${VALIDATION}: The response type is not enabled for the application`,
    ],
    ['no response type', 'Acme Portal', { response_type: undefined }, `invalid_request ${VALIDATION}: response_type is required`],
    ['pi.flow', 'Acme Portal', { response_mode: 'pi.flow' }, `invalid_request ${VALIDATION}: Unsupported response mode`],
    [
      'no proof key',
      'Portal with PKCE required',
      { code_challenge: undefined, code_challenge_method: undefined },
      `invalid_request ${VALIDATION}: code_challenge is required`,
    ],
    [
      'a plain proof key',
      'Portal with S256 required',
      { code_challenge_method: 'plain' },
      `invalid_request ${VALIDATION}: code_challenge_method must be S256`,
    ],
    [
      'an unknown method',
      'Acme Portal',
      { code_challenge_method: 'S512' },
      `invalid_request ${VALIDATION}: Unsupported code_challenge_method`,
    ],
    ['a short proof key', 'Acme Portal', { code_challenge: 'short' }, `invalid_request ${VALIDATION}: code_challenge is malformed`],
    [
      'no granted scope',
      'Portal without scopes',
      { scope: 'p1:read:user' },
      `invalid_scope ${VALIDATION}: At least one scope must be granted`,
    ],
    [
      'two resources',
      'Acme Portal',
      { scope: 'openid orders:read' },
      `invalid_scope ${VALIDATION}: May not request scopes for multiple resources`,
    ],
    ['a foreign resource', 'Acme Portal', { scope: 'orders:read' }, `invalid_scope ${VALIDATION}: At least one scope must be granted`],
    ['an unknown prompt', 'Acme Portal', { prompt: 'dance' }, `invalid_request ${VALIDATION}: unsupported prompt value requested`],
  ])('%s of “%s”', async (_name, application, params, expected) => {
    const url = await signOn(sandbox, findSeeded(sandbox, application), params);
    expect([url.origin + url.pathname, url.searchParams.get('state'), summarise(url)]).toEqual([CALLBACK, 'the-state', expected]);
  });
});

test('a parameter that comes twice, and a request object, are sent back as errors', async () => {
  const repeated = await openBrowser(sandbox).open(`${buildAuthorizeUrl(sandbox, portal)}&scope=openid`);
  expect(summarise(repeated.url)).toBe(`invalid_request ${VALIDATION}: scope must not be repeated`);
  const object = await openBrowser(sandbox).open(buildAuthorizeUrl(sandbox, portal, { request: 'x.y.z' }));
  expect(summarise(object.url)).toBe(`request_not_supported ${VALIDATION}: Request objects are not supported`);
});

describe('the proof key', () => {
  test('may be plain, and is the default method', async () => {
    for (const method of ['plain', undefined]) {
      const callback = await signOn(sandbox, portal, { code_challenge: VERIFIER, code_challenge_method: method });
      expect((await exchangeCode(sandbox, portal, callback)).status).toBe(200);
    }
  });

  test('may not be sent for a code that was asked for without one', async () => {
    const callback = await signOn(sandbox, portal, { code_challenge: undefined, code_challenge_method: undefined });
    expect((await exchangeCode(sandbox, portal, callback)).error).toBe('invalid_grant');
  });

  test('may be missing where the application does not ask for it', async () => {
    const callback = await signOn(sandbox, portal, { code_challenge: undefined, code_challenge_method: undefined });
    const code = callback.searchParams.get('code') ?? '';
    const { tld, environmentId } = portal.environment;
    const response = await fetch(buildAuthUrl(sandbox, tld, environmentId, '/token'), {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code,
        redirect_uri: CALLBACK,
        client_id: portal.clientId,
        client_secret: portal.clientSecret,
      }),
    });
    expect(response.status).toBe(200);
  });
});

describe('the response', () => {
  test('comes in the fragment when it is asked to', async () => {
    const url = await signOn(sandbox, portal, { response_mode: 'fragment' });
    expect(url.search).toBe('');
    expect([...new URLSearchParams(url.hash.slice(1)).keys()]).toEqual(['code', 'state']);
  });

  test('comes as a form when it is asked to, with a script that the policy names', async () => {
    const browser = openBrowser(sandbox);
    await signOn(sandbox, portal, {}, browser);
    const { response } = await browser.open(buildAuthorizeUrl(sandbox, portal, { response_mode: 'form_post', state: '"><script>' }));
    const page = await response.text();
    expect(response.headers.get('content-security-policy')).toMatch(/script-src 'sha256-/);
    expect(page).toContain(`action="${CALLBACK}"`);
    expect(page).toContain('name="state" value="&#34;&#62;&#60;script&#62;"');
    expect(page).toMatch(/name="code" value="[\w-]+"/);
  });

  test.each(['custom_domain', 'mix_up'])('names another issuer under %s', async (id) => {
    sandbox.setScenario(id);
    const issuer = buildAuthUrl(sandbox, 'com', portal.environment.environmentId, '');
    const named = (await signOn(sandbox, portal)).searchParams.get('iss') ?? '';
    expect(named).toMatch(/^https?:\/\/.*\/as$/);
    expect(named).not.toBe(issuer);
  });
});

test('a flow that nobody began cannot be resumed', async () => {
  const { tld, environmentId } = portal.environment;
  const { url, response } = await openBrowser(sandbox).open(buildAuthUrl(sandbox, tld, environmentId, '/resume?flowId=unknown'));
  expect([url.pathname, response.status]).toEqual([expect.stringMatching(/\/signon\/$/), 400]);
});

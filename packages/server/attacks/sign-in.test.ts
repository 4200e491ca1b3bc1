/**
 * What somebody may try against a sign-in, and what comes of it.
 *
 * @see [RFC 9700](https://www.rfc-editor.org/rfc/rfc9700.html)
 */

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  beginSignIn,
  callBack,
  openBrowser,
  portalIntegration,
  signIn,
  signInBody,
  signOn,
  spendTicket,
  viewSignIn,
} from '../src/testing/sign-in.ts';
import { startApi, type TestApi } from '../src/testing/start-api.ts';
import type { TestBrowser } from '../src/testing/test-browser.ts';

const APP = 'https://app.example';
let api: TestApi;
let victim: TestBrowser;
let token: string;

beforeAll(async () => {
  api = await startApi({
    integrations: ({ environments: [acme, staging] }) => [
      portalIntegration(acme),
      portalIntegration(staging, 'Acme Portal', { id: 'staging' }),
    ],
    options: { allowedOrigins: [APP] },
  });
});
afterAll(() => api.close());
beforeEach(async () => {
  api.sandbox.clearScenario();
  token = await api.startSession({ end_user: { id: `victim-${Math.random()}` } });
  victim = openBrowser(api);
});

/** Goes as far as the provider sends the browser back. */
async function comeBack(browser = victim, session = token, json?: unknown) {
  const { authorizationId, ticket } = await beginSignIn(api, session, json);
  const { body } = await spendTicket(api, browser, ticket);
  return { authorizationId, ticket, callback: await signOn(api, browser, body.authorization_url) };
}

const listConnected = async (session = token) => (await api.call('GET', '/connect/session', { token: session })).body.data.connections;
const countStatus = (answers: readonly { readonly status: number }[], wanted: number) =>
  answers.filter(({ status }) => status === wanted).length;
const tokenRequests = () => api.sandbox.requests.filter(({ step }) => step === 'token').length;

describe('A state that was stolen', () => {
  it('is of no use in another browser, and stays good in its own', async () => {
    const { authorizationId, callback } = await comeBack();
    const asked = tokenRequests();
    const page = await callBack(api, openBrowser(api), callback);
    expect([page.status, page.text.includes('data-code="authorization_not_bound"')]).toEqual([403, true]);
    expect(tokenRequests()).toBe(asked);
    expect((await viewSignIn(api, token, authorizationId)).status).toBe('pending');
    expect((await callBack(api, victim, callback)).status).toBe(200);
    expect((await viewSignIn(api, token, authorizationId)).status).toBe('connected');
  });

  it('tells another browser nothing of what came of it', async () => {
    const { callback } = await comeBack();
    await callBack(api, victim, callback);
    const page = await callBack(api, openBrowser(api), callback);
    expect([page.status, page.text.includes('authorization-id')]).toEqual([403, false]);
  });

  it('is not even asked about: a made-up one, none, and two are refused alike', async () => {
    for (const query of ['?code=a&state=made-up', '?code=a', '', '?state=a&state=b&code=c']) {
      const page = await api.call('GET', `/oauth/callback${query}`);
      expect([page.status, page.text.includes('data-code="unknown_authorization"')]).toEqual([404, true]);
      expect(page.text).not.toContain('made-up');
    }
  });

  it('with which an error is sent cannot end the attempt from another browser', async () => {
    const { authorizationId, callback } = await comeBack();
    const refused = new URL(`?error=access_denied&state=${callback.searchParams.get('state')}`, callback);
    await callBack(api, openBrowser(api), refused);
    expect((await viewSignIn(api, token, authorizationId)).status).toBe('pending');
  });
});

describe('A callback that is replayed', () => {
  it('one after the other shows what came of the first, and changes nothing', async () => {
    const { callback } = await comeBack();
    const first = await callBack(api, victim, callback);
    const asked = tokenRequests();
    const [connection] = await listConnected();
    const second = await callBack(api, victim, callback);
    expect([first.status, second.status]).toEqual([200, 409]);
    expect(second.text).toContain('finished before');
    expect(tokenRequests()).toBe(asked);
    expect(await listConnected()).toEqual([connection]);
  });

  it('at the same time exchanges the code once', async () => {
    const { authorizationId, callback } = await comeBack();
    const asked = tokenRequests();
    const pages = await Promise.all(Array.from({ length: 8 }, () => callBack(api, victim, callback)));
    expect([countStatus(pages, 200), countStatus(pages, 409)]).toEqual([1, 7]);
    expect(tokenRequests()).toBe(asked + 1);
    expect((await viewSignIn(api, token, authorizationId)).status).toBe('connected');
  });

  it('after a failure does not try again: a code is given up once', async () => {
    const { authorizationId, callback } = await comeBack();
    api.sandbox.setScenario('provider_unavailable', { step: 'token', variant: 'status-500' });
    await callBack(api, victim, callback);
    api.sandbox.clearScenario();
    expect((await callBack(api, victim, callback)).status).toBe(409);
    expect(await viewSignIn(api, token, authorizationId)).toMatchObject({ status: 'failed', error: { code: 'provider_unavailable' } });
  });
});

describe('A sign-in of one’s own, put into somebody else’s browser (login CSRF)', () => {
  it('by the address that the provider sent back to, is refused there', async () => {
    const attacker = openBrowser(api);
    const session = await api.startSession({ end_user: { id: 'attacker' } });
    const { authorizationId, callback } = await comeBack(attacker, session);
    expect((await callBack(api, victim, callback)).status).toBe(403);
    expect((await viewSignIn(api, session, authorizationId)).status).toBe('pending');
    expect(await listConnected()).toEqual([]);
  });

  it('by a callback for another attempt of the victim’s own session, with the attacker’s code, is refused by the provider', async () => {
    const attacker = await comeBack(openBrowser(api), await api.startSession({ end_user: { id: 'attacker' } }));
    const { authorizationId, callback } = await comeBack();
    callback.searchParams.set('code', attacker.callback.searchParams.get('code') ?? '');
    await callBack(api, victim, callback);
    expect(await viewSignIn(api, token, authorizationId)).toMatchObject({ status: 'failed', error: { code: 'code_refused' } });
    expect(await listConnected()).toEqual([]);
  });

  it('by a link to the start page shows a question first, and none where the app’s own page led there', async () => {
    const asks = async (headers: Readonly<Record<string, string>>) =>
      (await api.call('GET', '/oauth/start', { headers })).text.includes('data-asks="true"');
    expect(await asks({})).toBe(true);
    expect(await asks({ 'sec-fetch-site': 'none' })).toBe(true);
    expect(await asks({ 'sec-fetch-site': 'cross-site', referer: 'https://evil.example/' })).toBe(true);
    expect(await asks({ 'sec-fetch-site': 'cross-site', referer: `${APP}.evil.example/` })).toBe(true);
    expect(await asks({ 'sec-fetch-site': 'same-site', referer: 'https://other.app.example/' })).toBe(true);
    expect(await asks({ 'sec-fetch-site': 'cross-site', referer: 'not a url' })).toBe(true);
    expect(await asks({ 'sec-fetch-site': 'same-origin' })).toBe(false);
    expect(await asks({ 'sec-fetch-site': 'cross-site', referer: `${APP}/settings` })).toBe(false);
    expect(await asks({ referer: `${new URL(api.url).origin}/` })).toBe(false);
  });
});

describe('A ticket', () => {
  it('is spent once, in whichever browser is first', async () => {
    const { ticket } = await beginSignIn(api, token);
    const answers = await Promise.all(Array.from({ length: 6 }, () => spendTicket(api, openBrowser(api), ticket)));
    expect([countStatus(answers, 200), countStatus(answers, 409)]).toEqual([1, 5]);
    expect(answers.find(({ status }) => status === 409)?.body.error.code).toBe('authorization_used');
  });

  it('cannot be spent by a page of another origin', async () => {
    const { ticket } = await beginSignIn(api, token);
    const json = { ticket, popup: true };
    const foreign: readonly Readonly<Record<string, string>>[] = [
      {},
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      { origin: APP, 'sec-fetch-site': 'cross-site' },
      { origin: 'null' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of foreign) {
      const answer = await api.call('POST', '/oauth/start', { json, headers });
      expect([answer.status, answer.body.error.code]).toEqual([403, 'origin_not_allowed']);
    }
    expect((await spendTicket(api, victim, ticket)).status).toBe(200);
  });

  it('is too long to be guessed, and stands in the fragment alone', async () => {
    const { answer, ticket } = await beginSignIn(api, token);
    expect(ticket).toMatch(/^[\w-]{43}$/);
    expect(answer.body.data.start_url).toBe(`${api.url}/oauth/start#ticket=${ticket}`);
    expect((await spendTicket(api, victim, 'a'.repeat(43))).status).toBe(409);
    expect((await spendTicket(api, victim, '../x')).status).toBe(400);
  });

  it('binds by a cookie that no script reads and no other host sets', async () => {
    const { ticket, authorizationId } = await beginSignIn(api, token);
    const { headers } = await spendTicket(api, victim, ticket);
    const [cookie] = headers.getSetCookie();
    expect(cookie).toMatch(
      new RegExp(`^__Host-latchkey_${authorizationId.slice(0, 8)}=[\\w-]{43}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=600$`),
    );
  });

  it('that expired with its attempt is refused', async () => {
    const { ticket } = await beginSignIn(api, token);
    api.clock.advance(600_000);
    expect((await spendTicket(api, victim, ticket)).status).toBe(409);
  });
});

describe('A code of another attempt (code injection)', () => {
  it.each(['same session', 'another session'])('of the %s is refused: the verifier is another one', async (whose) => {
    const other = await comeBack(victim, whose === 'same session' ? token : await api.startSession());
    const { authorizationId, callback } = await comeBack();
    callback.searchParams.set('code', other.callback.searchParams.get('code') ?? '');
    await callBack(api, victim, callback);
    expect(await viewSignIn(api, token, authorizationId)).toMatchObject({ status: 'failed', error: { code: 'code_refused' } });
  });

  it('goes nowhere when the parameter stands there twice, whichever is first', async () => {
    const { authorizationId, callback } = await comeBack();
    const asked = tokenRequests();
    callback.searchParams.append('code', 'another');
    await callBack(api, victim, callback);
    expect(tokenRequests()).toBe(asked);
    expect(await viewSignIn(api, token, authorizationId)).toMatchObject({ status: 'failed', error: { code: 'provider_answer_invalid' } });
  });
});

describe('A response of another issuer (mix-up)', () => {
  it('is thrown away, and its code is given to nobody', async () => {
    api.sandbox.setScenario('mix_up');
    const { authorizationId, callback } = await comeBack();
    const asked = tokenRequests();
    expect(callback.searchParams.has('iss')).toBe(true);
    await callBack(api, victim, callback);
    expect(tokenRequests()).toBe(asked);
    expect(await viewSignIn(api, token, authorizationId)).toMatchObject({ status: 'failed', error: { code: 'mix_up' } });
  });

  it('is recognised when an honest issuer is named beside it', async () => {
    const { authorizationId, callback } = await comeBack();
    const own = `${api.sandbox.hosts.auth.replace('{tld}', 'com')}/${api.sandbox.environments[0]?.environmentId}/as`;
    for (const issuer of [own, 'https://evil.example/as']) callback.searchParams.append('iss', issuer);
    await callBack(api, victim, callback);
    expect(await viewSignIn(api, token, authorizationId)).toMatchObject({ error: { code: 'mix_up' } });
  });

  it('cannot lead the code elsewhere: the token endpoint is that of the attempt’s environment', async () => {
    const { callback } = await comeBack(victim, token, signInBody(api.sandbox.environments[1], { integration_id: 'staging' }));
    const before = api.sandbox.requests.length;
    await callBack(api, victim, callback);
    const exchange = api.sandbox.requests.slice(before).find(({ step }) => step === 'token');
    expect(exchange).toMatchObject({ environmentId: api.sandbox.environments[1]?.environmentId });
  });
});

describe('An address to go on to (open redirect)', () => {
  it.each([
    'https://evil.example/',
    `${APP}.evil.example/`,
    `${APP}@evil.example/`,
    'http://app.example/',
    'https://app.example:444/',
    'javascript:alert(1)//https://app.example',
    'data:text/html,x',
    '//evil.example',
    `blob:${APP}/x`,
  ])('%s is refused when the sign-in begins', async (return_url) => {
    const json = signInBody(api.sandbox.environments[0], { return_url });
    const answer = await api.call('POST', '/connect/authorizations', { token, json });
    expect(answer.status).toBe(400);
    expect(['return_url_not_allowed', 'invalid_body']).toContain(answer.body.error.code);
  });

  it('is kept without its fragment, in which pages keep what no server is to know', async () => {
    const { ticket } = await beginSignIn(
      api,
      token,
      signInBody(api.sandbox.environments[0], { return_url: `${APP}/a?b=c#session_token=x` }),
    );
    const { body } = await spendTicket(api, victim, ticket, false);
    const { text } = await callBack(api, victim, await signOn(api, victim, body.authorization_url));
    expect(text).toContain(`data-return-url="${APP}/a?b=c"`);
    expect(text).not.toContain('session_token');
  });

  it('is never taken from the callback', async () => {
    const { callback } = await comeBack();
    for (const name of ['return_url', 'redirect_uri', 'target', 'next']) callback.searchParams.set(name, 'https://evil.example/');
    expect((await callBack(api, victim, callback)).text).not.toContain('evil.example');
  });
});

describe('The pages', () => {
  it('put the focus on no button: whoever is made to hold a key down has not gone on', async () => {
    const { text } = await api.call('GET', '/oauth/start');
    expect(text).toMatch(/<button type="button" data-go>/);
    expect(text.match(/<h1 tabindex="-1" data-focus>/g)).toHaveLength(3);
  });

  it('tell the exact origin that began it, and no other', async () => {
    const { ticket } = await beginSignIn(api, token, undefined, { origin: APP });
    const { body } = await spendTicket(api, victim, ticket);
    const page = await callBack(api, victim, await signOn(api, victim, body.authorization_url));
    expect(page.text).toContain(`data-target-origin="${APP}"`);
    expect(page.text).not.toContain('data-target-origin="*"');
    const plain = await comeBack();
    expect((await callBack(api, victim, plain.callback)).text).toContain(`data-target-origin="${new URL(api.url).origin}"`);
  });

  it('load nothing from elsewhere, run nothing inline, stand in no frame, and tell nobody where they were', async () => {
    const { callback } = await comeBack();
    for (const page of [
      await api.call('GET', '/oauth/start'),
      await callBack(api, victim, callback),
      await api.call('GET', '/oauth/callback'),
    ]) {
      const policy = page.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toMatch(/script-src 'self'; style-src 'self'/);
      for (const rule of ["frame-ancestors 'none'", "form-action 'none'", "base-uri 'none'"]) expect(policy).toContain(rule);
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
      expect(page.headers.get('referrer-policy')).toBe('no-referrer');
      expect(page.headers.get('cache-control')).toBe('no-store');
      expect(page.headers.get('cross-origin-opener-policy')).toBe('unsafe-none');
      expect(page.headers.get('x-content-type-options')).toBe('nosniff');
      expect(page.text).not.toMatch(/<script(?! src="popup\.js" defer><\/script>)|<style| on\w+=| style=/);
    }
  });

  it('say nothing in words of whoever sent the person there', async () => {
    const canary = '<img src=x onerror=alert(1)>"\'&';
    const { callback } = await comeBack();
    const state = callback.searchParams.get('state') ?? '';
    const query = new URLSearchParams({ error: canary, error_description: canary, error_uri: `https://evil.example/${canary}`, state });
    const page = await callBack(api, victim, new URL(`?${query}`, callback));
    expect(page.text).not.toMatch(/onerror|evil/);
    expect(page.text).toContain('Not connected');
  });

  it('hold no code, state, ticket or token', async () => {
    const { callback, ticket } = await comeBack();
    const { text } = await callBack(api, victim, callback);
    for (const name of ['code', 'state']) expect(text).not.toContain(callback.searchParams.get(name));
    expect(text).not.toContain(ticket);
    expect(text).not.toContain('eyJ');
  });
});

describe('A session', () => {
  it('of somebody else learns nothing of an attempt, by its id or otherwise', async () => {
    const { authorizationId } = await signIn(api, token);
    const stranger = await api.startSession({ end_user: { id: 'stranger' } });
    const unknown = await api.call('GET', '/connect/authorizations/unknown', { token: stranger });
    const foreign = await api.call('GET', `/connect/authorizations/${authorizationId}`, { token: stranger });
    expect([foreign.status, foreign.body.error.code, foreign.body.error.message]).toEqual([
      404,
      'unknown_authorization',
      unknown.body.error.message,
    ]);
  });

  it('that may not connect the integration cannot begin to', async () => {
    const session = await api.startSession({ end_user: { id: 'ada' }, allowed_integrations: ['staging'] });
    const answer = await api.call('POST', '/connect/authorizations', { token: session, json: signInBody(api.sandbox.environments[0]) });
    expect([answer.status, answer.body.error.code]).toEqual([403, 'integration_not_allowed']);
  });
});

describe('The log', () => {
  it('holds neither code, state, ticket nor the cookie of any sign-in', async () => {
    const { callback, ticket } = await comeBack();
    await callBack(api, victim, callback);
    await callBack(api, openBrowser(api), callback);
    const logs = api.logs.join('\n');
    expect(logs).toContain('/oauth/callback');
    const binding = victim.cookiesFor(callback.href).split('=')[1] ?? '';
    for (const secret of [callback.searchParams.get('code'), callback.searchParams.get('state'), ticket, binding]) {
      expect(secret).toMatch(/^[\w-]{20,}$/);
      expect(logs).not.toContain(secret);
    }
  });
});

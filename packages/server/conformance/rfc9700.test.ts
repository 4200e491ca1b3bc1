/**
 * Best Current Practice for OAuth 2.0 Security, as far as it binds a client: what is sent, what is refused, and what is done once.
 *
 * @see [RFC 9700](https://www.rfc-editor.org/rfc/rfc9700.html)
 */

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginSignIn, callBack, openBrowser, portalIntegration, signIn, signOn, spendTicket, viewSignIn } from '../src/testing/sign-in.ts';
import { startApi, type TestApi } from '../src/testing/start-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ integrations: ({ environments }) => [portalIntegration(environments[0])] });
});
afterAll(() => api.close());

/** Begins a sign-in, and reads the address to which the browser is sent. */
async function begin() {
  const token = await api.startSession();
  const browser = openBrowser(api);
  const { authorizationId, ticket } = await beginSignIn(api, token);
  const { body } = await spendTicket(api, browser, ticket);
  return { token, browser, authorizationId, url: new URL(body.authorization_url) };
}

describe('RFC 9700 §2.1, Protecting Redirect-Based Flows', () => {
  it('“exact string matching”: the redirect URI is one, and no part of it varies', async () => {
    const [one, other] = [await begin(), await begin()];
    expect(one.url.searchParams.get('redirect_uri')).toBe(`${api.url}/oauth/callback`);
    expect(other.url.searchParams.get('redirect_uri')).toBe(one.url.searchParams.get('redirect_uri'));
  });

  it('“Clients … SHOULD NOT expose URLs that forward the user’s browser to arbitrary URIs”', async () => {
    const answer = await api.call('GET', '/oauth/callback?state=x&return_url=https://evil.example&redirect_uri=https://evil.example');
    expect([answer.status, answer.headers.get('location'), answer.text.includes('evil')]).toEqual([404, null, false]);
  });

  it('“Clients MUST prevent Cross-Site Request Forgery”: PKCE, state and nonce, “transaction-specific and securely bound”', async () => {
    const [one, other] = [await begin(), await begin()];
    for (const name of ['code_challenge', 'state', 'nonce']) {
      const values = [one, other].map(({ url }) => url.searchParams.get(name));
      expect(values.every((value) => /^[\w-]{43}$/.test(value ?? ''))).toBe(true);
      expect(values[0]).not.toBe(values[1]);
    }
  });
});

describe('RFC 9700 §2.1.1, Authorization Code Grant', () => {
  it('“Clients … use … PKCE”, with “a challenge method that does not expose the PKCE verifier”', async () => {
    const { url } = await begin();
    expect(url.searchParams.get('code_challenge_method')).toBe('S256');
    expect(url.searchParams.has('code_verifier')).toBe(false);
  });

  it('§2.1.2: “SHOULD NOT use the implicit grant”', async () => {
    const { url } = await begin();
    expect([url.searchParams.get('response_type'), url.searchParams.has('response_mode')]).toEqual(['code', false]);
  });
});

describe('RFC 9700 §4.2, Credential Leakage via Referer Headers', () => {
  it('“Referrer-Policy: no-referrer”, and the page has no link elsewhere', async () => {
    const { browser, url } = await begin();
    const { headers, text } = await callBack(api, browser, await signOn(api, browser, url.href));
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(text.match(/(?:href|src)="[^"]*"/g)).toEqual(['href="popup.css"', 'href="data:,"', 'src="popup.js"']);
  });

  it('“authorization code … invalidated after first use”: it is given to the token endpoint once', async () => {
    const { browser, url } = await begin();
    const callback = await signOn(api, browser, url.href);
    const before = api.sandbox.requests.length;
    for (let times = 0; times < 3; times += 1) await callBack(api, browser, callback);
    expect(api.sandbox.requests.slice(before).filter(({ step }) => step === 'token')).toHaveLength(1);
  });

  it('§4.3.1: the code leaves the browser’s history', async () => {
    const { text } = await api.call('GET', '/oauth/popup.js');
    expect(text).toContain("history.replaceState(null, '', location.pathname)");
  });
});

describe('RFC 9700 §4.4, Mix-Up Attacks', () => {
  // PingOne: responses name no issuer, so each attempt also has a state, a verifier and a token endpoint of its own.
  it('“the client … MUST … compare” the issuer, and the code goes to the token endpoint of the attempt alone', async () => {
    const { token, browser, authorizationId, url } = await begin();
    const callback = await signOn(api, browser, url.href);
    callback.searchParams.set('iss', 'https://evil.example/as');
    const before = api.sandbox.requests.length;
    await callBack(api, browser, callback);
    expect(api.sandbox.requests.slice(before)).toEqual([]);
    expect(await viewSignIn(api, token, authorizationId)).toMatchObject({ error: { code: 'mix_up' } });
  });
});

describe('RFC 9700 §4.5, Authorization Code Injection', () => {
  it('“PKCE”: a code of another attempt is refused, and is worth nothing to anybody afterwards', async () => {
    const [victim, attacker] = [await begin(), await begin()];
    const stolen = (await signOn(api, victim.browser, victim.url.href)).searchParams.get('code') ?? '';
    const callback = await signOn(api, attacker.browser, attacker.url.href);
    callback.searchParams.set('code', stolen);
    await callBack(api, attacker.browser, callback);
    expect(await viewSignIn(api, attacker.token, attacker.authorizationId)).toMatchObject({ error: { code: 'code_refused' } });
  });
});

describe('RFC 9700 §4.7, Cross-Site Request Forgery', () => {
  it('“one-time use CSRF tokens … securely bound to the user agent”', async () => {
    const { browser, url } = await begin();
    const callback = await signOn(api, browser, url.href);
    expect((await callBack(api, openBrowser(api), callback)).status).toBe(403);
    expect((await callBack(api, browser, callback)).status).toBe(200);
    expect((await callBack(api, browser, callback)).status).toBe(409);
  });
});

describe('RFC 9700 §4.12, 307 Redirect', () => {
  it('no answer of these pages redirects: what was posted goes nowhere else', async () => {
    const { browser, url } = await begin();
    const page = await callBack(api, browser, await signOn(api, browser, url.href));
    expect([page.status, page.headers.get('location')]).toEqual([200, null]);
  });
});

describe('RFC 9700 §4.14, Refresh Token Protection', () => {
  // PingOne: every use rotates it, and a second use takes down all that followed from the sign-on.
  it('“refresh token rotation”: the new one takes the place of the old one, which is not sent again', async () => {
    const { view } = await signIn(api, await api.startSession());
    const id: string = view.connection.connection_id;
    const seen = new Set<string>();
    for (let times = 0; times < 4; times += 1) {
      const path = `/connections/${id}?provider_config_key=pingone&refresh_token=true&force_refresh=true`;
      const { status, body } = await api.call('GET', path, { token: api.secretKey });
      expect(status).toBe(200);
      seen.add(createHash('sha256').update(body.credentials.refresh_token).digest('hex'));
    }
    expect(seen.size).toBe(4);
  });

  it('a refresh token is handed out to who asks for it with a secret key alone', async () => {
    const { view } = await signIn(api, await api.startSession());
    expect(JSON.stringify(view)).not.toContain('token');
  });
});

import { createHash } from 'node:crypto';
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sandbox } from './create-sandbox.ts';
import { createSandbox } from './create-sandbox.ts';
import { defaultSeeds } from './seeds.ts';
import type { Seeded } from './testing/ask-sandbox.ts';
import { buildAuthUrl, findSeeded } from './testing/ask-sandbox.ts';
import type { TokenAnswer } from './testing/browse.ts';
import { buildAuthorizeUrl, exchange, exchangeCode, getUserTokens, openBrowser, refresh, signOn } from './testing/browse.ts';

const DAY_MS = 86_400_000;
const START = new Date('2026-03-01T10:00:00Z');
const INVALID_GRANT =
  /^The request could not be completed\. One or more validation errors were in the request\.: The authorization code or refresh token is invalid \(Correlation ID: [0-9a-f-]{36}\)$/;

let now = START;
let sandbox: Sandbox;
let portal: Seeded;

beforeAll(async () => {
  sandbox = await createSandbox({ port: 0, clock: () => now });
  portal = findSeeded(sandbox, 'Acme Portal');
});

beforeEach(() => {
  now = START;
});

afterAll(() => sandbox.close());

function wait(ms: number): void {
  now = new Date(now.getTime() + ms);
}

function expectInvalidGrant(answer: TokenAnswer): void {
  expect(answer).toEqual({ status: 400, error: 'invalid_grant', error_description: expect.stringMatching(INVALID_GRANT) });
}

describe('the tokens of a sign-on', () => {
  test('come together, and say which scopes they have', async () => {
    expect(await getUserTokens(sandbox, portal)).toEqual({
      status: 200,
      access_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 3600,
      refresh_token: expect.stringMatching(/^[\w-]{40,}$/),
      scope: 'openid profile email p1:read:user p1:update:user',
      id_token: expect.any(String),
    });
  });

  test('are an access token with the claims of PingOne’s, and no others', async () => {
    const { access_token: token } = await getUserTokens(sandbox, portal);
    const { environmentId, organizationId, tld } = portal.environment;
    const keys = createRemoteJWKSet(new URL(buildAuthUrl(sandbox, tld, environmentId, '/jwks')));
    const { payload } = await jwtVerify(token, keys, { audience: 'https://api.pingone.com', currentDate: now });
    const uuid = expect.stringMatching(/^[0-9a-f-]{36}$/);
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'RS256', kid: 'default' });
    expect(payload).toEqual({
      client_id: portal.clientId,
      iss: buildAuthUrl(sandbox, tld, environmentId, ''),
      jti: uuid,
      iat: now.getTime() / 1000,
      exp: now.getTime() / 1000 + 3600,
      aud: ['https://api.pingone.com'],
      scope: 'openid profile email p1:read:user p1:update:user',
      sub: uuid,
      sid: uuid,
      auth_time: now.getTime() / 1000,
      acr: 'Single_Factor',
      env: environmentId,
      org: organizationId,
      'p1.rid': payload.jti,
    });
  });

  test('are an ID token with the claims of PingOne’s, and no others', async () => {
    const { access_token: accessToken, id_token: token } = await getUserTokens(sandbox, portal);
    const { environmentId, organizationId, tld } = portal.environment;
    const keys = createRemoteJWKSet(new URL(buildAuthUrl(sandbox, tld, environmentId, '/jwks')));
    const { payload } = await jwtVerify(token, keys, { audience: portal.clientId, currentDate: now });
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'RS256', kid: 'default' });
    expect(payload).toEqual({
      iss: buildAuthUrl(sandbox, tld, environmentId, ''),
      sub: decodeJwt(accessToken).sub,
      aud: portal.clientId,
      iat: now.getTime() / 1000,
      exp: now.getTime() / 1000 + 3600,
      nonce: 'the-nonce',
      amr: ['pwd'],
      acr: 'Single_Factor',
      auth_time: now.getTime() / 1000,
      at_hash: createHash('sha256').update(accessToken).digest().subarray(0, 16).toString('base64url'),
      sid: decodeJwt(accessToken)['sid'],
      preferred_username: 'ada.lovelace',
      given_name: expect.any(String),
      family_name: expect.any(String),
      updated_at: expect.any(Number),
      email: 'ada.lovelace@acme-production.example',
      env: environmentId,
      org: organizationId,
      'p1.region': 'NA',
    });
  });

  test('have only the scopes that the application is granted', async () => {
    const { scope } = await getUserTokens(sandbox, findSeeded(sandbox, 'Portal without scopes'));
    expect(scope).toBe('openid');
  });

  test('are no ID token without the scope openid', async () => {
    const answer = await getUserTokens(sandbox, portal, { scope: 'p1:read:user' });
    expect([answer.scope, answer.id_token]).toEqual(['p1:read:user', undefined]);
  });
});

describe('a code', () => {
  test.each([
    ['with another verifier', { code_verifier: 'another-verifier-of-at-least-forty-three-characters' }],
    ['with another redirect URI', { redirect_uri: 'http://localhost:4002/latchkey/oauth/callback' }],
    ['that nobody was given', { code: 'unknown' }],
  ])('%s is refused', async (_name, form) => {
    expectInvalidGrant(await exchangeCode(sandbox, portal, await signOn(sandbox, portal), form));
  });

  test('is refused to another client', async () => {
    const callback = await signOn(sandbox, portal);
    expectInvalidGrant(await exchangeCode(sandbox, findSeeded(sandbox, 'Portal without scopes'), callback));
  });

  test('lives for a minute', async () => {
    const callback = await signOn(sandbox, portal);
    wait(60_000);
    expectInvalidGrant(await exchangeCode(sandbox, portal, callback));
  });

  test('that several use at once is given to one of them', async () => {
    const callback = await signOn(sandbox, portal);
    const answers = await Promise.all(Array.from({ length: 8 }, () => exchangeCode(sandbox, portal, callback)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('that is used twice takes the refresh token with it', async () => {
    const callback = await signOn(sandbox, portal);
    const { refresh_token: refreshToken } = await exchangeCode(sandbox, portal, callback);
    expectInvalidGrant(await exchangeCode(sandbox, portal, callback));
    expectInvalidGrant(await refresh(sandbox, portal, refreshToken));
  });
});

describe('a refresh token', () => {
  test.each([
    ['Acme Portal', 'openid', true],
    ['Acme Portal', 'openid offline_access', true],
    ['Portal with offline_access', 'openid', false],
    ['Portal with offline_access', 'openid offline_access', true],
    ['Portal without refresh token', 'openid', false],
    ['Portal without refresh token', 'openid offline_access', false],
  ])('of “%s”, asked with “%s”, is given: %s', async (application, scope, expected) => {
    const answer = await getUserTokens(sandbox, findSeeded(sandbox, application), { scope });
    expect([answer.status, answer.refresh_token !== undefined]).toEqual([200, expected]);
  });

  test('that was asked for by offline_access says so in the scope', async () => {
    const answer = await getUserTokens(sandbox, findSeeded(sandbox, 'Portal with offline_access'), { scope: 'openid offline_access' });
    expect([answer.scope, decodeJwt(answer.access_token)['scope']]).toEqual(['openid offline_access', 'openid offline_access']);
  });

  test('is rotated on every use, with a new access token and ID token', async () => {
    const first = await getUserTokens(sandbox, portal);
    wait(1000);
    const second = await refresh(sandbox, portal, first.refresh_token);
    const third = await refresh(sandbox, portal, second.refresh_token);
    expect(new Set([first, second, third].map((one) => one.refresh_token)).size).toBe(3);
    expect(new Set([first, second, third].map((one) => one.access_token)).size).toBe(3);
    expect(decodeJwt(third.id_token)).toMatchObject({ sub: decodeJwt(first.id_token).sub, iat: now.getTime() / 1000 });
    expect(third.scope).toBe(first.scope);
  });

  test('that is used twice takes its descendants with it', async () => {
    const first = await getUserTokens(sandbox, portal);
    const second = await refresh(sandbox, portal, first.refresh_token);
    expectInvalidGrant(await refresh(sandbox, portal, first.refresh_token));
    expectInvalidGrant(await refresh(sandbox, portal, second.refresh_token));
  });

  test('that several use at once is given to one of them, and dies for all', async () => {
    const { refresh_token: refreshToken } = await getUserTokens(sandbox, portal);
    const answers = await Promise.all(Array.from({ length: 8 }, () => refresh(sandbox, portal, refreshToken)));
    const given = answers.filter(({ status }) => status === 200);
    expect(given).toHaveLength(1);
    expectInvalidGrant(await refresh(sandbox, portal, given[0]?.refresh_token ?? ''));
  });

  test('of another sign-on in the same browser lives on', async () => {
    const browser = openBrowser(sandbox);
    const first = await getUserTokens(sandbox, portal, {}, browser);
    const second = await getUserTokens(sandbox, portal, {}, browser);
    await refresh(sandbox, portal, first.refresh_token);
    expectInvalidGrant(await refresh(sandbox, portal, first.refresh_token));
    expect((await refresh(sandbox, portal, second.refresh_token)).status).toBe(200);
  });

  test('may be used twice in the grace period, where there is one', async () => {
    const [seed] = defaultSeeds;
    const webApps = [{ name: 'Graceful', redirectUris: seed!.webApps[0]!.redirectUris, refreshTokens: { graceSeconds: 60 } }];
    const other = await createSandbox({ port: 0, clock: () => now, environments: [{ ...seed!, webApps }] });
    const graceful = findSeeded(other, 'Graceful');
    const first = await getUserTokens(other, graceful);
    await refresh(other, graceful, first.refresh_token);
    wait(59_000);
    expect((await refresh(other, graceful, first.refresh_token)).status).toBe(200);
    wait(61_000);
    expectInvalidGrant(await refresh(other, graceful, first.refresh_token));
    await other.close();
  });

  test('lives for 30 days, and its family for 180', async () => {
    let { refresh_token: refreshToken } = await getUserTokens(sandbox, portal);
    wait(30 * DAY_MS);
    expectInvalidGrant(await refresh(sandbox, portal, refreshToken));
    now = START;
    refreshToken = (await getUserTokens(sandbox, portal)).refresh_token;
    for (let month = 0; month < 6; month += 1) {
      wait(29 * DAY_MS);
      const answer = await refresh(sandbox, portal, refreshToken);
      expect([month, answer.status]).toEqual([month, 200]);
      refreshToken = answer.refresh_token;
    }
    wait(7 * DAY_MS);
    expectInvalidGrant(await refresh(sandbox, portal, refreshToken));
  });

  test('may ask for fewer scopes, and not for more', async () => {
    const { refresh_token: refreshToken } = await getUserTokens(sandbox, portal, { scope: 'openid p1:read:user' });
    const more = await refresh(sandbox, portal, refreshToken, { scope: 'openid p1:update:user' });
    expect([more.status, more.error]).toEqual([400, 'invalid_scope']);
    expect((await refresh(sandbox, portal, refreshToken, { scope: 'openid' })).scope).toBe('openid');
  });

  test('is refused to another client, and to one without the grant', async () => {
    const { refresh_token: refreshToken } = await getUserTokens(sandbox, portal);
    expectInvalidGrant(await refresh(sandbox, findSeeded(sandbox, 'Portal without scopes'), refreshToken));
    const refused = await refresh(sandbox, findSeeded(sandbox, 'Portal without refresh token'), refreshToken);
    expect(refused.error).toBe('unauthorized_client');
  });

  test('dies with the session', async () => {
    const browser = openBrowser(sandbox);
    const { refresh_token: refreshToken } = await getUserTokens(sandbox, portal, {}, browser);
    const { tld, environmentId } = portal.environment;
    const { response } = await browser.open(buildAuthUrl(sandbox, tld, environmentId, '/signoff'));
    expect(await response.text()).toContain('You are signed off');
    expectInvalidGrant(await refresh(sandbox, portal, refreshToken));
    expect((await browser.open(buildAuthorizeUrl(sandbox, portal))).url.pathname).toMatch(/\/signon\/$/);
  });

  test('is a JSON Web Token where the switch says so, and works as well', async () => {
    sandbox.setSwitch('refresh_token_format', 'jwt');
    const first = await getUserTokens(sandbox, portal);
    expect(decodeJwt(first.refresh_token)).toMatchObject({
      sub: decodeJwt(first.access_token).sub,
      amr: ['pwd'],
      exp: now.getTime() / 1000 + 2_592_000,
    });
    const second = await refresh(sandbox, portal, first.refresh_token);
    expect(second.status).toBe(200);
    expectInvalidGrant(await refresh(sandbox, portal, first.refresh_token));
    sandbox.setSwitch('refresh_token_format', 'opaque');
  });
});

test('a code without client authentication is refused', async () => {
  const callback = await signOn(sandbox, portal);
  const answer = await exchangeCode(sandbox, portal, callback, { client_secret: 'wrong' });
  expect([answer.status, answer.error]).toEqual([401, 'invalid_client']);
  expect((await exchange(sandbox, portal, { grant_type: 'refresh_token' })).error).toBe('invalid_request');
});

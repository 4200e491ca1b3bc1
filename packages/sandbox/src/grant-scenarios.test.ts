import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Sandbox } from './create-sandbox.ts';
import { createSandbox } from './create-sandbox.ts';
import { deriveId } from './derive-identity.ts';
import type { Seeded } from './testing/ask-sandbox.ts';
import { buildAuthUrl, findSeeded } from './testing/ask-sandbox.ts';
import type { TokenAnswer } from './testing/browse.ts';
import { exchangeCode, getUserTokens, refresh, signOn } from './testing/browse.ts';

let now = new Date('2026-03-01T10:00:00Z');
let sandbox: Sandbox;
let portal: Seeded;

beforeAll(async () => {
  sandbox = await createSandbox({ port: 0, clock: () => now });
  portal = findSeeded(sandbox, 'Acme Portal');
});

afterEach(() => sandbox.clearScenario());

afterAll(() => sandbox.close());

/** Verifies the signature of an ID token with the keys that the environment gives out. */
async function verifyIdToken(idToken: string): Promise<unknown> {
  const { tld, environmentId } = portal.environment;
  const keys = createLocalJWKSet(await (await fetch(buildAuthUrl(sandbox, tld, environmentId, '/jwks'))).json());
  return jwtVerify(idToken, keys, { currentDate: new Date(0) });
}

function wait(ms: number): void {
  now = new Date(now.getTime() + ms);
}

function expectInvalidGrant({ status, error }: TokenAnswer): void {
  expect([status, error]).toEqual([400, 'invalid_grant']);
}

test.each(['used', 'expired'])('code_refused (%s)', async (variant) => {
  const callback = await signOn(sandbox, portal);
  sandbox.setScenario('code_refused', { variant, times: 1 });
  expectInvalidGrant(await exchangeCode(sandbox, portal, callback));
  expectInvalidGrant(await exchangeCode(sandbox, portal, callback));
});

test.each(['expired', 'revoked', 'reused-elsewhere', 'session-ended'])('refresh_token_refused (%s) is for good', async (variant) => {
  const { refresh_token: refreshToken } = await getUserTokens(sandbox, portal);
  sandbox.setScenario('refresh_token_refused', { variant, times: 1 });
  expectInvalidGrant(await refresh(sandbox, portal, refreshToken));
  expectInvalidGrant(await refresh(sandbox, portal, refreshToken));
});

test.each([
  ['other-nonce', { nonce: 'another-nonce' }],
  ['other-audience', { aud: deriveId('another application') }],
  ['other-issuer', { iss: 'https://issuer.example/as' }],
  ['expired', { exp: Math.floor(now.getTime() / 1000) - 3600 }],
])('id_token_invalid (%s) issues an ID token that is wrong in this alone', async (variant, wrong) => {
  const right = decodeJwt((await getUserTokens(sandbox, portal)).id_token);
  sandbox.setScenario('id_token_invalid', { variant });
  const { status, id_token: idToken } = await getUserTokens(sandbox, portal);
  expect(status).toBe(200);
  const claims = decodeJwt(idToken);
  expect(claims).toMatchObject(wrong);
  const differing = ['iss', 'aud', 'nonce', 'sub'].filter((name) => claims[name] !== right[name]);
  expect(differing).toEqual(Object.keys(wrong).filter((name) => name !== 'exp'));
  await expect(verifyIdToken(idToken)).resolves.toBeDefined();
});

test('id_token_invalid (other-signature) is signed by nobody', async () => {
  sandbox.setScenario('id_token_invalid', { variant: 'other-signature' });
  await expect(verifyIdToken((await getUserTokens(sandbox, portal)).id_token)).rejects.toThrow(/signature verification failed/);
});

test('wrong_application_type refuses the code, and the sign-on before it', async () => {
  const callback = await signOn(sandbox, portal);
  sandbox.setScenario('wrong_application_type');
  const { status, error } = await exchangeCode(sandbox, portal, callback);
  expect([status, error]).toEqual([400, 'unauthorized_client']);
  expect((await signOn(sandbox, portal)).searchParams.get('error')).toMatch(/does not exist or is disabled/);
});

test('no_refresh_token', async () => {
  sandbox.setScenario('no_refresh_token');
  const answer = await getUserTokens(sandbox, portal);
  expect([answer.status, answer.refresh_token]).toEqual([200, undefined]);
});

test('token_answer_lost uses the code up', async () => {
  const callback = await signOn(sandbox, portal);
  sandbox.setScenario('token_answer_lost', { times: 1 });
  await expect(exchangeCode(sandbox, portal, callback)).rejects.toThrow(/fetch failed/);
  expectInvalidGrant(await exchangeCode(sandbox, portal, callback));
});

test('token_answer_lost uses the refresh token up', async () => {
  const { refresh_token: refreshToken } = await getUserTokens(sandbox, portal);
  sandbox.setScenario('token_answer_lost', { times: 1 });
  await expect(refresh(sandbox, portal, refreshToken)).rejects.toThrow(/fetch failed/);
  expectInvalidGrant(await refresh(sandbox, portal, refreshToken));
});

test('token_slow answers late', async () => {
  const callback = await signOn(sandbox, portal);
  sandbox.setScenario('token_slow', { times: 1 });
  const begunAt = performance.now();
  expect((await exchangeCode(sandbox, portal, callback)).status).toBe(200);
  expect(performance.now() - begunAt).toBeGreaterThan(450);
});

test('short_access_token and short_refresh_token expire by the clock', async () => {
  sandbox.setScenario('short_access_token');
  sandbox.setScenario('short_refresh_token', { variant: 'sixty-five-seconds' });
  const answer = await getUserTokens(sandbox, portal);
  const { exp = 0, iat = 0 } = decodeJwt(answer.access_token);
  expect([answer.expires_in, exp - iat]).toEqual([5, 5]);
  const { tld, environmentId } = portal.environment;
  const askUserInfo = (): Promise<Response> =>
    fetch(buildAuthUrl(sandbox, tld, environmentId, '/userinfo'), { headers: { authorization: `Bearer ${answer.access_token}` } });
  expect((await askUserInfo()).status).toBe(200);
  wait(5000);
  expect((await askUserInfo()).status).toBe(401);
  wait(60_000);
  expectInvalidGrant(await refresh(sandbox, portal, answer.refresh_token));
});

test('custom_domain names one issuer in metadata and tokens, which the environment goes on taking', async () => {
  sandbox.setScenario('custom_domain');
  const { tld, environmentId } = portal.environment;
  const { issuer, token_endpoint: endpoint } = await (
    await fetch(buildAuthUrl(sandbox, tld, environmentId, '/.well-known/openid-configuration'))
  ).json();
  const { access_token: accessToken, id_token: idToken } = await getUserTokens(sandbox, portal);
  expect([issuer, endpoint]).toEqual(['https://auth.acme-production.example/as', buildAuthUrl(sandbox, tld, environmentId, '/token')]);
  expect([decodeJwt(accessToken).iss, decodeJwt(idToken).iss]).toEqual([issuer, issuer]);
  const userInfo = await fetch(buildAuthUrl(sandbox, tld, environmentId, '/userinfo'), {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  expect(userInfo.status).toBe(200);
});

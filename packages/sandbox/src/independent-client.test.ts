import * as oauth from 'oauth4webapi';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Sandbox } from './create-sandbox.ts';
import { createSandbox } from './create-sandbox.ts';
import { buildAuthUrl, findSeeded } from './testing/ask-sandbox.ts';
import { CALLBACK, openBrowser } from './testing/browse.ts';

/** The sandbox speaks plain HTTP, on the loopback interface. */
const INSECURE = { [oauth.allowInsecureRequests]: true } as const;

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 });
});

afterAll(() => sandbox.close());

test.each([
  ['Acme Portal', (secret: string) => oauth.ClientSecretPost(secret)],
  ['Portal with Basic', (secret: string) => oauth.ClientSecretBasic(secret)],
])('a client that others wrote signs on with “%s”, and uses, refreshes and revokes what it gets', async (name, authenticate) => {
  const portal = findSeeded(sandbox, name);
  const issuer = new URL(buildAuthUrl(sandbox, portal.environment.tld, portal.environment.environmentId, ''));
  const server = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, INSECURE));
  const client: oauth.Client = { client_id: portal.clientId };
  const auth = authenticate(portal.clientSecret);

  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const nonce = oauth.generateRandomNonce();
  const url = new URL(server.authorization_endpoint ?? '');
  url.search = new URLSearchParams({
    client_id: client.client_id,
    redirect_uri: CALLBACK,
    response_type: 'code',
    scope: 'openid profile p1:read:user',
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  }).toString();
  const browser = openBrowser(sandbox);
  const page = await browser.open(url.href);
  const [user] = portal.environment.users;
  const { url: callback } = await browser.open(page.url.href, {
    username: user?.username ?? '',
    password: user?.password ?? '',
    action: 'sign-on',
  });

  const params = oauth.validateAuthResponse(server, client, callback, state);
  const codeAnswer = await oauth.authorizationCodeGrantRequest(server, client, auth, params, CALLBACK, verifier, INSECURE);
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, codeAnswer, { expectedNonce: nonce, requireIdToken: true });
  const claims = oauth.getValidatedIdTokenClaims(tokens);
  expect([tokens.scope, claims?.['env']]).toEqual(['openid profile p1:read:user', portal.environment.environmentId]);

  const infoAnswer = await oauth.userInfoRequest(server, client, tokens.access_token, INSECURE);
  const info = await oauth.processUserInfoResponse(server, client, claims?.sub ?? '', infoAnswer);
  expect(info.preferred_username).toBe(user?.username);

  const refreshAnswer = await oauth.refreshTokenGrantRequest(server, client, auth, tokens.refresh_token ?? '', INSECURE);
  const refreshed = await oauth.processRefreshTokenResponse(server, client, refreshAnswer);
  expect(refreshed.refresh_token).not.toBe(tokens.refresh_token);

  const revocation = await oauth.revocationRequest(server, client, auth, refreshed.refresh_token ?? '', INSECURE);
  await oauth.processRevocationResponse(revocation);
  const introspection = await oauth.introspectionRequest(server, client, auth, refreshed.refresh_token ?? '', INSECURE);
  expect(await oauth.processIntrospectionResponse(server, client, introspection)).toMatchObject({ active: false });
});

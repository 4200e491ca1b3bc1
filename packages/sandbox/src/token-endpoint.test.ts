import { createRemoteJWKSet, decodeProtectedHeader, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Sandbox } from './create-sandbox.ts';
import { createSandbox } from './create-sandbox.ts';
import { defaultSeeds } from './seeds.ts';
import type { Seeded, TokenAsk } from './testing/ask-sandbox.ts';
import { askToken, buildAuthUrl, findSeeded } from './testing/ask-sandbox.ts';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const VALIDATION = 'The request could not be completed. One or more validation errors were in the request.';
const INVALID_CREDENTIALS = [401, 'invalid_client', 'Request denied: Invalid client credentials'] as const;
const UNSUPPORTED_METHOD = [401, 'invalid_client', 'Request denied: Unsupported authentication method'] as const;

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 });
});

afterAll(() => sandbox.close());

const seeded = (name: string): Seeded => findSeeded(sandbox, name);
const stranger = (): Seeded => ({ ...seeded('Worker with Post'), clientId: 'b3c1a6ae-5a1f-4c52-9d4e-0a5c8b7f1e23' });
const withWrongSecret = (name: string): Seeded => ({ ...seeded(name), clientSecret: 'not-the-secret' });

const refusals: readonly (readonly [string, () => Seeded, TokenAsk, readonly [number, string, string]])[] = [
  ['an unknown client by Post', stranger, { method: 'post' }, INVALID_CREDENTIALS],
  ['an unknown client by Basic', stranger, { method: 'basic' }, INVALID_CREDENTIALS],
  ['a wrong secret by the right method', () => withWrongSecret('Worker with Post'), {}, INVALID_CREDENTIALS],
  ['a wrong secret by Basic', () => withWrongSecret('Worker with Basic'), { method: 'basic' }, INVALID_CREDENTIALS],
  ['the wrong method', () => seeded('Worker with Post'), { method: 'basic' }, UNSUPPORTED_METHOD],
  ['Post to a worker of Basic', () => seeded('Worker with Basic'), {}, UNSUPPORTED_METHOD],
  ['the wrong method before the wrong secret', () => withWrongSecret('Worker with Basic'), {}, UNSUPPORTED_METHOD],
  ['no secret at all', () => seeded('Worker with Post'), { method: 'none' }, UNSUPPORTED_METHOD],
  ['Post to a worker of Client Secret JWT', () => seeded('Worker with JWT'), {}, UNSUPPORTED_METHOD],
  ['Basic to a worker of Client Secret JWT', () => seeded('Worker with JWT'), { method: 'basic' }, UNSUPPORTED_METHOD],
  ['a secret to a worker of None', () => seeded('Worker without authentication'), {}, UNSUPPORTED_METHOD],
  ['a public worker', () => seeded('Worker without authentication'), { method: 'none' }, UNSUPPORTED_METHOD],
  ['a disabled application', () => seeded('Disabled worker'), {}, INVALID_CREDENTIALS],
  [
    'a worker without roles',
    () => seeded('Worker without roles'),
    {},
    [403, 'access_denied', 'Request denied: Application does not have any role assignments'],
  ],
  [
    'a web app that asks for client credentials',
    () => seeded('Acme Portal'),
    {},
    [400, 'unauthorized_client', 'Request denied: Grant type is not enabled for the application'],
  ],
  [
    'a grant that does not exist',
    () => seeded('Worker with Post'),
    { form: { grant_type: 'magic' } },
    [400, 'unsupported_grant_type', 'Request denied: Unsupported grant type'],
  ],
  [
    'no grant',
    () => seeded('Worker with Post'),
    { form: { grant_type: '' } },
    [400, 'invalid_request', `${VALIDATION}: grant_type is required`],
  ],
  [
    'a self-management scope',
    () => seeded('Worker with Post'),
    { form: { scope: 'p1:read:user' } },
    [400, 'invalid_scope', `${VALIDATION}: At least one scope must be granted`],
  ],
];

test.each(refusals)('%s is refused as PingOne refuses it', async (_name, client, ask, [status, error, reason]) => {
  const response = await askToken(sandbox, client(), ask);
  const body = await response.json();
  expect([response.status, body.error]).toEqual([status, error]);
  expect(body.error_description).toMatch(new RegExp(` \\(Correlation ID: ${UUID}\\)$`));
  expect(body.error_description).toBe(`${reason} (Correlation ID: ${response.headers.get('correlation-id')})`);
});

test('the token answer of a worker has no scope and no refresh token', async () => {
  const response = await askToken(sandbox, seeded('Worker with Post'));
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ access_token: expect.any(String), token_type: 'Bearer', expires_in: 3600 });
});

test('the access token is signed with a published key and has the claims of PingOne, and no others', async () => {
  const worker = seeded('Worker with Basic');
  const { environmentId, organizationId, tld } = worker.environment;
  const { access_token: token } = await (await askToken(sandbox, worker, { method: 'basic' })).json();
  const keys = createRemoteJWKSet(new URL(buildAuthUrl(sandbox, tld, environmentId, '/jwks')));
  const { payload } = await jwtVerify(token, keys, { audience: 'https://api.pingone.com', algorithms: ['RS256'] });
  expect(decodeProtectedHeader(token)).toEqual({ alg: 'RS256', kid: 'default' });
  expect(payload).toEqual({
    client_id: worker.clientId,
    iss: buildAuthUrl(sandbox, tld, environmentId, ''),
    jti: expect.stringMatching(new RegExp(`^${UUID}$`)),
    iat: expect.any(Number),
    exp: Number(payload.iat) + 3600,
    aud: ['https://api.pingone.com'],
    env: environmentId,
    org: organizationId,
    'p1.rid': payload.jti,
  });
});

test.each([
  ['Acme Staging', 'https://api.pingone.eu'],
  ['Globex', 'https://api.pingone.com.au'],
])('a token of %s is for %s', async (environment, audience) => {
  const worker = findSeeded(sandbox, 'Worker with Post', environment);
  const { access_token: token } = await (await askToken(sandbox, worker)).json();
  const keys = createRemoteJWKSet(new URL(buildAuthUrl(sandbox, worker.environment.tld, worker.environment.environmentId, '/jwks')));
  await expect(jwtVerify(token, keys, { audience })).resolves.toBeDefined();
});

test('the time in a token is the sandbox’s own', async () => {
  const late = await createSandbox({ port: 0, clock: () => new Date('2030-01-01T00:00:00Z') });
  const { access_token: token } = await (await askToken(late, findSeeded(late, 'Worker with Post'))).json();
  const { iat, exp } = JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString());
  expect([iat, exp]).toEqual([1_893_456_000, 1_893_459_600]);
  await late.close();
});

test('a worker may ask for a scope of OpenID Connect', async () => {
  const response = await askToken(sandbox, seeded('Worker with Post'), { form: { scope: 'openid' } });
  expect(response.status).toBe(200);
});

test('a worker of Client Secret JWT gets a token for an assertion that its secret signs, and none for another', async () => {
  const { clientId, clientSecret, environment } = seeded('Worker with JWT');
  const ask = async (secret: string): Promise<Response> => {
    const assertion = await new SignJWT({})
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(clientId)
      .setSubject(clientId)
      .setAudience(buildAuthUrl(sandbox, environment.tld, environment.environmentId, '/token'))
      .setJti(crypto.randomUUID())
      .setIssuedAt()
      .setExpirationTime('1 minute')
      .sign(new TextEncoder().encode(secret));
    return fetch(buildAuthUrl(sandbox, environment.tld, environment.environmentId, '/token'), {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: assertion,
      }),
    });
  };
  const given = await ask(clientSecret);
  expect([given.status, await given.json()]).toEqual([200, expect.objectContaining({ expires_in: 3600 })]);
  const refused = await ask(`${clientSecret}x`);
  expect(refused.status).toBe(401);
  const correlationId = refused.headers.get('correlation-id');
  expect(await refused.json()).toEqual({
    error: 'invalid_client',
    error_description: `Request denied: Invalid client credentials (Correlation ID: ${correlationId})`,
  });
});

test('no assertion is right for a worker of Private Key JWT, because none of its keys is known', async () => {
  const [seed] = defaultSeeds;
  const workers = [{ name: 'Signer', authMethod: 'PRIVATE_KEY_JWT', roles: ['Environment Admin'] }] as const;
  const other = await createSandbox({ port: 0, environments: [{ ...seed!, workers }] });
  const signer = findSeeded(other, 'Signer');
  const { privateKey } = await generateKeyPair('RS256');
  const assertion = await new SignJWT({ sub: signer.clientId }).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
  const form = { client_assertion: assertion, client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer' };
  const response = await askToken(other, signer, { method: 'none', form });
  expect([response.status, (await response.json()).error_description]).toEqual([
    401,
    expect.stringContaining('Invalid client credentials'),
  ]);
  const byPost = await askToken(other, signer);
  expect((await byPost.json()).error_description).toContain('Unsupported authentication method');
  await other.close();
});

test('Basic credentials that are no pair, and an assertion that is no token, are refused as unknown', async () => {
  const { environment } = seeded('Worker with Post');
  const url = buildAuthUrl(sandbox, environment.tld, environment.environmentId, '/token');
  const body = new URLSearchParams({ grant_type: 'client_credentials' });
  const basic = await fetch(url, { method: 'POST', headers: { authorization: 'Basic bm9jb2xvbg==' }, body });
  expect(basic.status).toBe(401);
  body.set('client_assertion', 'x.y.z');
  expect((await fetch(url, { method: 'POST', body })).status).toBe(401);
});

test('two environments do not know each other’s applications', async () => {
  const { environmentId, tld } = findSeeded(sandbox, 'Worker with Post', 'Acme Staging').environment;
  const response = await askToken(sandbox, seeded('Worker with Post'), { environmentId, tld });
  expect(await response.json()).toMatchObject({ error_description: expect.stringContaining('Invalid client credentials') });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Sandbox } from './create-sandbox.ts';
import { createSandbox } from './create-sandbox.ts';
import { askToken, buildAuthUrl, findSeeded } from './testing/ask-sandbox.ts';

const DISCOVERY = '/.well-known/openid-configuration';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 });
});

afterAll(() => sandbox.close());

test('the discovery document has the keys of PingOne’s and speaks of its own issuer', async () => {
  const { environmentId, tld } = findSeeded(sandbox, 'Worker with Post').environment;
  const issuer = buildAuthUrl(sandbox, tld, environmentId, '');
  const document = await (await fetch(issuer + DISCOVERY)).json();
  expect(Object.keys(document).sort()).toEqual([
    'authorization_endpoint',
    'claim_types_supported',
    'claims_parameter_supported',
    'claims_supported',
    'code_challenge_methods_supported',
    'device_authorization_endpoint',
    'end_session_endpoint',
    'grant_types_supported',
    'id_token_signing_alg_values_supported',
    'introspection_endpoint',
    'issuer',
    'jwks_uri',
    'pushed_authorization_request_endpoint',
    'request_object_signing_alg_values_supported',
    'request_parameter_supported',
    'request_uri_parameter_supported',
    'require_pushed_authorization_requests',
    'response_modes_supported',
    'response_types_supported',
    'revocation_endpoint',
    'scopes_supported',
    'subject_types_supported',
    'token_endpoint',
    'token_endpoint_auth_methods_supported',
    'token_endpoint_auth_signing_alg_values_supported',
    'userinfo_endpoint',
    'userinfo_signing_alg_values_supported',
  ]);
  expect(document).toMatchObject({ issuer, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks` });
  expect(document.scopes_supported).not.toContain('offline_access');
});

test('the published keys have no algorithm: one is the shared key, one the environment’s own', async () => {
  const [acme, globex] = await Promise.all(
    ['Acme Production', 'Globex'].map(async (name) => {
      const { environmentId, tld } = findSeeded(sandbox, 'Worker with Post', name).environment;
      return (await fetch(buildAuthUrl(sandbox, tld, environmentId, '/jwks'))).json();
    }),
  );
  for (const key of [...acme.keys, ...globex.keys]) {
    expect(Object.keys(key).sort()).toEqual(['e', 'kid', 'kty', 'n', 'use']);
  }
  expect(acme.keys.map((key: { kid: string }) => key.kid)).toEqual(['default', expect.stringMatching(/^[0-9a-f-]{36}$/)]);
  expect(acme.keys[1].kid).not.toBe(globex.keys[1].kid);
});

test.each([
  ['an ID that no environment has', 'com', '5f0c1d5e-7b0a-4a86-9f5e-3d3c4a5b6c7d'],
  ['the right environment in another region', 'eu', undefined],
  ['an organization’s ID', 'com', 'organization'],
])('%s is unknown to discovery and to the token endpoint', async (_name, tld, id) => {
  const worker = findSeeded(sandbox, 'Worker with Post');
  const ids: Readonly<Record<string, string>> = { organization: worker.environment.organizationId };
  const environmentId = id === undefined ? worker.environment.environmentId : (ids[id] ?? id);
  for (const response of [
    await fetch(buildAuthUrl(sandbox, tld, environmentId, DISCOVERY)),
    await askToken(sandbox, worker, { tld, environmentId }),
  ]) {
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      id: response.headers.get('correlation-id'),
      code: 'NOT_FOUND',
      message: `Unable to find environment with ID: '${environmentId}'`,
    });
  }
});

test.each(['/token', '/par', '/no-such-path'])('GET %s of an environment is not found', async (path) => {
  const { environmentId, tld } = findSeeded(sandbox, 'Worker with Post').environment;
  const response = await fetch(buildAuthUrl(sandbox, tld, environmentId, path));
  expect([response.status, (await response.json()).code]).toEqual([404, 'NOT_FOUND']);
});

test('a path outside any environment is not found', async () => {
  const response = await fetch(`${sandbox.url}/auth/com`);
  expect([response.status, (await response.json()).code]).toEqual([404, 'NOT_FOUND']);
});

test('a request that cannot be read is answered without a page of stack traces', async () => {
  const { environmentId, tld } = findSeeded(sandbox, 'Worker with Post').environment;
  const tooLarge = await fetch(buildAuthUrl(sandbox, tld, environmentId, '/token'), {
    method: 'POST',
    body: new URLSearchParams({ client_secret: 'x'.repeat(70_000) }),
  });
  expect([tooLarge.status, await tooLarge.json()]).toEqual([413, { error: { message: 'The request could not be read.' } }]);
  expect((await fetch(`${sandbox.url}/auth/com/%E0%A4%A/as/token`)).status).toBe(400);
});

test('environment_not_in_region keeps the region of the environment silent, while others say no', async () => {
  sandbox.setScenario('environment_not_in_region');
  const { environmentId } = findSeeded(sandbox, 'Worker with Post').environment;
  const ask = async (tld: string): Promise<number> => (await fetch(buildAuthUrl(sandbox, tld, environmentId, DISCOVERY))).status;
  expect([await ask('com'), await ask('eu')]).toEqual([503, 404]);
  sandbox.clearScenario();
});

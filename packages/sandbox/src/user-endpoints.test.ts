import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sandbox } from './create-sandbox.ts';
import { createSandbox } from './create-sandbox.ts';
import type { Seeded } from './testing/ask-sandbox.ts';
import { askApi, askToken, buildAuthUrl, findSeeded, getToken } from './testing/ask-sandbox.ts';
import { exchange, getUserTokens, openBrowser, refresh } from './testing/browse.ts';

let sandbox: Sandbox;
let portal: Seeded;

beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 });
  portal = findSeeded(sandbox, 'Acme Portal');
});

afterAll(() => sandbox.close());

function askUserInfo(token?: string): Promise<Response> {
  const { tld, environmentId } = portal.environment;
  return fetch(
    buildAuthUrl(sandbox, tld, environmentId, '/userinfo'),
    token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } },
  );
}

describe('user info', () => {
  test('tells what the scopes allow, and where the person belongs', async () => {
    const { access_token: token } = await getUserTokens(sandbox, portal, { scope: 'openid email' });
    expect(await (await askUserInfo(token)).json()).toEqual({
      sub: decodeJwt(token).sub,
      email: 'ada.lovelace@acme-production.example',
      env: portal.environment.environmentId,
      org: portal.environment.organizationId,
      'p1.region': 'NA',
    });
  });

  test('is refused without a token, to a worker, and without the scope openid', async () => {
    const ask = async (token?: string): Promise<unknown> => {
      const response = await askUserInfo(token);
      return [response.status, (await response.json()).error, response.headers.get('www-authenticate')];
    };
    const invalid = [401, 'invalid_token', 'Bearer realm="PingOne", error="invalid_token"'];
    expect(await ask()).toEqual(invalid);
    expect(await ask('x.y.z')).toEqual(invalid);
    expect(await ask(await getToken(sandbox, findSeeded(sandbox, 'Worker with Post')))).toEqual(invalid);
    const { access_token: token } = await getUserTokens(sandbox, portal, { scope: 'p1:read:user' });
    expect(await ask(token)).toEqual([403, 'insufficient_scope', 'Bearer realm="PingOne", error="insufficient_scope"']);
  });
});

describe('introspection', () => {
  test('tells a client about an access token and a refresh token', async () => {
    const tokens = await getUserTokens(sandbox, portal);
    const { sub } = decodeJwt(tokens.access_token);
    const about = { active: true, client_id: portal.clientId, sub, scope: tokens.scope };
    expect(await exchange(sandbox, portal, { token: tokens.access_token }, '/introspect')).toMatchObject({
      ...about,
      token_type: 'Bearer',
    });
    expect(await exchange(sandbox, portal, { token: tokens.refresh_token }, '/introspect')).toMatchObject(about);
  });

  test('says only that a token is not active, when it is unknown, used, or another client’s', async () => {
    const tokens = await getUserTokens(sandbox, portal);
    await refresh(sandbox, portal, tokens.refresh_token);
    const other = await getUserTokens(sandbox, findSeeded(sandbox, 'Portal with S256 required'));
    for (const token of ['unknown', tokens.refresh_token, other.refresh_token]) {
      expect(await exchange(sandbox, portal, { token }, '/introspect')).toEqual({ status: 200, active: false });
    }
  });

  test.each(['/introspect', '/revoke'])('%s judges the client first', async (path) => {
    expect(await exchange(sandbox, portal, { token: 'x', client_secret: 'wrong' }, path)).toMatchObject({
      status: 401,
      error: 'invalid_client',
    });
    const basic = await exchange(sandbox, findSeeded(sandbox, 'Portal with Basic'), { token: 'x' }, path);
    expect(basic.error_description).toMatch(/Unsupported authentication method/);
    expect(await exchange(sandbox, portal, {}, path)).toMatchObject({ status: 400, error: 'invalid_request' });
  });
});

describe('revocation', () => {
  test('ends a refresh token and its family, and no other', async () => {
    const browser = openBrowser(sandbox);
    const first = await getUserTokens(sandbox, portal, {}, browser);
    const second = await getUserTokens(sandbox, portal, {}, browser);
    const rotated = await refresh(sandbox, portal, first.refresh_token);
    expect((await exchange(sandbox, portal, { token: rotated.refresh_token }, '/revoke')).status).toBe(200);
    expect((await refresh(sandbox, portal, rotated.refresh_token)).error).toBe('invalid_grant');
    expect((await refresh(sandbox, portal, second.refresh_token)).status).toBe(200);
  });

  test('changes nothing for another client, and says nothing of a token that nobody knows', async () => {
    const { refresh_token: token } = await getUserTokens(sandbox, portal);
    expect((await exchange(sandbox, findSeeded(sandbox, 'Portal with S256 required'), { token }, '/revoke')).status).toBe(200);
    expect((await exchange(sandbox, portal, { token: 'unknown' }, '/revoke')).status).toBe(200);
    expect((await refresh(sandbox, portal, token)).status).toBe(200);
  });

  test('leaves an access token for the API as it is', async () => {
    const { access_token: token } = await getUserTokens(sandbox, portal);
    expect((await exchange(sandbox, portal, { token }, '/revoke')).status).toBe(200);
    expect((await askUserInfo(token)).status).toBe(200);
  });
});

describe('signing off', () => {
  test('sends back to an address of the application’s own, and to no other', async () => {
    const { id_token: hint } = await getUserTokens(sandbox, portal);
    const { tld, environmentId } = portal.environment;
    const signOff = async (params: Record<string, string>): Promise<string> => {
      const url = `${buildAuthUrl(sandbox, tld, environmentId, '/signoff')}?${new URLSearchParams(params)}`;
      return (await fetch(url, { redirect: 'manual' })).headers.get('location') ?? '';
    };
    const wanted = { post_logout_redirect_uri: 'http://localhost:4001/signed-off', state: 's' };
    expect(await signOff({ ...wanted, id_token_hint: hint })).toBe('http://localhost:4001/signed-off?state=s');
    expect(await signOff({ ...wanted, client_id: portal.clientId })).toBe('http://localhost:4001/signed-off?state=s');
    expect(await signOff(wanted)).toMatch(/\/signon\/\?signedOff=true$/);
    expect(await signOff({ client_id: portal.clientId, post_logout_redirect_uri: 'https://evil.example/' })).toMatch(/\/signon\//);
  });
});

describe('the API, with a user’s token', () => {
  const home = (): string => `/v1/environments/${portal.environment.environmentId}`;

  function patchApi(path: string, token: string, body: unknown): Promise<Response> {
    return fetch(`${sandbox.hosts.api.replace('{tld}', 'com')}${path}`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  test('gives the person’s own record, and no other', async () => {
    const { access_token: token } = await getUserTokens(sandbox, portal);
    const { sub } = decodeJwt(token);
    const own = await askApi(sandbox, 'com', `${home()}/users/${sub}`, token);
    expect([own.status, await own.json()]).toEqual([200, expect.objectContaining({ id: sub, username: 'ada.lovelace' })]);
    for (const path of ['/v1/environments', home(), `${home()}/users`, `${home()}/users/${portal.clientId}`, `${home()}/populations`]) {
      const response = await askApi(sandbox, 'com', path, token);
      expect([path, response.status, (await response.json()).details[0].code]).toEqual([path, 403, 'INSUFFICIENT_PERMISSIONS']);
    }
  });

  test('lets the person change what the scopes allow', async () => {
    const { access_token: token } = await getUserTokens(sandbox, portal);
    const path = `${home()}/users/${decodeJwt(token).sub}`;
    const changed = await patchApi(path, token, { name: { given: 'Augusta' } });
    expect([changed.status, (await changed.json()).name.given]).toEqual([200, 'Augusta']);
    expect((await (await askUserInfo(token)).json()).given_name).toBe('Augusta');
    const refused = await patchApi(path, token, { enabled: false });
    expect([refused.status, (await refused.json()).details[0].target]).toEqual([400, 'enabled']);
    const empty = await patchApi(path, token, { email: '' });
    expect([empty.status, (await empty.json()).details[0].target]).toEqual([400, 'email']);
  });

  test('refuses what the scopes do not allow', async () => {
    const { access_token: token } = await getUserTokens(sandbox, portal, { scope: 'openid p1:read:user' });
    const path = `${home()}/users/${decodeJwt(token).sub}`;
    expect((await askApi(sandbox, 'com', path, token)).status).toBe(200);
    expect((await patchApi(path, token, { name: { given: 'Eve' } })).status).toBe(403);
    const { access_token: bare } = await getUserTokens(sandbox, portal, { scope: 'openid' });
    expect((await askApi(sandbox, 'com', path, bare)).status).toBe(403);
  });

  test('does not let a worker change anybody', async () => {
    const worker = findSeeded(sandbox, 'Worker with Post');
    const { sub } = decodeJwt((await getUserTokens(sandbox, portal)).access_token);
    expect((await patchApi(`${home()}/users/${sub}`, await getToken(sandbox, worker), { name: { given: 'Eve' } })).status).toBe(403);
    expect((await patchApi(`${home()}/populations`, await getToken(sandbox, worker), {})).status).toBe(403);
  });
});

test('self-management scopes are not for workers', async () => {
  const response = await askToken(sandbox, findSeeded(sandbox, 'Worker with Post'), { form: { scope: 'p1:update:user' } });
  expect((await response.json()).error).toBe('invalid_scope');
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Sandbox } from './create-sandbox.ts';
import { createSandbox } from './create-sandbox.ts';
import { defaultSeeds } from './seeds.ts';
import { askApi, askToken, findSeeded, getToken } from './testing/ask-sandbox.ts';

const NO_ACCESS = 'The request could not be completed. You do not have access to this resource.';

let sandbox: Sandbox;
let token: string;
let home: string;

beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 });
  const worker = findSeeded(sandbox, 'Worker with Post');
  token = await getToken(sandbox, worker);
  home = `/v1/environments/${worker.environment.environmentId}`;
});

afterAll(() => sandbox.close());

test('an environment is told with its name, type, region code and organization', async () => {
  const response = await askApi(sandbox, 'com', home, token);
  const { environmentId, organizationId } = findSeeded(sandbox, 'Worker with Post').environment;
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    id: environmentId,
    name: 'Acme Production',
    type: 'PRODUCTION',
    region: 'NA',
    organization: { id: organizationId },
    _links: { self: { href: `${sandbox.url}/api/com${home}` }, users: { href: `${sandbox.url}/api/com${home}/users` } },
  });
});

test('every answer has the headers and the spacing of PingOne', async () => {
  const response = await askApi(sandbox, 'com', home, token);
  expect(response.headers.get('content-type')).toBe('application/hal+json;charset=UTF-8');
  expect(response.headers.get('x-amzn-requestid')).toBe(response.headers.get('correlation-id'));
  expect(response.headers.get('cache-control')).toBe('no-cache, no-store, max-age=0, must-revalidate');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(await response.text()).toContain('\n  "name" : "Acme Production",\n');
});

test('the list of environments holds the worker’s own', async () => {
  const body = await (await askApi(sandbox, 'com', '/v1/environments?limit=10', token)).json();
  expect(body).toMatchObject({ count: 1, size: 1, _links: { self: { href: `${sandbox.url}/api/com/v1/environments?limit=10` } } });
  expect(body._embedded.environments[0].name).toBe('Acme Production');
});

test.each([
  ['users', '', 250, [100, 100, 50]],
  ['users', '?limit=120', 250, [120, 120, 10]],
  ['populations', '?limit=2', 3, [2, 1]],
])('%s%s are read to the end by following the links', async (name, query, count, sizes) => {
  const seen: string[] = [];
  const pages: number[] = [];
  let next: string | undefined = `${sandbox.url}/api/com${home}/${name}${query}`;
  while (next !== undefined) {
    const response: Response = await fetch(next, { headers: { authorization: `Bearer ${token}` } });
    const body = await response.json();
    expect(body.count).toBe(count);
    pages.push(body.size);
    seen.push(...body._embedded[name].map((item: { id: string }) => item.id));
    next = body._links.next?.href;
  }
  expect(pages).toEqual(sizes);
  expect(new Set(seen).size).toBe(count);
});

test('a later page links back to the one before it', async () => {
  const first = await (await askApi(sandbox, 'com', `${home}/users?limit=5`, token)).json();
  expect(first._links.prev).toBeUndefined();
  const read = async (url: string) => (await fetch(url, { headers: { authorization: `Bearer ${token}` } })).json();
  const second = await read(first._links.next.href);
  const back = await read(second._links.prev.href);
  expect(back._embedded.users).toEqual(first._embedded.users);
});

test('users are found by their name, page by page', async () => {
  const one = await (
    await askApi(sandbox, 'com', `${home}/users?filter=${encodeURIComponent('username eq "grace.hopper"')}`, token)
  ).json();
  expect([one.count, one._embedded.users[0].username]).toEqual([1, 'grace.hopper']);
  const query = `limit=5&filter=${encodeURIComponent('name.family eq "Abara"')}`;
  const first = await (await askApi(sandbox, 'com', `${home}/users?${query}`, token)).json();
  expect(first.count).toBe(25);
  expect(first._links.next.href).toContain('filter=');
});

test('applications tell the size of the page and not their total, and no secret', async () => {
  const response = await askApi(sandbox, 'com', `${home}/applications`, token);
  const text = await response.text();
  const body = JSON.parse(text);
  expect(body.count).toBeUndefined();
  expect(body.size).toBe(15);
  expect(body._embedded.applications[0]).toMatchObject({ type: 'WORKER', tokenEndpointAuthMethod: 'CLIENT_SECRET_POST', enabled: true });
  for (const { clientSecret } of sandbox.environments[0]?.workers ?? []) expect(text).not.toContain(clientSecret);
});

test('one user is read by ID, and one that is not there is not found', async () => {
  const { _embedded } = await (await askApi(sandbox, 'com', `${home}/users?limit=1`, token)).json();
  const [user] = _embedded.users;
  expect(await (await askApi(sandbox, 'com', `${home}/users/${user.id}`, token)).json()).toEqual(user);
  const missing = await askApi(sandbox, 'com', `${home}/users/${findSeeded(sandbox, 'Worker with Post').clientId}`, token);
  expect([missing.status, (await missing.json()).message]).toEqual([404, 'The requested resource object cannot be found.']);
});

test.each([
  ['limit=0', 'limit'],
  ['limit=many', 'limit'],
  ['cursor=guessed', 'cursor'],
  ['filter=ada', 'filter'],
])('users?%s is invalid data', async (query, target) => {
  const response = await askApi(sandbox, 'com', `${home}/users?${query}`, token);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    code: 'INVALID_DATA',
    details: [{ code: expect.stringMatching(/^INVALID_(PARAMETER|FILTER)$/), target }],
  });
});

test.each([
  ['no token', undefined],
  ['a token that is none', 'abc.def.ghi'],
  ['a token whose signature is broken', 'broken'],
])('%s is answered with 401', async (_name, given) => {
  const response = await askApi(sandbox, 'com', home, given === 'broken' ? `${token.slice(0, -8)}AAAAAAAA` : given);
  expect(response.status).toBe(401);
  expect(await response.json()).toEqual({
    id: response.headers.get('correlation-id'),
    code: 'ACCESS_FAILED',
    message: NO_ACCESS,
    details: [
      {
        code: 'INVALID_TOKEN',
        target: 'Authentication Credentials',
        message: 'The authorization token is either missing or invalid, or it has expired.',
      },
    ],
  });
});

test('a token is worth nothing in another region', async () => {
  expect((await askApi(sandbox, 'eu', home, token)).status).toBe(401);
});

test('a token is worth nothing once it has expired', async () => {
  let now = new Date('2026-01-01T00:00:00Z');
  const other = await createSandbox({ port: 0, clock: () => now });
  const worker = findSeeded(other, 'Worker with Post');
  const fresh = await getToken(other, worker);
  now = new Date('2026-01-01T00:59:59Z');
  expect((await askApi(other, 'com', home, fresh)).status).toBe(200);
  now = new Date('2026-01-01T01:00:01Z');
  expect((await askApi(other, 'com', home, fresh)).status).toBe(401);
  await other.close();
});

test('an environment that is not there is not found', async () => {
  const id = '5f0c1d5e-7b0a-4a86-9f5e-3d3c4a5b6c7d';
  const response = await askApi(sandbox, 'com', `/v1/environments/${id}`, token);
  expect(response.status).toBe(404);
  expect(await response.json()).toEqual({
    id: response.headers.get('correlation-id'),
    code: 'NOT_FOUND',
    message: `Unable to find environment with ID: '${id}'`,
  });
});

test.each([
  ['Organization Admin alone', 'Acme Production', 'post', { '': 200, '/populations': 403, '/users': 403, '/applications': 403 }],
  ['Client Application Developer alone', 'Acme Staging', 'basic', { '': 200, '/populations': 200, '/users': 403, '/applications': 200 }],
] as const)('%s may read what its role allows', async (_role, environmentName, method, expected) => {
  const worker = findSeeded(sandbox, 'Worker with weak roles', environmentName);
  const { tld, environmentId } = worker.environment;
  const { access_token: weak } = await (await askToken(sandbox, worker, { method })).json();
  for (const [path, status] of Object.entries(expected)) {
    const response = await askApi(sandbox, tld, `/v1/environments/${environmentId}${path}`, weak);
    expect([path, response.status]).toEqual([path, status]);
  }
  const refused = await askApi(sandbox, tld, `/v1/environments/${environmentId}/users`, weak);
  expect(await refused.json()).toEqual({
    id: refused.headers.get('correlation-id'),
    code: 'ACCESS_FAILED',
    message: NO_ACCESS,
    details: [{ code: 'INSUFFICIENT_PERMISSIONS', message: 'The actor attempting to perform the request is not authorized.' }],
  });
});

test('another environment of the region may not be read', async () => {
  const [seed] = defaultSeeds;
  const pair = await createSandbox({ port: 0, environments: [seed!, { ...seed!, name: 'Acme Archive' }] });
  const other = findSeeded(pair, 'Worker with Post', 'Acme Archive');
  const path = `/v1/environments/${other.environment.environmentId}`;
  const response = await askApi(pair, 'com', path, await getToken(pair, findSeeded(pair, 'Worker with Post')));
  expect(response.status).toBe(403);
  await pair.close();
});

test('an unknown path or method is refused by the gateway, not by the API', async () => {
  const unknown = await askApi(sandbox, 'com', `${home}/unicorns`, token);
  expect(unknown.status).toBe(403);
  expect((await unknown.json()).message).toMatch(/^Invalid key=value pair \(missing equal-sign\) in Authorization header .*: '.{44}'\.$/);
  const written = await fetch(`${sandbox.url}/api/com${home}/users`, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
  expect(written.status).toBe(403);
  expect(await (await askApi(sandbox, 'com', '/v1/unicorns')).json()).toEqual({ message: 'Missing Authentication Token' });
});

import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Sandbox } from './create-sandbox.ts';
import { createSandbox } from './create-sandbox.ts';
import { scenarios } from './scenarios.ts';
import { askToken, findSeeded } from './testing/ask-sandbox.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await createSandbox({ port: 0, clock: () => new Date('2026-05-06T07:08:09Z') });
});

afterEach(() => sandbox.clearScenario());

afterAll(() => sandbox.close());

function call(method: string, path: string, body?: unknown): Promise<Response> {
  const json = body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  return fetch(`${sandbox.url}${path}`, { method, ...json });
}

test('environments, scenarios, switches and requests are listed', async () => {
  await askToken(sandbox, findSeeded(sandbox, 'Worker with Post'));
  expect((await (await call('GET', '/environments')).json()).data).toEqual(sandbox.environments);
  expect((await (await call('GET', '/requests')).json()).data).toEqual(sandbox.requests);
  expect((await (await call('GET', '/scenarios')).json()).data).toHaveLength(scenarios.length);
  expect((await (await call('GET', '/switches')).json()).data[0]).toMatchObject({ name: 'unknown_environment', value: 'platform-404' });
});

test('a scenario is switched on for one client and a few requests, and off again', async () => {
  const { clientId } = findSeeded(sandbox, 'Worker with Post');
  const put = await call('PUT', '/scenarios/provider_rate_limited', { clientId, step: 'token', variant: 'busy-503', times: 2 });
  expect(put.status).toBe(200);
  expect((await put.json()).data).toMatchObject({
    id: 'provider_rate_limited',
    variants: ['too-many-429', 'busy-503'],
    active: [{ clientId, step: 'token', variant: 'busy-503', times: 2, setAt: '2026-05-06T07:08:09.000Z' }],
  });
  expect((await askToken(sandbox, findSeeded(sandbox, 'Worker with Post'))).status).toBe(503);
  expect((await call('DELETE', `/scenarios/provider_rate_limited?clientId=${clientId}`)).status).toBe(204);
  expect((await (await call('GET', '/scenarios/provider_rate_limited')).json()).data.active).toEqual([]);
});

test('a PUT without a body switches a scenario on for everything, and a DELETE of all switches everything off', async () => {
  expect((await call('PUT', '/scenarios/no_roles')).status).toBe(200);
  expect((await askToken(sandbox, findSeeded(sandbox, 'Worker with Post'))).status).toBe(403);
  expect((await call('DELETE', '/scenarios')).status).toBe(204);
  expect((await askToken(sandbox, findSeeded(sandbox, 'Worker with Post'))).status).toBe(200);
});

test('a switch is set', async () => {
  const response = await call('PUT', '/switches/no_role_status', { value: '400' });
  expect((await response.json()).data).toMatchObject({ name: 'no_role_status', value: '400' });
  expect((await askToken(sandbox, findSeeded(sandbox, 'Worker without roles'))).status).toBe(400);
});

test.each([
  ['GET', '/scenarios/unicorn', undefined, /no scenario "unicorn"/],
  ['PUT', '/scenarios/unicorn', {}, /no scenario "unicorn"/],
  ['PUT', '/scenarios/no_roles', { clientld: 'x' }, /"clientld" is not known here/],
  ['PUT', '/scenarios/no_roles', { clientId: ['x'] }, /"clientId" must be text/],
  ['PUT', '/scenarios/no_roles', { step: 'dance' }, /no step "dance"/],
  ['PUT', '/scenarios/no_roles', { times: 'many' }, /"times"/],
  ['PUT', '/scenarios/wrong_region', {}, /depends on what is typed/],
  ['DELETE', '/scenarios/unicorn', undefined, /no scenario "unicorn"/],
  ['PUT', '/switches/unicorn', { value: 'on' }, /no switch "unicorn"/],
  ['PUT', '/switches/no_role_status', {}, /no variant ""/],
])('%s %s with %o is refused with a sentence', async (method, path, body, sentence) => {
  const response = await call(method, path, body);
  expect(response.status).toBe(400);
  expect((await response.json()).error.message).toMatch(sentence);
});

test('a body that is no JSON is refused', async () => {
  const response = await fetch(`${sandbox.url}/scenarios/no_roles`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: '{',
  });
  expect(response.status).toBe(400);
});

import { afterEach, expect, test } from 'vitest';
import type { Sandbox, SandboxOptions } from './create-sandbox.ts';
import { createSandbox } from './create-sandbox.ts';
import { defaultSeeds } from './seeds.ts';
import { askToken, findSeeded } from './testing/ask-sandbox.ts';

const open: Sandbox[] = [];

async function openSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await createSandbox({ port: 0, ...options });
  open.push(sandbox);
  return sandbox;
}

afterEach(async () => {
  for (const sandbox of open.splice(0)) await sandbox.close();
});

test('the hosts are templates with {tld}, below the address that it listens on', async () => {
  const { url, hosts } = await openSandbox();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(hosts).toEqual({
    auth: `${url}/auth/{tld}`,
    api: `${url}/api/{tld}`,
    apps: `${url}/apps/{tld}`,
    console: `${url}/console/{tld}`,
  });
});

test('three regions are seeded, each with a worker that works by Post and one by Basic', async () => {
  const { environments } = await openSandbox();
  expect(environments.map(({ region, tld }) => `${region} ${tld}`)).toEqual(['NA com', 'EU eu', 'AU com.au']);
  for (const { workers } of environments) {
    const working = workers.filter(({ enabled, roles }) => enabled && roles.includes('Identity Data Read Only'));
    expect(working.map(({ authMethod }) => authMethod)).toEqual(expect.arrayContaining(['CLIENT_SECRET_POST', 'CLIENT_SECRET_BASIC']));
  }
});

test('an environment is described with exactly what a form and a test need', async () => {
  const { environments } = await openSandbox();
  const [first] = environments;
  expect(Object.keys(first ?? {})).toEqual(['name', 'environmentId', 'organizationId', 'region', 'tld', 'workers', 'webApps', 'users']);
  expect(Object.keys(first?.workers[0] ?? {})).toEqual(['name', 'clientId', 'clientSecret', 'authMethod', 'enabled', 'roles']);
  expect(Object.keys(first?.webApps[0] ?? {})).toEqual(['name', 'clientId', 'clientSecret', 'redirectUris']);
  expect(Object.keys(first?.users[0] ?? {})).toEqual(['username', 'password']);
});

test('IDs and secrets are the same after a restart, so connections keep working', async () => {
  const first = await openSandbox();
  const second = await openSandbox();
  expect(second.environments).toEqual(first.environments);
  const response = await askToken(second, findSeeded(first, 'Worker with Post'));
  expect(response.status).toBe(200);
});

test('no ID and no secret is given twice', async () => {
  const { environments } = await openSandbox();
  const applications = environments.flatMap(({ workers, webApps }) => [workers, webApps].flat());
  const values = [
    environments.map(({ environmentId }) => environmentId),
    environments.map(({ organizationId }) => organizationId),
    applications.map(({ clientId }) => clientId),
    applications.map(({ clientSecret }) => clientSecret),
  ].flat();
  expect(new Set(values).size).toBe(values.length);
});

test('a sandbox of one’s own environments has those alone', async () => {
  const sandbox = await openSandbox({
    environments: [
      {
        name: 'Initech',
        organization: 'Initech',
        region: 'SG',
        type: 'SANDBOX',
        workers: [{ name: 'Reports', authMethod: 'CLIENT_SECRET_POST', roles: ['Environment Admin'] }],
        webApps: [],
        users: [],
        populations: ['All'],
        directorySize: 3,
      },
    ],
  });
  expect(sandbox.environments.map(({ name, tld }) => `${name} ${tld}`)).toEqual(['Initech sg']);
  expect((await askToken(sandbox, findSeeded(sandbox, 'Reports', 'Initech'))).status).toBe(200);
});

test('a region that PingOne does not have is refused by name', async () => {
  const [seed] = defaultSeeds;
  await expect(createSandbox({ port: 0, environments: [{ ...seed!, region: 'XX' }] })).rejects.toThrow(/"Acme Production" is "XX"/);
});

test('a role that PingOne does not have is refused by name', async () => {
  const [seed] = defaultSeeds;
  const workers = [{ name: 'Typo', authMethod: 'CLIENT_SECRET_POST', roles: ['Identity Data Reader'] }] as const;
  await expect(createSandbox({ port: 0, environments: [{ ...seed!, workers }] })).rejects.toThrow(/"Identity Data Reader"/);
});

test('two environments of one name are refused, because their IDs would be the same', async () => {
  const [seed] = defaultSeeds;
  await expect(createSandbox({ port: 0, environments: [seed!, seed!] })).rejects.toThrow(/same name/);
});

test('a port that is taken is reported', async () => {
  const { url } = await openSandbox();
  await expect(createSandbox({ port: Number(new URL(url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('closing cuts a request that waits for an answer', async () => {
  const sandbox = await createSandbox({ port: 0 });
  sandbox.setScenario('provider_timeout');
  const waiting = askToken(sandbox, findSeeded(sandbox, 'Worker with Post')).catch((error: unknown) => error);
  await expect.poll(() => sandbox.requests.length).toBe(1);
  await sandbox.close();
  expect(await waiting).toBeInstanceOf(TypeError);
});

test('the request log tells what was asked, by whom and how, and no secret', async () => {
  const sandbox = await openSandbox({ clock: () => new Date('2026-05-06T07:08:09Z') });
  const worker = findSeeded(sandbox, 'Worker with Basic');
  const response = await askToken(sandbox, worker, { method: 'basic' });
  expect(sandbox.requests).toEqual([
    {
      at: '2026-05-06T07:08:09.000Z',
      method: 'POST',
      path: `/auth/com/${worker.environment.environmentId}/as/token`,
      step: 'token',
      environmentId: worker.environment.environmentId,
      clientId: worker.clientId,
      authMethod: 'CLIENT_SECRET_BASIC',
      correlationId: response.headers.get('correlation-id'),
      scenarios: [],
      status: 200,
    },
  ]);
  expect(JSON.stringify(sandbox.requests)).not.toContain(worker.clientSecret);
});

test('the request log keeps the latest thousand', async () => {
  const sandbox = await openSandbox();
  for (let round = 0; round < 51; round += 1) {
    await Promise.all(Array.from({ length: 20 }, () => fetch(`${sandbox.url}/api/com/v1/round/${round}`)));
  }
  expect(sandbox.requests).toHaveLength(1000);
  expect(sandbox.requests[0]?.path).toBe('/api/com/v1/round/1');
});

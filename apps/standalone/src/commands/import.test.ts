import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSandbox, type Sandbox } from '@latchkey/sandbox';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openWorkplace, type Workplace } from '../testing/run-latchkey.ts';

// Each call is a process of its own, which takes its time where many tests run at once.
vi.setConfig({ testTimeout: 60_000 });

let sandbox: Sandbox;
let workplace: Workplace;
let environment: Record<string, string>;

beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 });
});

afterAll(() => sandbox.close());

beforeEach(() => {
  workplace = openWorkplace();
  environment = {
    LATCHKEY_PROVIDER_HOSTS: JSON.stringify({ pingone: sandbox.hosts }),
    LATCHKEY_INTEGRATIONS: JSON.stringify([{ id: 'pingone-cc', provider: 'pingone-cc' }]),
  };
});

afterEach(() => workplace.remove());

/** A connection, as the other system answers it. */
function exportOne(connectionId: string, credentials: object = {}): object {
  const [{ environmentId, region, workers } = sandbox.environments[0]!] = sandbox.environments;
  const worker = workers.find(({ enabled, roles, authMethod }) => enabled && roles.length > 0 && authMethod === 'CLIENT_SECRET_POST');
  return {
    id: 7,
    connection_id: connectionId,
    provider_config_key: 'pingone-workers',
    provider: 'pingone-cc',
    errors: [],
    end_user: { id: 'user-1', display_name: null, email: '', tags: null, organization: { id: 'acme', display_name: 'Acme' } },
    tags: { end_user_id: 'user-1' },
    metadata: null,
    connection_config: { tld: topLevelDomainOf(region), environmentId, oauth_scopes_override: [] },
    webhook_url_override: null,
    created_at: '2026-01-02T03:04:05.000+00:00',
    credentials: {
      type: 'OAUTH2_CC',
      token: 'old',
      expires_at: '2026-01-02T04:04:05.000Z',
      raw: {},
      client_id: worker?.clientId,
      client_secret: worker?.clientSecret,
      ...credentials,
    },
  };
}

function topLevelDomainOf(region: string): string {
  return { NA: 'com', CA: 'ca', EU: 'eu', AU: 'com.au', SG: 'sg', AP: 'asia' }[region] ?? '';
}

const rename = ['--integration', 'pingone-workers=pingone-cc'];
const outcomes = (stdout: string): string[] =>
  stdout
    .trim()
    .split('\n')
    .map((line) => line.split('\t').slice(0, 2).join(' '))
    .toSorted();

test('an export is imported by using each connection; a failure keeps no other from it; a second run leaves what is there', async () => {
  const bad = exportOne('bad', { client_secret: 'not-the-secret-at-all' });
  writeFileSync(join(workplace.path, 'export.json'), JSON.stringify([exportOne('one'), bad, exportOne('two'), { connection_id: 'bare' }]));

  const first = await workplace.run(['import', 'export.json', ...rename], environment);
  expect(first.code).toBe(1);
  expect(outcomes(first.stdout)).toEqual(['failed bad', 'failed bare', 'imported one', 'imported two']);
  expect(first.stderr).toContain('2 imported, 0 there already, 2 failed.');
  expect(first.stdout + first.stderr).not.toContain('not-the-secret-at-all');

  const second = await workplace.run(['import', 'export.json', ...rename], environment);
  expect(outcomes(second.stdout)).toEqual(['failed bad', 'failed bare', 'present one', 'present two']);

  const serving = await workplace.serve({ ...environment, LATCHKEY_SECRET_KEYS: `latchkey_sk_${'k'.repeat(43)}` });
  const answer = await fetch(`${serving.url}/connections/one?provider_config_key=pingone-cc`, {
    headers: { authorization: `Bearer latchkey_sk_${'k'.repeat(43)}` },
  });
  expect(await answer.json()).toMatchObject({
    connection_id: 'one',
    status: 'active',
    end_user: { id: 'user-1', organization: { id: 'acme', display_name: 'Acme' } },
    tags: { end_user_id: 'user-1' },
  });
  await serving.stop();
});

test('a dry run says what would be imported, and imports nothing', async () => {
  const lines = [exportOne('one'), exportOne('two')].map((line) => JSON.stringify(line)).join('\n');
  const dry = await workplace.run(['import', '-', '--dry-run', ...rename], environment, lines);
  expect(dry).toMatchObject({ code: 0, stderr: expect.stringContaining('2 can be imported') });
  expect(outcomes(dry.stdout)).toEqual(['checked one', 'checked two']);

  const unknown = await workplace.run(['import', '-', '--dry-run'], environment, lines);
  expect(unknown).toMatchObject({ code: 1, stdout: expect.stringContaining('unknown_provider_config') });
  expect(outcomes((await workplace.run(['import', '-', ...rename], environment, lines)).stdout)).toEqual(['imported one', 'imported two']);
});

test('an export that is none is refused without being repeated', async () => {
  const broken = await workplace.run(['import', '-', ...rename], environment, '{"client_secret":"sesame"\n');
  expect(broken).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('Line 1 is no JSON') });
  expect(broken.stderr).not.toContain('sesame');
  expect(await workplace.run(['import', 'nowhere.json'], environment)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('cannot be read'),
  });
});

test('the doctor finds nothing to mend where the regions answer, and changes nothing', async () => {
  const { code, stdout } = await workplace.run(['doctor', '--json'], environment);
  expect(code).toBe(0);
  const findings: { check: string; state: string }[] = JSON.parse(stdout);
  expect(findings.filter(({ check }) => check.startsWith('region ')).map(({ state }) => state)).toEqual(Array(6).fill('ok'));
  expect(findings.find(({ check }) => check === 'clock')?.state).toBe('ok');
  expect((await workplace.run(['doctor'], environment)).stdout).toContain('is not there yet; the first start makes it.');
});

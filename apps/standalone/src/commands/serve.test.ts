import { createServer } from 'node:http';
import { connect } from 'node:net';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openWorkplace, type Workplace } from '../testing/run-latchkey.ts';

// Each call is a process of its own, which takes its time where many tests run at once.
vi.setConfig({ testTimeout: 60_000 });

let workplace: Workplace;

beforeEach(() => {
  workplace = openWorkplace();
});

afterEach(() => workplace.remove());

const read = (welcome: string, pattern: RegExp): string => pattern.exec(welcome)?.[1] ?? '';
const keyIn = (welcome: string): string => read(welcome, /(latchkey_sk_\S+)/);
const passwordIn = (welcome: string): string => read(welcome, /password.*\n\n\s+(\S+)/);

function signIn(url: string, password: string): Promise<Response> {
  const headers = { 'content-type': 'application/json', origin: url, 'sec-fetch-site': 'same-origin', 'x-forwarded-proto': 'https' };
  return fetch(`${url}/console/api/session`, { method: 'POST', headers, body: JSON.stringify({ password }) });
}

test('a first start in an empty folder serves the API, the console and the hosted page, and its key and password work', async () => {
  const serving = await workplace.serve();
  const { url, welcome } = serving;

  expect(await (await fetch(`${url}/health`)).json()).toEqual({ status: 'ok' });
  expect(await (await fetch(`${url}/console/connections`)).text()).toContain('console/dist');
  expect(await (await fetch(`${url}/link`)).text()).toContain('hosted/dist/page');
  expect(await (await fetch(`${url}/connect.js`)).text()).toContain('=>');
  expect((await fetch(url, { redirect: 'manual' })).headers.get('location')).toBe('/console/');
  const listed = await fetch(`${url}/connections`, { headers: { authorization: `Bearer ${keyIn(welcome)}` } });
  expect(listed.status).toBe(200);
  expect((await signIn(url, passwordIn(welcome))).status).toBe(200);
  expect((await signIn(url, 'not the password at all')).status).toBe(401);

  const { code, stderr } = await serving.stop('SIGINT');
  expect(code).toBe(0);
  const lines = stderr
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(lines).toContainEqual(expect.objectContaining({ method: 'GET', path: '/health', status: 200 }));
  expect(stderr).not.toContain(keyIn(welcome));
});

test('what the first start made is for its owner alone, is found again, and is not shown again', async () => {
  const first = await workplace.serve();
  await first.stop();
  const folder = join(workplace.path, 'latchkey-data');
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const name of ['encryption-keys', 'console-password-hash', 'latchkey.db']) {
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  }
  expect(readFileSync(join(folder, 'console-password-hash'), 'utf8')).not.toContain(passwordIn(first.welcome));

  const second = await workplace.serve();
  expect(passwordIn(second.welcome)).toBe('');
  expect(keyIn(second.welcome)).toBe('');
  expect((await signIn(second.url, passwordIn(first.welcome))).status).toBe(200);
  await second.stop();
});

test('after its hash is deleted, a start makes a new password', async () => {
  const first = await workplace.serve();
  await first.stop();
  rmSync(join(workplace.path, 'latchkey-data/console-password-hash'));
  const second = await workplace.serve();
  expect(passwordIn(second.welcome)).not.toBe('');
  expect((await signIn(second.url, passwordIn(first.welcome))).status).toBe(401);
  expect((await signIn(second.url, passwordIn(second.welcome))).status).toBe(200);
  await second.stop();
});

test('a first start that fails leaves no password behind that nobody saw', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const taken = typeof address === 'object' ? String(address?.port) : '';
  const withPath = 'https://connect.example.com/latchkey';
  expect((await workplace.run(['serve'], { LATCHKEY_PUBLIC_URL: withPath })).code).toBe(1);
  expect((await workplace.run(['serve'], { LATCHKEY_PORT: taken })).code).toBe(1);
  other.close();
  const serving = await workplace.serve();
  expect((await signIn(serving.url, passwordIn(serving.welcome))).status).toBe(200);
  await serving.stop();
});

test('the hosted page may show the logo of the settings, and images from nowhere else', async () => {
  const serving = await workplace.serve({ LATCHKEY_APP_LOGO_URL: 'https://cdn.example.com/logo.svg' });
  const policy = (await fetch(`${serving.url}/link`)).headers.get('content-security-policy');
  expect(policy).toContain("img-src 'self' data: https://cdn.example.com;");
  await serving.stop();
});

test('settings come from the configuration file, and secrets from files of their own', async () => {
  writeFileSync(join(workplace.path, 'latchkey.json'), JSON.stringify({ appName: 'Rollcall', dataDir: 'elsewhere' }));
  writeFileSync(join(workplace.path, 'password'), 'correct horse battery\n');
  const serving = await workplace.serve({ LATCHKEY_CONSOLE_PASSWORD_FILE: 'password' });
  expect(statSync(join(workplace.path, 'elsewhere/latchkey.db')).isFile()).toBe(true);
  expect(passwordIn(serving.welcome)).toBe('');
  expect((await signIn(serving.url, 'correct horse battery')).status).toBe(200);
  await serving.stop();
});

test('every problem of the settings is named at once, with its variable, and nothing is made', async () => {
  const { code, stdout, stderr } = await workplace.run(['serve'], {
    LATCHKEY_PORT: 'tcp://10.0.0.7:4700',
    LATCHKEY_LOG_RETENTION_DAYS: 'a week',
    LATCHKEY_SECRET_KEYS_FILE: 'nowhere',
  });
  expect(code).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain('Kubernetes');
  expect(stderr).toContain('LATCHKEY_LOG_RETENTION_DAYS');
  expect(stderr).toContain('LATCHKEY_SECRET_KEYS_FILE');
  expect(existsSync(join(workplace.path, 'latchkey-data'))).toBe(false);
});

test('what the server refuses is told in the words of the settings, without the value', async () => {
  const { code, stderr } = await workplace.run(['serve'], { LATCHKEY_SECRET_KEYS: 'hunter2', LATCHKEY_PUBLIC_URL: 'http://example.com' });
  expect(code).toBe(1);
  expect(stderr).toContain('LATCHKEY_SECRET_KEYS (secretKeys[0])');
  expect(stderr).toContain('LATCHKEY_PUBLIC_URL (publicUrl)');
  expect(stderr).not.toContain('hunter2');
});

test('pages that were not built are named, with how to build them', async () => {
  const { code, stderr } = await workplace.run(['serve'], { LATCHKEY_PAGES_DIR: join(workplace.path, 'nothing') });
  expect(code).toBe(1);
  expect(stderr).toContain('nothing/console/dist/index.html');
  expect(stderr).toContain('npx pnpm@12 start');
});

test('a port that is taken is an error when it was asked for', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' ? String(address?.port) : '';
  const { code, stderr } = await workplace.run(['serve'], { LATCHKEY_PORT: port });
  other.close();
  expect(code).toBe(1);
  expect(stderr).toContain('The port is taken.');
});

test('a database of a newer version is refused', async () => {
  const { DatabaseSync } = await import('node:sqlite');
  expect((await workplace.run(['migrate'])).code).toBe(0);
  const database = new DatabaseSync(join(workplace.path, 'latchkey-data/latchkey.db'));
  database.exec("insert into latchkey_migrations (name, timestamp) values ('9999-later', '2030-01-01T00:00:00.000Z')");
  database.close();
  const { code, stderr } = await workplace.run(['serve']);
  expect(code).toBe(1);
  expect(stderr).toContain('9999-later');
});

test('a connection that a browser opened and never used does not keep the process from ending', async () => {
  const serving = await workplace.serve();
  const { port } = new URL(serving.url);
  const socket = connect(Number(port), '127.0.0.1');
  await once(socket, 'connect');
  socket.on('error', () => undefined);
  const startedAt = performance.now();
  expect((await serving.stop()).code).toBe(0);
  expect(performance.now() - startedAt).toBeLessThan(10_000);
});

test('PostgreSQL needs encryption keys that all processes share', async () => {
  const { code, stderr } = await workplace.run(['serve'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' });
  expect(code).toBe(1);
  expect(stderr).toContain('LATCHKEY_ENCRYPTION_KEYS is needed with PostgreSQL');
});

test('a database that cannot be reached ends the start with what to do', async () => {
  const { stdout: key } = await workplace.run(['encryption-keys', 'generate']);
  const { code, stderr } = await workplace.run(['serve'], {
    DATABASE_URL: 'postgres://nobody:sesame@127.0.0.1:1/nothing',
    LATCHKEY_ENCRYPTION_KEYS: key.trim(),
  });
  expect(code).toBe(1);
  expect(stderr).not.toContain('sesame');
  expect(stderr).not.toContain('    at ');
});

test('a data folder that cannot be one is named', async () => {
  writeFileSync(join(workplace.path, 'taken'), '');
  const { code, stderr } = await workplace.run(['serve'], { LATCHKEY_DATA_DIR: 'taken' });
  expect(code).toBe(1);
  expect(stderr).toContain('taken/encryption-keys cannot be read');
});

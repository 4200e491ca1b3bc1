import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openWorkplace, type Workplace } from '../testing/run-latchkey.ts';

// Each call is a process of its own, which takes its time where many tests run at once.
vi.setConfig({ testTimeout: 60_000 });

let workplace: Workplace;

beforeEach(() => {
  workplace = openWorkplace();
});

afterEach(() => workplace.remove());

test('a key is the only thing on standard output, is listed without itself, works while a process serves, and is refused once revoked', async () => {
  const serving = await workplace.serve();
  const made = await workplace.run(['keys', 'create', '--name', 'Nightly', '--scope', 'connections:read']);
  expect(made).toMatchObject({ code: 0, stdout: expect.stringMatching(/^latchkey_sk_[\w-]{43}\n$/) });
  const key = made.stdout.trim();
  const call = async (path: string) => (await fetch(`${serving.url}${path}`, { headers: { authorization: `Bearer ${key}` } })).status;
  expect(await call('/connections')).toBe(200);
  expect(await call('/keys')).toBe(403);

  const listed = await workplace.run(['keys', 'list', '--json']);
  expect(listed.stdout).not.toContain(key);
  const keys: { id: string; name: string; scopes: string[] }[] = JSON.parse(listed.stdout);
  const nightly = keys.find(({ name }) => name === 'Nightly');
  expect(nightly?.scopes).toEqual(['connections:read']);
  expect((await workplace.run(['keys', 'list'])).stdout).toContain(`${nightly?.id}\tNightly`);

  expect((await workplace.run(['keys', 'revoke', nightly!.id])).code).toBe(0);
  await expect.poll(() => call('/connections'), { timeout: 10_000 }).toBe(401);
  await serving.stop();
});

test('a name that somebody gave a key does nothing to the terminal that lists it', async () => {
  await workplace.run(['keys', 'create', '--name', 'Innocent\u001B]0;owned\u0007\u009B2J\r']);
  const { stdout } = await workplace.run(['keys', 'list']);
  expect(stdout).toContain('Innocent\uFFFD]0;owned\uFFFD\uFFFD2J\uFFFD\t');
});

test.each([
  [['keys'], 'Say create, list or revoke.'],
  [['keys', 'create'], '--name NAME'],
  [['keys', 'create', '--name', 'a', '--scope', 'everything'], 'There is no scope "everything"'],
  [['keys', 'revoke'], 'Which one?'],
  [['keys', 'list', 'all'], 'Say create'],
  [['keys', '--nmae', 'a'], "Unknown option '--nmae'"],
  [['migrate', 'now'], '"now" is not understood.'],
  [['encryption-keys'], 'Say generate, add or rotate.'],
  [['doctor', '--verbose'], "Unknown option '--verbose'"],
  [['import'], 'Which file?'],
  [['import', 'x', '--integration', 'pingone'], 'FROM=TO'],
])('%j is refused with how to call it', async (words, said) => {
  const { code, stdout, stderr } = await workplace.run(words);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(said);
  expect(stderr).toContain(`latchkey ${words[0]}`);
});

test('a command that is not there lists those that are, and --help is no failure', async () => {
  const unknown = await workplace.run(['server']);
  expect(unknown).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('doctor') });
  for (const words of [['--help'], ['help'], ['serve', '--help'], ['keys', 'create', '-h'], ['import', '--help']]) {
    expect(await workplace.run(words)).toMatchObject({ code: 0, stdout: expect.stringContaining('latchkey'), stderr: '' });
  }
});

test('an unknown key cannot be revoked', async () => {
  expect(await workplace.run(['keys', 'revoke', 'nothing'])).toMatchObject({ code: 1, stdout: '' });
});

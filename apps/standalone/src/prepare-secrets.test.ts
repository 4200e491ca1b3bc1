import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDataFolder, type DataFolder } from './data-folder.ts';
import { keepConsolePassword, prepareConsolePassword, prepareEncryptionKeys, type ConsolePassword } from './prepare-secrets.ts';

let path: string;
let folder: DataFolder;

beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'latchkey-secrets-'));
  folder = openDataFolder(path);
});

afterEach(() => rmSync(path, { recursive: true }));

const shared = { databaseUrl: 'postgresql://db/latchkey' };

/** As a start does that comes to its end. */
async function makePassword(): Promise<ConsolePassword | undefined> {
  const password = await prepareConsolePassword({}, folder);
  if (password !== undefined) await keepConsolePassword(password, folder);
  return password;
}

test('keys of the settings are taken as they are, and nothing is kept', async () => {
  expect(await prepareEncryptionKeys({ encryptionKeys: ['a', 'b'] }, folder)).toEqual(['a', 'b']);
  expect(readdirSync(path)).toEqual([]);
});

test('without them a key is made once, and those that were added before it come first', async () => {
  const [made] = await prepareEncryptionKeys({}, folder);
  expect(made).toMatch(/^latchkey_ek_/);
  folder.replace('encryption-keys', `latchkey_ek_new\n${made}`);
  expect(await prepareEncryptionKeys({}, folder)).toEqual(['latchkey_ek_new', made]);
});

test('with PostgreSQL no key and no password is made, because each process would make its own', async () => {
  await expect(prepareEncryptionKeys(shared, folder)).rejects.toThrow('LATCHKEY_ENCRYPTION_KEYS is needed with PostgreSQL');
  expect(await prepareConsolePassword(shared, folder)).toBeUndefined();
  expect(readdirSync(path)).toEqual([]);
});

test('a password is made once, told once, and kept as a hash', async () => {
  const first = await makePassword();
  expect(first?.made).toMatch(/^[\w-]{20}$/);
  expect(await makePassword()).toEqual({ hash: first?.hash, made: undefined });
});

test('a password that nobody was shown leaves no hash behind, and the next start makes another', async () => {
  const unseen = await prepareConsolePassword({}, folder);
  expect(readdirSync(path)).toEqual([]);
  expect((await prepareConsolePassword({}, folder))?.made).not.toBe(unseen?.made);
});

test('of two that made a password at once, the one that comes second is told that its own does not count', async () => {
  const second = await prepareConsolePassword({}, folder);
  const first = await makePassword();
  await expect(keepConsolePassword(second!, folder)).rejects.toThrow('Another process started');
  expect((await prepareConsolePassword({}, folder))?.hash).toBe(first?.hash);
});

test('a password of the settings takes the place of the one that was made, which stays for when it goes', async () => {
  const made = await makePassword();
  const given = await prepareConsolePassword({ consolePassword: 'correct horse battery' }, folder);
  expect(given?.hash).not.toBe(made?.hash);
  expect((await prepareConsolePassword({}, folder))?.hash).toBe(made?.hash);
});

test('a password of the settings has the same hash in every process, and another for another deployment', async () => {
  const hash = async (publicUrl: string) =>
    (await prepareConsolePassword({ consolePassword: 'correct horse battery', publicUrl }, folder))?.hash;
  expect(await hash('https://a.example')).toBe(await hash('https://a.example'));
  expect(await hash('https://a.example')).not.toBe(await hash('https://b.example'));
});

test('nobody gets a password where people sign in by OpenID Connect, unless one is given', async () => {
  const oidc = { oidcIssuer: 'https://id.example.com' };
  expect(await prepareConsolePassword(oidc, folder)).toBeUndefined();
  expect(await prepareConsolePassword({ ...oidc, ...shared, consolePassword: 'correct horse battery' }, folder)).toBeDefined();
});

test('a password that is too short is refused without being repeated', async () => {
  const refused = prepareConsolePassword({ consolePassword: 'sesame' }, folder);
  await expect(refused).rejects.toThrow('12 characters or more');
  await expect(refused).rejects.not.toThrow('sesame');
});

import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDataFolder } from './data-folder.ts';

let parent: string;
let path: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'latchkey-folder-'));
  path = join(parent, 'data');
});

afterEach(() => rmSync(parent, { recursive: true }));

const make = (value: string) => () => Promise.resolve(value);

test('opening and reading make nothing', () => {
  expect(openDataFolder(path).read('encryption-keys')).toBeUndefined();
  expect(readdirSync(parent)).toEqual([]);
});

test('what is kept is made once, for its owner alone, and found again', async () => {
  expect(await openDataFolder(path).keep('encryption-keys', make('first'))).toEqual({ value: 'first', isNew: true });
  expect(await openDataFolder(path).keep('encryption-keys', make('second'))).toEqual({ value: 'first', isNew: false });
  expect(statSync(path).mode & 0o777).toBe(0o700);
  expect(statSync(join(path, 'encryption-keys')).mode & 0o777).toBe(0o600);
});

test('of two that start at once, both go on with what one of them made', async () => {
  const [one, other] = await Promise.all([1, 2].map((n) => openDataFolder(path).keep('encryption-keys', make(`key ${n}`))));
  expect(one?.value).toBe(other?.value);
  expect([one, other].filter((kept) => kept?.isNew)).toHaveLength(1);
});

test('a file that a broken start left empty is named, and not overwritten', async () => {
  const folder = openDataFolder(path);
  await folder.keep('console-password-hash', make('x'));
  writeFileSync(join(path, 'console-password-hash'), '');
  await expect(folder.keep('console-password-hash', make('y'))).rejects.toThrow('is empty');
  expect(readFileSync(join(path, 'console-password-hash'), 'utf8')).toBe('');
});

test('what is replaced leaves no other file behind', async () => {
  const folder = openDataFolder(path);
  await folder.keep('encryption-keys', make('old'));
  folder.replace('encryption-keys', 'new\nold');
  expect(folder.read('encryption-keys')).toBe('new\nold');
  expect(readdirSync(path)).toEqual(['encryption-keys']);
});

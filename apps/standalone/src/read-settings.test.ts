import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSettings } from './read-settings.ts';
import { settings } from './settings.ts';
import { SettingsError } from './settings-error.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-settings-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function problemsOf(environment: Record<string, string>, file?: string): readonly string[] {
  try {
    readSettings({ environment, file });
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
}

test('variables have names of one pattern, and no two settings have the same', () => {
  for (const { variable, name } of settings) {
    expect(variable).toBe(`LATCHKEY_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`);
  }
  expect(new Set(settings.map(({ name }) => name)).size).toBe(settings.length);
});

test.each([
  ['LATCHKEY_PORT', '0', { port: 0 }],
  ['LATCHKEY_PORT', '65535', { port: 65_535 }],
  ['LATCHKEY_APP_NAME', 'Rollcall', { appName: 'Rollcall' }],
  ['LATCHKEY_PUBLIC_URL', 'https://connect.example.com', { publicUrl: 'https://connect.example.com' }],
  ['LATCHKEY_ALLOWED_ORIGINS', 'https://a.example, https://b.example,', { allowedOrigins: ['https://a.example', 'https://b.example'] }],
  ['LATCHKEY_INTEGRATIONS', '[{"id":"x"}]', { integrations: [{ id: 'x' }] }],
  ['LATCHKEY_APP_NAME', '', {}],
  ['DATABASE_URL', 'postgres://db/app', { databaseUrl: 'postgres://db/app' }],
])('%s=%s is read', (variable, text, expected) => {
  expect(readSettings({ environment: { [variable]: text }, file: undefined })).toEqual({ settings: expected, warnings: [] });
});

test.each([
  ['LATCHKEY_PORT', '80a', 'a whole number'],
  ['LATCHKEY_TRUST_PROXY', '-1', '0 or more'],
  ['LATCHKEY_PORT', '99999', 'from 0 to 65535'],
  ['LATCHKEY_PORT', '-1', 'from 0 to 65535'],
  ['LATCHKEY_PORT', 'tcp://10.0.0.1:80', 'Kubernetes'],
  ['LATCHKEY_PUBLIC_URL', 'connect.example.com', 'an http or https URL'],
  ['LATCHKEY_OIDC_ISSUER', 'ldap://x', 'an http or https URL'],
  ['LATCHKEY_INTEGRATIONS', '{id: 7}', 'JSON'],
])('%s=%s is refused with what it should be, and is not repeated', (variable, text, expected) => {
  const problems = problemsOf({ [variable]: text });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(variable);
  expect(problems[0]).toContain(expected);
  expect(problems[0]).not.toContain(text);
});

test('a variable wins over its file, its file over the platform’s variable, and all of them over the configuration file', () => {
  const LATCHKEY_DATABASE_URL_FILE = write('url', 'postgres://file/db\n');
  const file = write('latchkey.json', JSON.stringify({ databaseUrl: 'postgres://config/db' }));
  const read = (environment: Record<string, string>): unknown => readSettings({ environment, file }).settings.databaseUrl;
  expect(read({})).toBe('postgres://config/db');
  expect(read({ DATABASE_URL: 'postgres://platform/db' })).toBe('postgres://platform/db');
  expect(read({ DATABASE_URL: 'postgres://platform/db', LATCHKEY_DATABASE_URL_FILE })).toBe('postgres://file/db');
  expect(read({ LATCHKEY_DATABASE_URL: 'postgres://own/db', LATCHKEY_DATABASE_URL_FILE })).toBe('postgres://own/db');
});

test('a list in a file may have a line for each', () => {
  const LATCHKEY_ENCRYPTION_KEYS_FILE = write('keys', 'new\nold\n');
  expect(readSettings({ environment: { LATCHKEY_ENCRYPTION_KEYS_FILE }, file: undefined }).settings.encryptionKeys).toEqual(['new', 'old']);
});

test('a file of a secret that is missing or empty is a problem', () => {
  expect(problemsOf({ LATCHKEY_SECRET_KEYS_FILE: join(folder, 'nowhere') })[0]).toContain('cannot be read');
  expect(problemsOf({ LATCHKEY_CONSOLE_PASSWORD_FILE: write('empty', '\n') })[0]).toContain('is empty');
});

test('the configuration file holds values of their kind, and no others', () => {
  expect(problemsOf({}, write('a.json', '{"port": "4700", "colour": "blue", "allowedOrigins": "https://a.example"}'))).toEqual([
    expect.stringContaining('"colour"'),
    expect.stringContaining('LATCHKEY_PORT (port) must be a whole number'),
    expect.stringContaining('LATCHKEY_ALLOWED_ORIGINS (allowedOrigins) must be a list'),
  ]);
  expect(problemsOf({}, write('b.json', '[]'))[0]).toContain('no JSON object');
  expect(problemsOf({}, join(folder, 'nowhere.json'))[0]).toContain('cannot be read');
});

test('a variable that is misspelt, or a file for what is no secret, is warned of; those that Kubernetes sets are not', () => {
  const environment = {
    LATCHKEY_SECRET_KEY: 'x',
    LATCHKEY_APP_NAME_FILE: 'x',
    LATCHKEY_SERVICE_HOST: '10.0.0.1',
    LATCHKEY_PORT_4700_TCP_ADDR: '10.0.0.1',
    LATCHKEY_CONFIG: 'latchkey.json',
    OTHER: 'x',
  };
  const { warnings } = readSettings({ environment, file: undefined });
  expect(warnings.map((warning) => warning.split(' ')[0])).toEqual(['LATCHKEY_SECRET_KEY', 'LATCHKEY_APP_NAME_FILE']);
});

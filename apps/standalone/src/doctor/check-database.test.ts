import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnectForCommand, generateEncryptionKey, type Connect } from '@latchkey/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { silentLogger } from '../silent-logger.ts';
import { checkDatabase } from './check-database.ts';

const encryptionKeys = [generateEncryptionKey()];
let folder: string;
let database: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-database-'));
  database = join(folder, 'latchkey.db');
});

afterEach(() => rmSync(folder, { recursive: true }));

async function open(): Promise<Connect> {
  const connect = createConnectForCommand({ publicUrl: 'http://localhost', encryptionKeys, database, logger: silentLogger });
  await connect.ready;
  return connect;
}

test('a database that is in use and can be opened is fine, and so are its keys', async () => {
  await (await open()).close();
  const findings = await checkDatabase({ database, encryptionKeys, open });
  expect(findings.map(({ check, state }) => [check, state])).toEqual([
    ['database', 'ok'],
    ['encryption keys', 'ok'],
  ]);
});

test.each([
  [Object.assign(new Error('canary'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }), 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  [new TypeError('canary'), 'TypeError'],
])('an error that nobody has foreseen is a finding too, without what it repeats', async (unforeseen, said) => {
  await (await open()).close();
  const findings = await checkDatabase({ database, encryptionKeys, open: () => Promise.reject(unforeseen) });
  expect(findings).toMatchObject([{ check: 'database', state: 'failed', message: `SQLite: it cannot be used (${said}).` }]);
  expect(JSON.stringify(findings)).not.toContain('canary');
});

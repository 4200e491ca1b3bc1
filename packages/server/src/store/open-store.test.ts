import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeStoreContract } from '../testing/store-contract.ts';
import { openStore } from './open-store.ts';

describeStoreContract('SQLite in a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-store-'));
  const database = join(folder, 'latchkey.db');
  return { stores: [openStore({ database }), openStore({ database })], remove: () => rm(folder, { recursive: true }) };
});

describeStoreContract('SQLite in memory', () => {
  const store = openStore({ database: ':memory:' });
  return Promise.resolve({ stores: [store, store], remove: () => Promise.resolve() });
});

test.each([
  ['', /is empty/],
  ['file:', /is empty/],
  ['mysql://root:canary@host/db', /"mysql:"/],
])('The option "database" as "%s" is refused with what to give, and not repeated.', (database, message) => {
  expect(() => openStore({ database })).toThrow(message);
  expect(() => openStore({ database })).not.toThrow(/canary/);
});

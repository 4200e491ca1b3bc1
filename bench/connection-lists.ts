/**
 * How long a list of connections takes at a million of them, over HTTP: the first page and one in the middle, each order, each filter, and searches
 * for what few, many and none have: `pnpm bench:lists`.
 *
 * What is measured is the whole answer, as one caller after the other waits for it, and what it takes besides to store a connection so that it is
 * found. Options: how many connections; `postgresql` for that in place of SQLite. Everything is in a temporary folder, and removed afterwards.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateEncryptionKey, generateSecretKey } from '../packages/server/src/index.ts';
import { openStore } from '../packages/server/src/store/open-store.ts';
import type { Store } from '../packages/server/src/store/store.ts';
import { makeConnection } from '../packages/server/src/testing/make-connection.ts';
import { startPostgres } from '../packages/server/src/testing/start-postgres.ts';
import { fillConnections } from '../packages/server/src/testing/fill-connections.ts';
import { startProcess } from './start-process.ts';

const CONNECTIONS = Number(process.argv[2] ?? 1_000_000);
const IS_POSTGRESQL = process.argv[3] === 'postgresql';
const ROUNDS = 40;
const LIMIT = 50;

const folder = mkdtempSync(join(tmpdir(), 'latchkey-bench-'));
const postgres = IS_POSTGRESQL ? await startPostgres() : undefined;
const database = postgres === undefined ? join(folder, 'latchkey.db') : postgres.urlOf('postgres');

const store = openStore({ database });
await store.migrate();
const emptyRate = await measureInserts(store, 'before');
const startedAt = performance.now();
await fillConnections(database, CONNECTIONS);
console.log(`${CONNECTIONS.toLocaleString('en')} connections filled in within ${format(performance.now() - startedAt)}.`);
const fullRate = await measureInserts(store, 'after');
console.log(`Stored one after the other: ${emptyRate} connections/s when there are few, ${fullRate} connections/s when there are all.\n`);
await store.close();

const secretKey = generateSecretKey();
const options = {
  publicUrl: 'http://127.0.0.1/latchkey',
  encryptionKeys: [generateEncryptionKey()],
  secretKeys: [secretKey],
  database,
  integrations: [{ id: 'pingone', provider: 'pingone-cc' }],
};
const latchkey = await startProcess('latchkey-app', [JSON.stringify(options)]);

/** Names stand for what a console asks; each value is the query. */
const questions: Readonly<Record<string, string>> = {
  'first page': '',
  'oldest first': 'sort=created',
  'changed last': 'sort=-updated',
  'changed longest ago': 'sort=updated',
  'an integration with most': 'integrationId=pingone',
  'an integration with few': 'integrationId=rare',
  'two integrations': 'integrationId=rare,pingone',
  'an integration, changed last': 'integrationId=pingone&sort=-updated',
  active: 'status=active',
  'needs a reconnect': 'status=needs_reconnect',
  'needs a reconnect, changed last': 'status=needs_reconnect&sort=-updated',
  'disabled, of an integration': 'status=disabled&integrationId=pingone',
  'disabled, of an integration with few, changed last': 'status=disabled&integrationId=rare&sort=-updated',
  'one end user': 'endUserId=user_777',
  'one organization': 'endUserOrganizationId=org_77',
  'a connection id': 'connectionId=connection-777',
  'a tag that half have': 'tags[plan]=gold',
  'a tag that few have': 'tags[customer]=77',
  'search: an id, whole': 'search=connection-777',
  'search: an e-mail address': 'search=ada.hopper.777@customer777.example',
  'search: an environment id': 'search=00000309-0000-4000-8000-000000000000',
  'search: a name that 1 in 100 has': 'search=Grace%20Turing',
  'search: a name that 1 in 10 has': 'search=Grace',
  'search: what all have': 'search=example',
  'search: one letter': 'search=g',
  'search: nothing has it': 'search=zzzz',
  'search: what only the oldest have': 'search=founder',
  'search: a name, changed last': 'search=Grace&sort=-updated',
  'search: a name that 1 in 100 has, changed last': 'search=Grace%20Turing&sort=-updated',
  'search: a name, disabled': 'search=Grace&status=disabled',
  'search: a name, of an integration with few': 'search=Grace&integrationId=rare',
  'search: what only the oldest have, needs a reconnect': 'search=founder&status=needs_reconnect',
  'search: a sign alone, that all have': 'search=%40',
  'search: a sign alone, that none has': 'search=%25',
};

for (const [name, query] of Object.entries(questions)) await measure(name, query);
for (const sort of ['-created', '-updated']) {
  const cursor = await findCursor(sort, CONNECTIONS / 2);
  await measure(`page in the middle by cursor, ${sort}`, `sort=${sort}&cursor=${cursor}`);
}
await measure('page in the middle by number', `page=${Math.floor(CONNECTIONS / 2 / LIMIT)}`);
await measure('a thousand at once', 'limit=1000');

await latchkey.stop();
await postgres?.stop();
rmSync(folder, { recursive: true });

/** Stores connections one after the other, as durably as always. */
async function measureInserts(into: Store, prefix: string): Promise<number> {
  const count = 500;
  const began = performance.now();
  for (let index = 0; index < count; index += 1) await into.insertConnection(makeConnection({ connectionId: `${prefix}-${index}` }));
  return Math.round(count / ((performance.now() - began) / 1000));
}

async function measure(name: string, query: string): Promise<void> {
  const times: number[] = [];
  let found = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const askedAt = performance.now();
    found = (await list(query)).connections.length;
    times.push(performance.now() - askedAt);
  }
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number): string => format(sorted[Math.floor(sorted.length * share)] ?? 0).padStart(9);
  console.log(`${name.padEnd(54)} p50 ${at(0.5)}   p95 ${at(0.95)}   ${String(found).padStart(4)} found`);
}

/** Follows no pages: the cursor of one is what it ends with. */
async function findCursor(sort: string, skipped: number): Promise<string> {
  const { next_cursor: cursor } = await list(`sort=${sort}&limit=1&page=${skipped}`);
  return cursor ?? '';
}

async function list(query: string): Promise<{ readonly connections: readonly unknown[]; readonly next_cursor?: string }> {
  const limit = query.includes('limit=') ? '' : `&limit=${LIMIT}`;
  const answer = await fetch(`${latchkey.url}/latchkey/connections?${query}${limit}`, {
    headers: { authorization: `Bearer ${secretKey}` },
  });
  if (!answer.ok) throw new Error(`${query}: ${answer.status} ${await answer.text()}`);
  return Object(await answer.json());
}

function format(ms: number): string {
  return `${ms.toFixed(1)} ms`;
}

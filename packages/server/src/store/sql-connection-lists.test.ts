import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectionSorts } from '@latchkey/protocol';
import { Kysely } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillConnections } from '../testing/fill-connections.ts';
import type { ConnectionCursor, ConnectionFilter, ConnectionListStore } from './connection-list-store.ts';
import { openEngine, openStore } from './open-store.ts';
import { createSqlConnectionLists, type ListBounds } from './sql-connection-lists.ts';
import type { SqlTables } from './sql-tables.ts';

const CONNECTIONS = 1_200;

let folder: string;
let db: Kysely<SqlTables>;
let createLists: (bounds: ListBounds) => ConnectionListStore;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-test-'));
  const database = join(folder, 'latchkey.db');
  const store = openStore({ database });
  await store.migrate();
  await store.close();
  await fillConnections(database, CONNECTIONS);
  const engine = openEngine(database);
  db = new Kysely<SqlTables>({ dialect: engine.dialect });
  createLists = (bounds) => createSqlConnectionLists({ db, walkDb: db }, engine, (operation) => operation(), bounds);
});
afterAll(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true });
});

/** All are few, so that every text and tag is looked up. */
const LOOKED_UP: ListBounds = { few: 100_000, notMany: 100_000, walked: 100_000 };

/** What the bounds lead to, where they are passed. */
const ways: readonly (readonly [name: string, bounds: ListBounds])[] = [
  ['walks to the end', { few: 0, notMany: 0, walked: 100_000 }],
  ['gives up at once, and follows the index', { few: 0, notMany: 0, walked: 1 }],
  ['gives up after some, or keeps in mind what the index leads to', { few: 5, notMany: 100_000, walked: 60 }],
];

const filters: readonly ConnectionFilter[] = [
  {},
  { search: 'grace' },
  { search: 'connection-11' },
  { search: 'founder 7' },
  { search: '%' },
  { search: '@' },
  { search: 'zzzz' },
  { search: 'grace', status: 'needs_reconnect' },
  { search: 'ada', status: 'active', integrationIds: ['pingone', 'rare'] },
  { search: 'hopper', tags: { plan: 'gold' } },
  { tags: { plan: 'silver' }, integrationIds: ['pingone-cc'] },
  { endUserId: 'user_7' },
  { connectionId: 'connection-7' },
];

async function readAll(lists: ConnectionListStore, filter: ConnectionFilter, sort: (typeof connectionSorts)[number]): Promise<number[]> {
  const found: number[] = [];
  for (let after: ConnectionCursor | undefined; ;) {
    const { connections, next } = await lists.listConnections(filter, { limit: 37, sort, ...(after && { after }) });
    found.push(...connections.map(({ rowId }) => rowId));
    // What goes round in circles is no list.
    if (next === undefined || found.length > CONNECTIONS) return found;
    after = next;
  }
}

test.each(ways)('A list is the same, page by page, whether it is looked up or it %s.', async (_name, bounds) => {
  const [lookedUp, other] = [createLists(LOOKED_UP), createLists(bounds)];
  let listed = 0;
  for (const filter of filters) {
    for (const sort of connectionSorts) {
      const expected = await readAll(lookedUp, filter, sort);
      expect(await readAll(other, filter, sort), `${JSON.stringify(filter)}, ${sort}`).toEqual(expected);
      const skipped = await other.listConnections(filter, { limit: 3, offset: 40, sort });
      expect(skipped.connections.map(({ rowId }) => rowId)).toEqual(expected.slice(40, 43));
      listed += expected.length;
    }
  }
  expect(listed).toBeGreaterThan(CONNECTIONS * connectionSorts.length);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeConnection } from '../testing/make-connection.ts';
import { fillSearch } from './fill-search.ts';
import { openEngine, openStore } from './open-store.ts';
import type { SqlTables } from './sql-tables.ts';
import type { Store } from './store.ts';

let folder: string;
let store: Store;
let db: Kysely<SqlTables>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-test-'));
  const database = join(folder, 'latchkey.db');
  store = openStore({ database });
  await store.migrate();
  db = new Kysely<SqlTables>({ dialect: openEngine(database).dialect });
});
afterEach(async () => {
  await db.destroy();
  await store.close();
  rmSync(folder, { recursive: true });
});

async function readAll(): Promise<unknown> {
  return {
    entries: await db.selectFrom('latchkey_connection_search').selectAll().orderBy('row_id').execute(),
    terms: await db.selectFrom('latchkey_connection_terms').selectAll().orderBy('term').orderBy('row_id').execute(),
  };
}

it('Filling in what connections are found by gives the same as storing them.', async () => {
  for (let index = 0; index < 1_100; index += 1) {
    await store.insertConnection(makeConnection({ connectionId: `c-${index}`, tags: { index: String(index) } }));
  }
  const stored = await readAll();
  await db.deleteFrom('latchkey_connection_search').execute();
  await db.deleteFrom('latchkey_connection_terms').execute();
  await db.transaction().execute(fillSearch);
  expect(await readAll()).toEqual(stored);
});

it('Nothing is kept to find a connection by that is gone.', async () => {
  const stored = await store.insertConnection(makeConnection({ connectionId: 'a', tags: { team: 'red' } }));
  await store.updateConnection(
    stored!.rowId,
    stored!.version,
    { tags: { team: 'blue' }, endUser: { id: 'ada' }, organization: undefined, environment: undefined },
    new Date(),
  );
  const { terms } = Object(await readAll());
  expect(terms.map(({ term }: { term: string }) => term)).toEqual(['#end_user_id=ada', '#team=blue', 'A', 'ADA']);
  await store.deleteConnection('pingone-cc', 'a');
  expect(await readAll()).toEqual({ entries: [], terms: [] });
});

it('A connection of which nothing was kept to find it by can be changed, is found from then on, and can be deleted.', async () => {
  const stored = await store.insertConnection(makeConnection({ connectionId: 'a', tags: { team: 'red' } }));
  await store.insertConnection(makeConnection({ connectionId: 'b' }));
  await db.deleteFrom('latchkey_connection_search').execute();
  await db.deleteFrom('latchkey_connection_terms').execute();
  await store.updateConnection(stored!.rowId, stored!.version, { tags: { team: 'blue' } }, new Date());
  const { connections } = await store.listConnections({ tags: { team: 'blue' } }, { limit: 10 });
  expect(connections.map(({ connectionId }) => connectionId)).toEqual(['a']);
  expect(await store.deleteConnection('pingone-cc', 'a')).toBe(true);
  expect(await store.deleteConnection('pingone-cc', 'b')).toBe(true);
  expect(await readAll()).toEqual({ entries: [], terms: [] });
});

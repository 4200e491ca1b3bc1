import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { afterEach, expect, test } from 'vitest';
import { makeConnection } from '../../testing/make-connection.ts';
import { buildConnectionRow } from '../connection-row.ts';
import type { SqlTables } from '../sql-tables.ts';
import { createSqliteEngine } from '../sqlite/sqlite-engine.ts';
import { listMigrations } from './migrations.ts';

let db: Kysely<SqlTables>;
afterEach(() => db.destroy());

test('What was there before is found by the tags that stand for its owner, and by nothing of before.', async () => {
  const engine = createSqliteEngine({ open: () => new DatabaseSync(':memory:'), lockTimeoutMs: 1000 });
  db = new Kysely<SqlTables>({ dialect: engine.dialect });
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(listMigrations(engine.columns)) } });
  expect((await migrator.migrateTo('0011-sign-terms')).error).toBeUndefined();
  const connection = makeConnection({
    connectionId: 'a',
    endUser: { id: 'u1', email: 'ada@acme.example' },
    organization: undefined,
    tags: {},
  });
  await db.insertInto('latchkey_connections').values(buildConnectionRow(connection)).execute();
  await db.insertInto('latchkey_connection_search').values({ row_id: 1, text: '', tags: '{}' }).execute();
  await db.insertInto('latchkey_connection_terms').values({ term: '#of=before', row_id: 1 }).execute();

  expect((await migrator.migrateTo('0012-owner-tags')).error).toBeUndefined();
  const kept = await db.selectFrom('latchkey_connection_search').select(['row_id', 'tags']).execute();
  expect(kept).toEqual([{ row_id: 1, tags: '{"end_user_id":"u1","end_user_email":"ada@acme.example"}' }]);
  const terms = await db.selectFrom('latchkey_connection_terms').select('term').where('term', 'like', '#%').orderBy('term').execute();
  expect(terms.map(({ term }) => term)).toEqual(['#end_user_email=ada@acme.example', '#end_user_id=u1']);
});

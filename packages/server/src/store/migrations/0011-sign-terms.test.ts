import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { afterEach, expect, test } from 'vitest';
import { markWords } from '../search-terms.ts';
import type { SqlTables } from '../sql-tables.ts';
import { createSqliteEngine } from '../sqlite/sqlite-engine.ts';
import { listMigrations } from './migrations.ts';

let db: Kysely<SqlTables>;
afterEach(() => db.destroy());

test('What was there before signs were kept is found by them, each once, whether it has its own already or not.', async () => {
  const engine = createSqliteEngine({ open: () => new DatabaseSync(':memory:'), lockTimeoutMs: 1000 });
  db = new Kysely<SqlTables>({ dialect: engine.dialect });
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(listMigrations(engine.columns)) } });
  expect((await migrator.migrateTo('0010-list-indexes')).error).toBeUndefined();
  const entries = Array.from({ length: 1005 }, (_, index) => ({
    row_id: index + 1,
    text: markWords('ada@acme.example: 100%'),
    tags: '{}',
  }));
  await db.insertInto('latchkey_connection_search').values(entries).execute();
  await db.insertInto('latchkey_connection_terms').values({ term: '\u0002%', row_id: 1005 }).execute();

  expect((await migrator.migrateTo('0011-sign-terms')).error).toBeUndefined();
  const counted = await db
    .selectFrom('latchkey_connection_terms')
    .select(['term', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy('term')
    .execute();
  expect(new Set(counted)).toEqual(new Set(['@', '.', ':', '%'].map((sign) => ({ term: `\u0002${sign}`, count: 1005 }))));
});

import { sql, type Kysely } from 'kysely';
import { forEachBatch } from './for-each-batch.ts';
import { buildSearchEntry, listTerms } from './search-terms.ts';
import type { SqlTables } from './sql-tables.ts';

/** Terms that one statement adds: each takes two parameters, and SQLite takes 32,766. */
const TERMS_AT_ONCE = 10_000;

/**
 * Fills in what connections are found by, for those that were stored before it was kept. The tables must be empty.
 *
 * Terms are put beside first, and then in their order into the index: added as they come, each would change another page of it.
 */
export async function fillSearch(db: Kysely<SqlTables>): Promise<void> {
  const beside = 'latchkey_connection_terms_to_sort';
  await db.schema.createTable(beside).addColumn('term', 'text').addColumn('row_id', 'bigint').execute();
  const toSort = db.withTables<{ [beside]: SqlTables['latchkey_connection_terms'] }>();
  const read = (after: number, limit: number) =>
    db
      .selectFrom('latchkey_connections')
      .select(['row_id', 'connection_id', 'end_user', 'organization', 'environment', 'tags'])
      .where('row_id', '>', after)
      .orderBy('row_id')
      .limit(limit)
      .execute();
  await forEachBatch(read, async (rows) => {
    const entries = rows.map((row) => Object.assign(buildSearchEntry(row), { row_id: row.row_id }));
    await db.insertInto('latchkey_connection_search').values(entries).execute();
    const terms = entries.flatMap((entry) => listTerms(entry).map((term) => ({ term, row_id: entry.row_id })));
    for (let from = 0; from < terms.length; from += TERMS_AT_ONCE) {
      await toSort
        .insertInto(beside)
        .values(terms.slice(from, from + TERMS_AT_ONCE))
        .execute();
    }
  });
  await sql`insert into latchkey_connection_terms (term, row_id) select term, row_id from ${sql.table(beside)} order by 1, 2`.execute(db);
  await db.schema.dropTable(beside).execute();
}

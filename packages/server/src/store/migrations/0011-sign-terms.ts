import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { forEachBatch } from '../for-each-batch.ts';
import { listSignTerms } from '../search-terms.ts';
import type { SqlTables } from '../sql-tables.ts';

/** Signs, among what connections are found by: a search for nothing else went past all of them. */
export function addSignTerms(): Migration {
  return {
    async up(db: Kysely<SqlTables>) {
      const read = (after: number, limit: number) =>
        db
          .selectFrom('latchkey_connection_search')
          .select(['row_id', 'text'])
          .where('row_id', '>', after)
          .orderBy('row_id')
          .limit(limit)
          .execute();
      await forEachBatch(read, async (rows) => {
        const terms = rows.flatMap(({ row_id, text }) => [...new Set(listSignTerms(text))].map((term) => ({ term, row_id })));
        // Those that were filled in a moment ago, by the migration before this one, have theirs.
        if (terms.length > 0) {
          await db
            .insertInto('latchkey_connection_terms')
            .values(terms)
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        }
      });
    },
  };
}

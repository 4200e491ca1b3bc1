/**
 * Counts operations as they are logged. The log itself is no good for that: it holds a million rows, which take a second to be read, and with much
 * traffic those of an hour only. Of the counts there are some ten for each five minutes, whatever the traffic.
 */

import type { Kysely } from 'kysely';
import type { WrittenOperation } from '../core/written-operation.ts';
import { buildCounts, SPAN_MS, type CountRow } from './operation-counts.ts';
import type { SqlTables } from './sql-tables.ts';

/** Adds the operations that have ended. They must not have been added before. */
export async function countOperations(db: Kysely<SqlTables>, operations: readonly WrittenOperation[]): Promise<void> {
  const rows = buildCounts(operations);
  if (rows.length > 0) await addCounts(db, rows).execute();
}

/** Builds the statement that adds counts to those that are there. */
export function addCounts(db: Kysely<SqlTables>, rows: readonly CountRow[]) {
  return db
    .insertInto('latchkey_operation_counts')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['started_at_ms', 'failed', 'duration_class'])
        .doUpdateSet((eb) => ({ operations: eb('latchkey_operation_counts.operations', '+', eb.ref('excluded.operations')) })),
    );
}

/** Removes the counts of operations that started before a moment. */
export async function forgetCounts(db: Kysely<SqlTables>, moment: Date): Promise<void> {
  await db
    .deleteFrom('latchkey_operation_counts')
    .where('started_at_ms', '<', moment.getTime() - SPAN_MS)
    .execute();
}

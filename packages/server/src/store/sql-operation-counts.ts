/**
 * Counts operations as they are logged. The log itself is no good for that: it holds a million rows, which take a second to be read, and with much
 * traffic those of an hour only. Of the counts there are some ten for each five minutes, whatever the traffic.
 */

import type { Kysely } from 'kysely';
import { classifyDuration } from '../core/duration-class.ts';
import type { LoggedOperation } from '../core/operation.ts';
import type { SqlTables } from './sql-tables.ts';

/** The shortest span of time that is told apart, in milliseconds. */
const SPAN_MS = 300_000;

/** Adds the operations that have ended. They must not have been added before. */
export async function countOperations(db: Kysely<SqlTables>, operations: readonly LoggedOperation[]): Promise<void> {
  const keys = operations.flatMap(({ type, status, startedAt, endedAt }) => {
    if (endedAt === undefined || type === 'gap' || type === 'webhook') return [];
    const span = Math.floor(startedAt.getTime() / SPAN_MS) * SPAN_MS;
    return [[span, status === 'failed' ? 1 : 0, classifyDuration(endedAt.getTime() - startedAt.getTime())] as const];
  });
  if (keys.length === 0) return;
  // In one order for all processes, so that no two of them wait for each other.
  const same = [...Map.groupBy(keys.toSorted(compareKeys), (key) => key.join(' ')).values()];
  const rows = same.flatMap((members) =>
    members
      .slice(0, 1)
      .map(([started_at_ms, failed, duration_class]) => ({ started_at_ms, failed, duration_class, operations: members.length })),
  );
  await db
    .insertInto('latchkey_operation_counts')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['started_at_ms', 'failed', 'duration_class'])
        .doUpdateSet((eb) => ({ operations: eb('latchkey_operation_counts.operations', '+', eb.ref('excluded.operations')) })),
    )
    .execute();
}

/** Removes the counts of operations that started before a moment. */
export async function forgetCounts(db: Kysely<SqlTables>, moment: Date): Promise<void> {
  await db
    .deleteFrom('latchkey_operation_counts')
    .where('started_at_ms', '<', moment.getTime() - SPAN_MS)
    .execute();
}

type Key = readonly [number, number, number];

function compareKeys([a1, a2, a3]: Key, [b1, b2, b3]: Key): number {
  return a1 - b1 || a2 - b2 || a3 - b3;
}

import { classifyDuration } from '../core/duration-class.ts';
import type { WrittenOperation } from '../core/written-operation.ts';

/** The shortest span of time that is told apart, in milliseconds. */
export const SPAN_MS = 300_000;

/** How many operations of a span there were, by outcome and class of duration. */
export type CountRow = Readonly<Record<'started_at_ms' | 'failed' | 'duration_class' | 'operations', number>>;

/** Counts operations that have ended. */
export function buildCounts(operations: readonly WrittenOperation[]): readonly CountRow[] {
  const keys = operations.flatMap(({ type, status, startedAt, endedAt }) => {
    if (endedAt === null || type === 'gap' || type === 'webhook') return [];
    const span = Math.floor(startedAt / SPAN_MS) * SPAN_MS;
    return [[span, status === 'failed' ? 1 : 0, classifyDuration(endedAt - startedAt)] as const];
  });
  // In one order for all processes, so that no two of them wait for each other.
  const same = [...Map.groupBy(keys.toSorted(compareKeys), (key) => key.join(' ')).values()];
  return same.flatMap((members) =>
    members
      .slice(0, 1)
      .map(([started_at_ms, failed, duration_class]) => ({ started_at_ms, failed, duration_class, operations: members.length })),
  );
}

type Key = readonly [number, number, number];

function compareKeys([a1, a2, a3]: Key, [b1, b2, b3]: Key): number {
  return a1 - b1 || a2 - b2 || a3 - b3;
}

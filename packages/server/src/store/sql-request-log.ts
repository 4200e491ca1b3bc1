import { sql, type Expression, type ExpressionBuilder, type Insertable, type Kysely, type SqlBool } from 'kysely';
import { readOperationMoment } from '../core/operation-id.ts';
import { foldCase } from '../core/fold-case.ts';
import { buildOperationRow, operationColumns, readLoggedOperation, readOperationRow } from './operation-row.ts';
import type { OperationCursor, OperationFilter, RequestLogStore } from './request-log-store.ts';
import { buildCounts } from './operation-counts.ts';
import { addCounts, countOperations, forgetCounts } from './sql-operation-counts.ts';
import type { SqlEngine } from './sql-engine.ts';
import type { OperationTable } from './sql-request-log-tables.ts';
import type { SqlTables } from './sql-tables.ts';

const HIGHEST_LIMIT = 200;

/** How many operations one page looks at, at most, for conditions that no index leads to. */
const LOOKED_AT = 10_000;

/** Creates the part of a store that keeps the request log. */
export function createSqlRequestLog(
  db: Kysely<SqlTables>,
  engine: SqlEngine,
  attempt: <T>(operation: () => Promise<T>) => Promise<T>,
): RequestLogStore {
  let statements: Readonly<Record<'addOperation' | 'addCount', string>> | undefined;

  return {
    saveOperations: (operations, areNew = false) =>
      attempt(async () => {
        if (operations.length === 0) return;
        const rows = operations.map(buildOperationRow);
        if (areNew && engine.runForEach !== undefined) {
          statements ??= writeStatements(db, rows);
          return engine.runForEach([
            { sql: statements.addOperation, rows },
            { sql: statements.addCount, rows: buildCounts(operations) },
          ]);
        }
        await db.transaction().execute(async (transaction) => {
          const replaced = areNew
            ? []
            : await transaction
                .deleteFrom('latchkey_operations')
                .where('started_at_ms', 'in', [...new Set(rows.map((row) => row.started_at_ms))])
                .where(
                  'operation_id',
                  'in',
                  rows.map((row) => row.operation_id),
                )
                .returning(['operation_id', 'status'])
                .execute();
          await transaction.insertInto('latchkey_operations').values(rows).execute();
          const counted = new Set(replaced.filter(({ status }) => status !== 'running').map((row) => row.operation_id));
          await countOperations(
            transaction,
            operations.filter(({ operationId }) => !counted.has(operationId)),
          );
        });
      }),

    findOperation: (operationId) =>
      attempt(async () => {
        const startedAt = readOperationMoment(operationId);
        if (startedAt === undefined) return undefined;
        const row = await db
          .selectFrom('latchkey_operations')
          .selectAll()
          .where('started_at_ms', '=', startedAt.getTime())
          .where('operation_id', '=', operationId.toLowerCase())
          .executeTakeFirst();
        return row && readLoggedOperation(row);
      }),

    listOperations: (filter, { limit, after }) =>
      attempt(async () => {
        if (!Number.isInteger(limit) || limit < 1 || limit > HIGHEST_LIMIT) {
          throw new RangeError(`"limit" must be a whole number from 1 to ${HIGHEST_LIMIT}.`);
        }
        const { leading, others } = splitFilter(filter);
        const ordered = db
          .selectFrom('latchkey_operations')
          .where((eb) => eb.and([...buildRange(eb, filter, after), ...buildConditions(eb, engine, leading)]))
          .orderBy('started_at_ms', 'desc')
          .orderBy('row_id', 'desc');
        if (Object.keys(others).length === 0) {
          const rows = await ordered
            .select(operationColumns)
            .limit(limit + 1)
            .execute();
          const page = rows.slice(0, limit);
          const last = page.at(-1);
          return { operations: page.map(readOperationRow), next: rows.length > limit && last ? readCursor(last) : undefined };
        }
        const rows = await db
          .selectFrom(ordered.selectAll().limit(LOOKED_AT).as('latchkey_operations'))
          .select(operationColumns)
          .where((eb) => eb.and(buildConditions(eb, engine, others)))
          .orderBy('started_at_ms', 'desc')
          .orderBy('row_id', 'desc')
          .limit(limit + 1)
          .execute();
        const page = rows.slice(0, limit);
        const last = page.at(-1);
        if (rows.length > limit && last) return { operations: page.map(readOperationRow), next: readCursor(last) };
        const bound = await ordered
          .select(['started_at_ms', 'row_id'])
          .limit(1)
          .offset(LOOKED_AT - 1)
          .executeTakeFirst();
        return { operations: page.map(readOperationRow), next: bound && readCursor(bound) };
      }),

    findLastOperationRow: () =>
      attempt(async () => {
        const row = await db.selectFrom('latchkey_operations').select('row_id').orderBy('row_id', 'desc').limit(1).executeTakeFirst();
        return row?.row_id ?? 0;
      }),

    listOperationsAfterRow: (rowId, limit) =>
      attempt(async () => {
        const rows = await db
          .selectFrom('latchkey_operations')
          .select([...operationColumns, 'search'])
          .where('row_id', '>', rowId)
          .orderBy('row_id', 'desc')
          .limit(limit)
          .execute();
        return rows.toReversed().map((row) => Object.assign(readOperationRow(row), { searchText: row.search }));
      }),

    deleteOperations: ({ startedBefore, maxRows, limit }) =>
      attempt(() =>
        db.transaction().execute(async (transaction) => {
          const aged = await transaction
            .deleteFrom('latchkey_operations')
            .where('row_id', 'in', (eb) =>
              eb
                .selectFrom('latchkey_operations')
                .select('row_id')
                .where('started_at_ms', '<', startedBefore.getTime())
                .orderBy('started_at_ms')
                .limit(limit),
            )
            .executeTakeFirstOrThrow();
          const excess = await transaction
            .deleteFrom('latchkey_operations')
            .where('row_id', 'in', (eb) =>
              eb
                .selectFrom('latchkey_operations')
                .select('row_id')
                // Row numbers ascend without many gaps, so they count the rows without looking at each.
                .where('row_id', '<=', sql<number>`(select max(row_id) from latchkey_operations) - ${maxRows}`)
                .orderBy('row_id')
                .limit(limit),
            )
            .executeTakeFirstOrThrow();
          await forgetCounts(transaction, startedBefore);
          return Number(aged.numDeletedRows + excess.numDeletedRows);
        }),
      ),
  };
}

/** Writes the SQL of one row each: all rows have their columns in one order. */
function writeStatements(db: Kysely<SqlTables>, rows: readonly Insertable<OperationTable>[]) {
  return {
    addOperation: db.insertInto('latchkey_operations').values(rows.slice(0, 1)).compile().sql,
    addCount: addCounts(db, [{ started_at_ms: 0, failed: 0, duration_class: 0, operations: 0 }]).compile().sql,
  };
}

function readCursor({ started_at_ms, row_id }: { readonly started_at_ms: number; readonly row_id: number }): OperationCursor {
  return { startedAt: new Date(started_at_ms), rowId: row_id };
}

type Condition = Omit<OperationFilter, 'from' | 'to'>;

/**
 * Splits a filter into the one condition that an index leads to, and the others, which are looked for among the rows that it leads to: the one
 * that few operations are likely to meet.
 */
function splitFilter({ from: _from, to: _to, ...conditions }: OperationFilter): {
  readonly leading: Condition;
  readonly others: Condition;
} {
  const { connectionId, endUserId, statuses, types, integrationId, ...others } = conditions;
  const [status, type] = [single(statuses), single(types)];
  const candidates: readonly (Condition | undefined)[] = [
    connectionId === undefined ? undefined : { connectionId },
    endUserId === undefined ? undefined : { endUserId },
    status === undefined || status === 'success' ? undefined : { statuses: [status] },
    type === undefined || type === 'proxy' ? undefined : { types: [type] },
    integrationId === undefined ? undefined : { integrationId },
    status === undefined ? undefined : { statuses: [status] },
    type === undefined ? undefined : { types: [type] },
  ];
  const leading = candidates.find((candidate) => candidate !== undefined) ?? {};
  const rest = { connectionId, endUserId, statuses, types, integrationId, ...others };
  return {
    leading,
    others: Object.fromEntries(Object.entries(rest).filter(([name, value]) => value !== undefined && !(name in leading))),
  };
}

function single<Value>(values: readonly Value[] | undefined): Value | undefined {
  return values?.length === 1 ? values[0] : undefined;
}

function buildRange(
  eb: ExpressionBuilder<SqlTables, 'latchkey_operations'>,
  { from, to }: OperationFilter,
  after: OperationCursor | undefined,
): Expression<SqlBool>[] {
  return [
    ...(from === undefined ? [] : [eb('started_at_ms', '>=', from.getTime())]),
    ...(to === undefined ? [] : [eb('started_at_ms', '<', to.getTime())]),
    ...(after === undefined ? [] : [eb(eb.refTuple('started_at_ms', 'row_id'), '<', eb.tuple(after.startedAt.getTime(), after.rowId))]),
  ];
}

function buildConditions(
  eb: ExpressionBuilder<SqlTables, 'latchkey_operations'>,
  engine: SqlEngine,
  { connectionId, endUserId, statuses, types, integrationId, search }: Condition,
): Expression<SqlBool>[] {
  return [
    ...(connectionId === undefined ? [] : [eb('connection_id', '=', connectionId)]),
    ...(endUserId === undefined ? [] : [eb('end_user_id', '=', endUserId)]),
    ...(statuses === undefined ? [] : [eb('status', 'in', statuses)]),
    ...(types === undefined ? [] : [eb('type', 'in', types)]),
    ...(integrationId === undefined ? [] : [eb('integration_id', '=', integrationId)]),
    ...(search === undefined ? [] : [engine.contains(eb.ref('search'), foldCase(search))]),
  ];
}

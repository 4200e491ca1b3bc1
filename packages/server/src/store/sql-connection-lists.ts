import { isByUpdate } from '@latchkey/protocol';
import type { Expression, ExpressionBuilder, Kysely, SqlBool } from 'kysely';
import type { ConnectionCursor, ConnectionFilter, ConnectionListStore, ConnectionPage } from './connection-list-store.ts';
import { readConnectionRow } from './connection-row.ts';
import { foldCase } from './fold-case.ts';
import type { SqlEngine } from './sql-engine.ts';
import type { SqlTables } from './sql-tables.ts';

const HIGHEST_LIMIT = 1_000;

/** Creates the part of a store that lists connections. */
export function createSqlConnectionLists(
  db: Kysely<SqlTables>,
  engine: SqlEngine,
  attempt: <T>(operation: () => Promise<T>) => Promise<T>,
): ConnectionListStore {
  return {
    listConnections: (filter, { limit, offset = 0, sort = '-created', after }) =>
      attempt(async () => {
        if (!Number.isInteger(limit) || limit < 1 || limit > HIGHEST_LIMIT) {
          throw new RangeError(`"limit" must be a whole number from 1 to ${HIGHEST_LIMIT}.`);
        }
        const direction = sort.startsWith('-') ? 'desc' : 'asc';
        const rows = await db
          .selectFrom('latchkey_connections')
          .selectAll()
          .where((eb) => eb.and([...buildConditions(eb, engine, filter), ...buildRange(eb, sort, after)]))
          .$if(isByUpdate(sort), (query) => query.orderBy('updated_at_ms', direction))
          .orderBy('row_id', direction)
          // One more tells whether there is a next page.
          .limit(limit + 1)
          .offset(offset)
          .execute();
        const connections = rows.slice(0, limit).map(readConnectionRow);
        return { connections, next: rows.length > limit ? connections.at(-1) : undefined };
      }),
  };
}

function buildRange(
  eb: ExpressionBuilder<SqlTables, 'latchkey_connections'>,
  sort: NonNullable<ConnectionPage['sort']>,
  after: ConnectionCursor | undefined,
): Expression<SqlBool>[] {
  if (after === undefined) return [];
  const operator = sort.startsWith('-') ? '<' : '>';
  if (!isByUpdate(sort)) return [eb('row_id', operator, after.rowId)];
  return [eb(eb.refTuple('updated_at_ms', 'row_id'), operator, eb.tuple(after.updatedAt.getTime(), after.rowId))];
}

function buildConditions(
  eb: ExpressionBuilder<SqlTables, 'latchkey_connections'>,
  engine: SqlEngine,
  { connectionId, integrationIds, status, endUserId, endUserOrganizationId, tags, search }: ConnectionFilter,
): Expression<SqlBool>[] {
  const conditions: Expression<SqlBool>[] = [];
  if (connectionId !== undefined) conditions.push(eb('connection_id', '=', connectionId));
  if (integrationIds !== undefined) {
    // `in ()` is no SQL in PostgreSQL.
    conditions.push(integrationIds.length === 0 ? eb.lit(false) : eb('integration_id', 'in', integrationIds));
  }
  if (status !== undefined) conditions.push(eb('status', '=', status));
  if (endUserId !== undefined) conditions.push(eb('end_user_id', '=', endUserId));
  if (endUserOrganizationId !== undefined) conditions.push(eb('organization_id', '=', endUserOrganizationId));
  if (tags !== undefined) conditions.push(engine.hasEntries(eb.ref('tags'), tags));
  if (search !== undefined) {
    const text = foldCase(search);
    conditions.push(
      eb.or([
        engine.contains(eb.ref('search_connection'), text),
        engine.contains(eb.ref('search_end_user'), text),
        engine.contains(eb.ref('search_environment'), text),
      ]),
    );
  }
  return conditions;
}

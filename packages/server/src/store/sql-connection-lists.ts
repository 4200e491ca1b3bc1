import { connectionStatus, isByUpdate } from '@latchkey/protocol';
import { sql, type Expression, type Kysely, type RawBuilder, type Selectable } from 'kysely';
import type { ConnectionFilter, ConnectionListStore, ConnectionPage, ListedConnections } from './connection-list-store.ts';
import { readConnectionRow } from './connection-row.ts';
import { markWords } from './search-terms.ts';
import type { SqlEngine } from './sql-engine.ts';
import { chooseLead, type ListLead } from './sql-list-leads.ts';
import type { ConnectionTable, SqlTables } from './sql-tables.ts';

const HIGHEST_LIMIT = 1_000;

/** What decides by which way a page is found. All find the same. */
export interface ListBounds {
  /** How many connections are looked at, rather than walked by until a page is full. */
  readonly few: number;
  /** Of how many a walk keeps in mind that they alone may have a text. */
  readonly notMany: number;
  /** How many connections a walk for a text goes past, besides those that are to be skipped, before the index of texts is followed wherever it leads. */
  readonly walked: number;
}

const BOUNDS: ListBounds = { few: 2_000, notMany: 100_000, walked: 50_000 };

/** The database, and the way to it on which a long walk gets in nobody's way. */
interface ListDatabases {
  readonly db: Kysely<SqlTables>;
  readonly walkDb: Kysely<SqlTables>;
}

/**
 * Creates the part of a store that lists connections.
 *
 * A page is found in one of two ways. Where an index leads to few connections by one of the conditions, those are looked at and put in order. Else
 * the list is walked from where the page begins, along an index that has its order, until the page is full. A walk that looks for nothing but texts
 * gives up when many have them, but none nearby: then all that the index leads to are put in order. One that has other conditions too looks at the text of
 * those alone that the index leads to, unless they are too many to be kept in mind.
 */
export function createSqlConnectionLists(
  { db, walkDb }: ListDatabases,
  engine: SqlEngine,
  attempt: <T>(operation: () => Promise<T>) => Promise<T>,
  { few, notMany, walked } = BOUNDS,
): ConnectionListStore {
  return {
    listConnections: (filter, page) =>
      attempt(async () => {
        const { limit, offset = 0 } = page;
        if (!Number.isInteger(limit) || limit < 1 || limit > HIGHEST_LIMIT) {
          throw new RangeError(`"limit" must be a whole number from 1 to ${HIGHEST_LIMIT}.`);
        }
        // `in ()` is no SQL in PostgreSQL.
        if (filter.integrationIds?.length === 0) return { connections: [], next: undefined };
        const order = buildOrder(page);
        // One more tells whether there is a next page.
        const find = async (found: RawBuilder<unknown>, by: Kysely<SqlTables>): Promise<ListedConnections> => {
          const { rows } = await sql<Selectable<ConnectionTable>>`
            with page as (select * from (${found}) as found order by ${order} limit ${limit + 1} offset ${offset})
            select connection.* from page cross join latchkey_connections as connection
            where connection.row_id = page.row_id order by ${order}
          `.execute(by);
          const connections = rows.slice(0, limit).map(readConnectionRow);
          return { connections, next: rows.length > limit ? connections.at(-1) : undefined };
        };
        const isNarrowed = isNarrow(filter, page);
        const lead = await chooseLead(db, filter, isNarrowed ? few : notMany);
        if (lead !== undefined && lead.count <= few) return find(buildStream(engine, filter, page, lead), db);
        if (lead === undefined || !isNarrowed) {
          const among = lead?.isOfTexts && lead.count <= notMany ? lead : undefined;
          const isLong = readsTexts(filter) || offset > walked;
          return find(buildWalk(engine, filter, page, offset + limit + 1, among), isLong ? walkDb : db);
        }
        const nearby = await find(buildNearby(engine, filter, page, walked + offset), walkDb);
        return nearby.next === undefined ? find(buildStream(engine, filter, page, lead), walkDb) : nearby;
      }),
  };
}

/** Builds a walk along as many indexes as the order needs, no further along each than a page may need. */
function buildWalk(engine: SqlEngine, filter: ConnectionFilter, page: ConnectionPage, span: number, among?: ListLead): RawBuilder<unknown> {
  const { integrationIds, status } = filter;
  // No index has those of an integration by their last change, whatever their status, so that a change moves a connection in fewer of them.
  const isSplit = integrationIds !== undefined && status === undefined && isByUpdate(page.sort);
  const statuses = isSplit ? connectionStatus.options : [status];
  const streams = (integrationIds ?? [undefined]).flatMap((integrationId) =>
    statuses.map((each) => {
      const { integrationIds: _all, ...others } = filter;
      const narrowed = { ...others, ...(integrationId && { integrationIds: [integrationId] }), ...(each && { status: each }) };
      return sql`select * from (${buildStream(engine, narrowed, page, undefined, among)} order by ${buildOrder(page)} limit ${span}) as stream`;
    }),
  );
  return sql.join(streams, sql` union all `);
}

/** Builds a walk for texts that goes past so many connections and no further. */
function buildNearby(engine: SqlEngine, filter: ConnectionFilter, page: ConnectionPage, span: number): RawBuilder<unknown> {
  const range = buildRange(page, SEARCH.name);
  return sql`
    select row_id from (
      select * from ${SEARCH.table} ${range.length === 0 ? sql`` : sql`where ${sql.join(range)}`} order by ${buildOrder(page)} limit ${span}
    ) as search
    where ${sql.join(buildTextConditions(engine, filter), sql` and `)}
  `;
}

/**
 * Builds what selects, from where the page begins, what connections are ordered by.
 *
 * @param lead What is begun with, if anything.
 * @param among What all of them are known to be among, if anything.
 */
function buildStream(
  engine: SqlEngine,
  filter: ConnectionFilter,
  page: ConnectionPage,
  lead?: ListLead,
  among?: ListLead,
): RawBuilder<unknown> {
  // Both engines would rather begin with these, if it were the bare column.
  const conditions = [...buildConditions(filter), ...(among === undefined ? [] : [sql`+connection.row_id in (${among.rows})`])];
  const texts = buildTextConditions(engine, filter);
  const isNarrowed = isNarrow(filter, page);
  const { tables, joins } =
    lead === undefined ? chooseTables(isNarrowed, texts) : chooseLedTables(isNarrowed, texts, selectLead(lead, page));
  const main = isNarrowed ? tables[0].name : CONNECTION.name;
  const all = [...joins, ...conditions, ...buildRange(page, main)];
  return sql`
    select ${main}.row_id as row_id ${isByUpdate(page.sort) ? sql`, connection.updated_at_ms as updated_at_ms` : sql``}
    from ${sql.join(
      tables.map(({ table }) => table),
      // SQLite reads them in the order in which they stand.
      sql` cross join `,
    )}
    ${all.length === 0 ? sql`` : sql`where ${sql.join(all, sql` and `)}`}
  `;
}

interface NamedTable {
  readonly name: RawBuilder<unknown>;
  readonly table: RawBuilder<unknown>;
}

const CONNECTION: NamedTable = { name: sql`connection`, table: sql`latchkey_connections as connection` };
const SEARCH: NamedTable = { name: sql`search`, table: sql`latchkey_connection_search as search` };

type Conditions = readonly Expression<unknown>[];

interface ChosenTables {
  readonly tables: readonly [NamedTable, ...NamedTable[]];
  readonly joins: Conditions;
}

function chooseTables(isNarrowed: boolean, texts: Conditions): ChosenTables {
  if (isNarrowed) return { tables: [SEARCH], joins: texts };
  if (texts.length === 0) return { tables: [CONNECTION], joins: [] };
  return { tables: [CONNECTION, SEARCH], joins: [sql`search.row_id = connection.row_id`, ...texts] };
}

function chooseLedTables(isNarrowed: boolean, texts: Conditions, lead: NamedTable): ChosenTables {
  // As a question for each row: of a join, PostgreSQL may make one that reads all that is searched.
  const matches = sql`(select ${sql.join(texts, sql` and `)} from ${SEARCH.table} where search.row_id = lead.row_id)`;
  return {
    tables: isNarrowed ? [lead] : [lead, CONNECTION],
    joins: [...(isNarrowed ? [] : [sql`connection.row_id = lead.row_id`]), ...(texts.length === 0 ? [] : [matches])],
  };
}

/** Puts in order what an index leads to, so that no more are looked at than fill the page. */
function selectLead({ rows }: ListLead, { sort }: ConnectionPage): NamedTable {
  const direction = isDescending(sort) ? sql`desc` : sql`asc`;
  return { name: sql`lead`, table: sql`(select distinct row_id from (${rows}) as leads order by row_id ${direction}) as lead` };
}

function buildConditions({ connectionId, integrationIds, status, endUserId, endUserOrganizationId }: ConnectionFilter) {
  return [
    ...(connectionId === undefined ? [] : [sql`connection.connection_id = ${connectionId}`]),
    ...(integrationIds === undefined ? [] : [sql`connection.integration_id in (${sql.join(integrationIds)})`]),
    ...(status === undefined ? [] : [sql`connection.status = ${status}`]),
    ...(endUserId === undefined ? [] : [sql`connection.end_user_id = ${endUserId}`]),
    ...(endUserOrganizationId === undefined ? [] : [sql`connection.organization_id = ${endUserOrganizationId}`]),
  ];
}

function buildTextConditions(engine: SqlEngine, { tags, search }: ConnectionFilter) {
  return [
    ...(tags === undefined ? [] : [engine.hasEntries(sql<string>`search.tags`, tags)]),
    ...(search === undefined ? [] : [engine.contains(sql<string>`search.text`, markWords(search))]),
  ];
}

/** Tells whether a list asks for nothing but texts. They, and alone their row numbers, are read sooner than the wide rows of connections. */
function isNarrow(filter: ConnectionFilter, { sort }: ConnectionPage): boolean {
  return buildConditions(filter).length === 0 && !isByUpdate(sort);
}

function readsTexts({ tags, search }: ConnectionFilter): boolean {
  return tags !== undefined || search !== undefined;
}

function buildRange({ sort, after }: ConnectionPage, main: RawBuilder<unknown>) {
  if (after === undefined) return [];
  const operator = isDescending(sort) ? sql`<` : sql`>`;
  if (!isByUpdate(sort)) return [sql`${main}.row_id ${operator} ${after.rowId}`];
  return [sql`(connection.updated_at_ms, connection.row_id) ${operator} (${after.updatedAt.getTime()}, ${after.rowId})`];
}

/** Builds the order in words that every part of the statement knows. */
function buildOrder({ sort }: ConnectionPage): RawBuilder<unknown> {
  const direction = isDescending(sort) ? sql`desc` : sql`asc`;
  return isByUpdate(sort) ? sql`updated_at_ms ${direction}, row_id ${direction}` : sql`row_id ${direction}`;
}

function isDescending(sort: ConnectionPage['sort'] = '-created'): boolean {
  return sort.startsWith('-');
}

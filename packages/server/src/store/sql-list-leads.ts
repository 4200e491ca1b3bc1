import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { ConnectionFilter } from './connection-list-store.ts';
import { buildSearchTerm, buildTagTerm } from './search-terms.ts';
import type { SqlTables } from './sql-tables.ts';

/** How many connections are looked at, rather than walked by until a page is full. */
const FEW = 10_000;

/** An index that leads to connections by one condition of a filter: all that meet it are among them. */
export interface ListLead {
  /** Selects their `row_id`. */
  readonly rows: RawBuilder<unknown>;
  readonly isToFew: boolean;
}

/** Comes after every text that begins with the one that it is added to. */
const LAST_CHARACTER = '\u{10FFFF}';

/** Finds the condition that an index leads to the fewest connections by; `undefined` when there is none. */
export async function chooseLead(db: Kysely<SqlTables>, filter: ConnectionFilter): Promise<ListLead | undefined> {
  let best: { readonly rows: RawBuilder<unknown>; readonly count: number } | undefined;
  for (const rows of listLeads(filter)) {
    const count = await countFew(db, rows);
    if (best === undefined || count < best.count) best = { rows, count };
  }
  return best && { rows: best.rows, isToFew: best.count <= FEW };
}

function listLeads({
  connectionId,
  endUserId,
  endUserOrganizationId,
  tags = {},
  search,
}: ConnectionFilter): readonly RawBuilder<unknown>[] {
  const [idTerm, searchTerm] = [connectionId, search].map((text) => (text === undefined ? undefined : buildSearchTerm(text)));
  return [
    ...(idTerm === undefined ? [] : [sql`select row_id from latchkey_connection_terms where term = ${idTerm}`]),
    ...(endUserId === undefined ? [] : [sql`select row_id from latchkey_connections where end_user_id = ${endUserId}`]),
    ...(endUserOrganizationId === undefined
      ? []
      : [sql`select row_id from latchkey_connections where organization_id = ${endUserOrganizationId}`]),
    ...Object.entries(tags).map(
      ([name, value]) => sql`select row_id from latchkey_connection_terms where term = ${buildTagTerm(name, value)}`,
    ),
    ...(searchTerm === undefined
      ? []
      : [sql`select row_id from latchkey_connection_terms where term >= ${searchTerm} and term < ${searchTerm + LAST_CHARACTER}`]),
  ];
}

/** Counts, but no further than to one more than few. */
async function countFew(db: Kysely<SqlTables>, rows: RawBuilder<unknown>): Promise<number> {
  const { rows: counts } = await sql<{ count: number }>`select count(*) as count from (${rows} limit ${FEW + 1}) as few`.execute(db);
  return Number(counts[0]?.count);
}

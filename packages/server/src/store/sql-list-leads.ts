import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { ConnectionFilter } from './connection-list-store.ts';
import { buildSearchTerm, buildTagTerm } from './search-terms.ts';
import type { SqlTables } from './sql-tables.ts';

/** An index that leads to connections by one condition of a filter: all that meet it are among them. */
export interface ListLead {
  /** Selects their `row_id`. */
  readonly rows: RawBuilder<unknown>;
  /** Whether it is the index of texts and tags, which is apart from connections. */
  readonly isOfTexts: boolean;
  /** How many there are, or one more than were counted. */
  readonly count: number;
}

type UncountedLead = Omit<ListLead, 'count'>;

/** Comes after every text that begins with the one that it is added to. */
const LAST_CHARACTER = '\u{10FFFF}';

/**
 * Finds the condition that an index leads to the fewest connections by; `undefined` when there is none.
 *
 * @param most How many are counted.
 */
export async function chooseLead(db: Kysely<SqlTables>, filter: ConnectionFilter, most: number): Promise<ListLead | undefined> {
  let best: ListLead | undefined;
  for (const lead of listLeads(filter)) {
    const count = await countUpTo(db, lead, most + 1);
    if (best === undefined || count < best.count) best = { ...lead, count };
  }
  return best;
}

function listLeads({ connectionId, endUserId, endUserOrganizationId, tags = {}, search }: ConnectionFilter): readonly UncountedLead[] {
  const [idTerm, searchTerm] = [connectionId, search].map((text) => (text === undefined ? undefined : buildSearchTerm(text)));
  const ofConnections = [
    ...(endUserId === undefined ? [] : [sql`end_user_id = ${endUserId}`]),
    ...(endUserOrganizationId === undefined ? [] : [sql`organization_id = ${endUserOrganizationId}`]),
  ];
  const ofTexts = [
    ...(idTerm === undefined ? [] : [sql`term = ${idTerm}`]),
    ...Object.entries(tags).map(([name, value]) => sql`term = ${buildTagTerm(name, value)}`),
    ...(searchTerm === undefined ? [] : [sql`term >= ${searchTerm} and term < ${searchTerm + LAST_CHARACTER}`]),
  ];
  return [
    ...ofConnections.map((condition) => ({ rows: sql`select row_id from latchkey_connections where ${condition}`, isOfTexts: false })),
    ...ofTexts.map((condition) => ({ rows: sql`select row_id from latchkey_connection_terms where ${condition}`, isOfTexts: true })),
  ];
}

/** Counts, but no further than to a limit. */
async function countUpTo(db: Kysely<SqlTables>, { rows }: UncountedLead, limit: number): Promise<number> {
  const { rows: counts } = await sql<{ count: number }>`select count(*) as count from (${rows} limit ${limit}) as counted`.execute(db);
  return Number(counts[0]?.count);
}

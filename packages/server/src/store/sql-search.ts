import type { Kysely, Selectable } from 'kysely';
import { buildSearchEntry, listTerms, type SearchEntry } from './search-terms.ts';
import type { ConnectionTable, SqlTables } from './sql-tables.ts';
import type { ConnectionChange } from './store.ts';

type ConnectionRow = Selectable<ConnectionTable>;
type Db = Kysely<SqlTables>;

/** What a connection is found by. */
const SEARCHED = ['endUser', 'organization', 'environment', 'tags'] as const satisfies readonly (keyof ConnectionChange)[];

/** Adds a connection, and what it is found by. @param insert Resolves to its row, or `undefined` when nothing has changed. */
export function insertSearched(db: Db, insert: (db: Db) => Promise<ConnectionRow | undefined>): Promise<ConnectionRow | undefined> {
  return inTransaction(db, async (transaction) => {
    const row = await insert(transaction);
    if (row === undefined) return undefined;
    const entry = buildSearchEntry(row);
    await transaction
      .insertInto('latchkey_connection_search')
      .values({ row_id: row.row_id, ...entry })
      .execute();
    await insertTerms(transaction, row.row_id, listTerms(entry));
    return row;
  });
}

/** Changes a connection, and what it is found by, if that is concerned. */
export function updateSearched(
  db: Db,
  change: ConnectionChange,
  update: (db: Db) => Promise<ConnectionRow | undefined>,
): Promise<ConnectionRow | undefined> {
  if (!SEARCHED.some((part) => part in change)) return update(db);
  return inTransaction(db, async (transaction) => {
    const row = await update(transaction);
    if (row !== undefined) await replaceEntry(transaction, row);
    return row;
  });
}

/** Removes a connection, and what it is found by. */
export function deleteSearched(db: Db, remove: (db: Db) => Promise<ConnectionRow | undefined>): Promise<ConnectionRow | undefined> {
  return inTransaction(db, async (transaction) => {
    const row = await remove(transaction);
    if (row === undefined) return undefined;
    const entry = await findEntry(transaction, row);
    if (entry === undefined) return row;
    await deleteTerms(transaction, row.row_id, listTerms(entry));
    await transaction.deleteFrom('latchkey_connection_search').where('row_id', '=', row.row_id).execute();
    return row;
  });
}

async function replaceEntry(db: Db, row: ConnectionRow): Promise<void> {
  const before = await findEntry(db, row);
  const entry = buildSearchEntry(row);
  if (before?.text === entry.text && before.tags === entry.tags) return;
  await db
    .insertInto('latchkey_connection_search')
    .values({ row_id: row.row_id, ...entry })
    .onConflict((conflict) => conflict.column('row_id').doUpdateSet(entry))
    .execute();
  const [former, current] = [before === undefined ? [] : listTerms(before), listTerms(entry)];
  await deleteTerms(db, row.row_id, withoutThese(former, current));
  await insertTerms(db, row.row_id, withoutThese(current, former));
}

/** Finds none for what a process of an older version stored while the tables were made. */
function findEntry(db: Db, { row_id }: ConnectionRow): Promise<SearchEntry | undefined> {
  return db.selectFrom('latchkey_connection_search').select(['text', 'tags']).where('row_id', '=', row_id).executeTakeFirst();
}

async function insertTerms(db: Db, row_id: number, terms: readonly string[]): Promise<void> {
  if (terms.length === 0) return;
  const rows = terms.map((term) => ({ term, row_id }));
  await db.insertInto('latchkey_connection_terms').values(rows).execute();
}

async function deleteTerms(db: Db, rowId: number, terms: readonly string[]): Promise<void> {
  if (terms.length === 0) return;
  await db.deleteFrom('latchkey_connection_terms').where('term', 'in', terms).where('row_id', '=', rowId).execute();
}

function withoutThese(terms: readonly string[], these: readonly string[]): readonly string[] {
  const excluded = new Set(these);
  return terms.filter((term) => !excluded.has(term));
}

function inTransaction<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}

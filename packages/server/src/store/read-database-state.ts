import { existsSync } from 'node:fs';
import { Kysely } from 'kysely';
import { readSchemaState } from './migrate-schema.ts';
import { openEngine, readSqlitePath } from './open-store.ts';
import type { SqlTables } from './sql-tables.ts';

/** What a database is, to this version of Latchkey: nothing yet, of an older version, of this one, or of a newer one. */
export type DatabaseState = 'empty' | 'older' | 'current' | 'newer';

/**
 * Looks at a database without changing it, before `createConnect` would bring it to the newest version.
 *
 * @param database As the option of that name.
 * @throws {ConnectError} `invalid_option` when it names no database; `store_unavailable` when it cannot be reached or read.
 */
export async function readDatabaseState(database: string): Promise<DatabaseState> {
  const path = readSqlitePath(database);
  // Opening the file would make it.
  if (path !== undefined && !existsSync(path)) return 'empty';
  const engine = openEngine(database);
  const db = new Kysely<SqlTables>({ dialect: engine.dialect });
  try {
    const { made, missing, unknown } = await readSchemaState(db, engine);
    if (unknown !== undefined) return 'newer';
    if (made.length === 0) return 'empty';
    return missing.length > 0 ? 'older' : 'current';
  } catch (error) {
    throw engine.explain(error) ?? error;
  } finally {
    await db.destroy();
  }
}

import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { fillSearch } from '../fill-search.ts';
import type { ColumnTypes } from '../sql-engine.ts';
import type { SqlTables } from '../sql-tables.ts';

/** What tags an end user and their organization stand for, among what connections are found by. */
export function addOwnerTags({ lockTable }: ColumnTypes): Migration {
  return {
    async up(db: Kysely<SqlTables>) {
      // What a process of the version before stores from here on would not be found by them.
      await lockTable?.('latchkey_connections').execute(db);
      for (const table of ['latchkey_connection_terms', 'latchkey_connection_search'] as const) await db.deleteFrom(table).execute();
      await fillSearch(db);
    },
  };
}

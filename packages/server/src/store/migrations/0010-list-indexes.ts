import type { Migration } from 'kysely/migration';
import { fillSearch } from '../fill-search.ts';
import type { ColumnTypes } from '../sql-engine.ts';

/** What connections are found by, in tables of its own, and an index for each list that there is. */
export function createListIndexes({ rowId, searchableJson, prefixText, orderedByKey, lockTable }: ColumnTypes): Migration {
  return {
    async up(db) {
      // What a process of the version before stores from here on would be found by nothing.
      await lockTable?.('latchkey_connections').execute(db);
      await db.schema
        .createTable('latchkey_connection_search')
        .addColumn('row_id', rowId.type, (column) => column.primaryKey())
        .addColumn('text', 'text', (column) => column.notNull())
        .addColumn('tags', searchableJson, (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('latchkey_connection_terms')
        .addColumn('term', prefixText, (column) => column.notNull())
        .addColumn('row_id', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('latchkey_connection_terms_key', ['term', 'row_id'])
        .$call((table) => (orderedByKey === undefined ? table : table.modifyEnd(orderedByKey)))
        .execute();
      await fillSearch(db);
      for (const column of ['search_connection', 'search_end_user', 'search_environment']) {
        await db.schema.alterTable('latchkey_connections').dropColumn(column).execute();
      }
      const indexes = {
        latchkey_connections_status: ['status', 'row_id'],
        latchkey_connections_integration_status: ['integration_id', 'status', 'row_id'],
        latchkey_connections_updated: ['updated_at_ms', 'row_id'],
        latchkey_connections_status_updated: ['status', 'updated_at_ms', 'row_id'],
        latchkey_connections_integration_updated: ['integration_id', 'status', 'updated_at_ms', 'row_id'],
      };
      for (const [name, columns] of Object.entries(indexes)) {
        await db.schema.createIndex(name).on('latchkey_connections').columns(columns).execute();
      }
    },
  };
}

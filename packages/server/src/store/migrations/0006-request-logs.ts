import type { Migration } from 'kysely/migration';
import type { ColumnTypes } from '../sql-engine.ts';

/**
 * The request log. Every index leads from one condition straight to the order of the list, so that a page begins without sorting. The id has
 * none: it holds the moment at which the operation started.
 */
export function createRequestLogs({ rowId }: ColumnTypes): Migration {
  return {
    async up(db) {
      await db.schema
        .createTable('latchkey_operations')
        .addColumn('row_id', rowId.type, rowId.build)
        .addColumn('operation_id', 'text', (column) => column.notNull())
        .addColumn('started_at_ms', 'bigint', (column) => column.notNull())
        .addColumn('ended_at_ms', 'bigint')
        .addColumn('type', 'text', (column) => column.notNull())
        .addColumn('status', 'text', (column) => column.notNull())
        .addColumn('integration_id', 'text')
        .addColumn('connection_id', 'text')
        .addColumn('end_user_id', 'text')
        .addColumn('search', 'text', (column) => column.notNull())
        .addColumn('facts', 'text', (column) => column.notNull())
        .addColumn('messages', 'text', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('latchkey_operations_start').on('latchkey_operations').columns(['started_at_ms', 'row_id']).execute();
      for (const column of ['type', 'status', 'integration_id', 'connection_id', 'end_user_id'] as const) {
        await db.schema
          .createIndex(`latchkey_operations_${column}`)
          .on('latchkey_operations')
          .columns([column, 'started_at_ms', 'row_id'])
          .where(column, 'is not', null)
          .execute();
      }
    },
  };
}

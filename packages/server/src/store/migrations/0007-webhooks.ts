import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { ColumnTypes } from '../sql-engine.ts';

/** Webhooks, and the events that they are to be told. */
export function createWebhooks({ rowId }: ColumnTypes): Migration {
  return {
    async up(db) {
      await db.schema
        .createTable('latchkey_webhooks')
        .addColumn('row_id', rowId.type, rowId.build)
        .addColumn('webhook_id', 'text', (column) => column.notNull().unique())
        .addColumn('url', 'text', (column) => column.notNull())
        .addColumn('events', 'text')
        .addColumn('description', 'text', (column) => column.notNull())
        .addColumn('enabled', 'integer', (column) => column.notNull())
        .addColumn('disabled_reason', 'text')
        .addColumn('sealed_secrets', 'text', (column) => column.notNull())
        .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
        .addColumn('updated_at_ms', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('latchkey_webhook_deliveries')
        .addColumn('row_id', rowId.type, rowId.build)
        // No foreign key: a webhook that is removed while an event is written must not undo the change that the event tells of.
        .addColumn('webhook_id', 'text', (column) => column.notNull())
        .addColumn('event_id', 'text', (column) => column.notNull())
        .addColumn('type', 'text', (column) => column.notNull())
        .addColumn('integration_id', 'text')
        .addColumn('connection_id', 'text')
        .addColumn('payload', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('attempts', 'integer', (column) => column.notNull())
        .addColumn('owner', 'text')
        .addColumn('last_status', 'integer')
        .addColumn('last_error', 'text')
        .addColumn('last_attempt_at_ms', 'bigint')
        .addColumn('next_attempt_at_ms', 'bigint', (column) => column.notNull())
        .addColumn('give_up_at_ms', 'bigint', (column) => column.notNull())
        .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema
        .createIndex('latchkey_webhook_deliveries_list')
        .on('latchkey_webhook_deliveries')
        .columns(['webhook_id', 'row_id'])
        .execute();
      await db.schema
        .createIndex('latchkey_webhook_deliveries_state')
        .on('latchkey_webhook_deliveries')
        .columns(['webhook_id', 'state', 'row_id'])
        .execute();
      await db.schema
        .createIndex('latchkey_webhook_deliveries_due')
        .on('latchkey_webhook_deliveries')
        .columns(['webhook_id', 'next_attempt_at_ms', 'row_id'])
        .where(sql.ref('state'), '=', sql.lit('pending'))
        .execute();
      await db.schema
        .createIndex('latchkey_webhook_deliveries_order')
        .on('latchkey_webhook_deliveries')
        .columns(['webhook_id', 'integration_id', 'connection_id', 'row_id'])
        .where(sql.ref('state'), '=', sql.lit('pending'))
        .execute();
      await db.schema.createIndex('latchkey_webhook_deliveries_age').on('latchkey_webhook_deliveries').column('created_at_ms').execute();
    },
  };
}

import { isStorable } from '@latchkey/protocol';
import { sql, type ExpressionBuilder, type Kysely, type Selectable } from 'kysely';
import { PATIENCE_MS } from '../core/webhook-schedule.ts';
import type { Outbox } from './sql-outbox.ts';
import type { SqlTables } from './sql-tables.ts';
import type { DeliveryTable } from './sql-webhook-tables.ts';
import { buildDeliveryRow, buildWebhookRow, buildWebhookUpdate, readDeliveryRow, readWebhookRow } from './webhook-row.ts';
import type { WebhookStore } from './webhook-store.ts';

/** Written out, because an index of these alone is not used for a value that is given later. */
const PENDING = sql.lit<'pending'>('pending');

/** Creates the part of a store that keeps webhooks and deliveries. */
export function createSqlWebhooks(
  db: Kysely<SqlTables>,
  attempt: <T>(operation: () => Promise<T>) => Promise<T>,
  outbox: Outbox,
): WebhookStore {
  /** Makes what waits behind a delivery due when it is; what is under way already is left to who has it. */
  async function moveFollowers(row: Selectable<DeliveryTable>, dueAt: Date): Promise<void> {
    if (row.integration_id === null || row.connection_id === null) return;
    await db
      .updateTable('latchkey_webhook_deliveries')
      .set({ next_attempt_at_ms: dueAt.getTime() })
      .where('webhook_id', '=', row.webhook_id)
      .where('integration_id', '=', row.integration_id)
      .where('connection_id', '=', row.connection_id)
      .where('state', '=', PENDING)
      .where('owner', 'is', null)
      .where('row_id', '>', row.row_id)
      .execute();
  }

  return {
    insertWebhook: (webhook) =>
      attempt(async () => void (await db.insertInto('latchkey_webhooks').values(buildWebhookRow(webhook)).execute())),

    findWebhook: (webhookId) =>
      attempt(async () => {
        if (!isStorable(webhookId)) return undefined;
        const row = await db.selectFrom('latchkey_webhooks').selectAll().where('webhook_id', '=', webhookId).executeTakeFirst();
        return row && readWebhookRow(row);
      }),

    listWebhooks: () =>
      attempt(async () => (await db.selectFrom('latchkey_webhooks').selectAll().orderBy('row_id').execute()).map(readWebhookRow)),

    updateWebhook: (webhookId, change, now, { sealedSecrets, updatedAt } = {}) =>
      attempt(async () => {
        if (!isStorable(webhookId)) return undefined;
        const row = await db
          .updateTable('latchkey_webhooks')
          .set({ ...buildWebhookUpdate(change), updated_at_ms: now.getTime() })
          .where('webhook_id', '=', webhookId)
          .$if(sealedSecrets !== undefined, (query) => query.where('sealed_secrets', '=', sealedSecrets ?? ''))
          .$if(updatedAt !== undefined, (query) => query.where('updated_at_ms', '=', updatedAt?.getTime() ?? 0))
          .returningAll()
          .executeTakeFirst();
        return row && readWebhookRow(row);
      }),

    deleteWebhook: (webhookId) =>
      attempt(async () => {
        if (!isStorable(webhookId)) return false;
        return db.transaction().execute(async (transaction) => {
          const { numDeletedRows } = await transaction
            .deleteFrom('latchkey_webhooks')
            .where('webhook_id', '=', webhookId)
            .executeTakeFirstOrThrow();
          await transaction.deleteFrom('latchkey_webhook_deliveries').where('webhook_id', '=', webhookId).execute();
          return numDeletedRows > 0n;
        });
      }),

    insertEvent: (event) => attempt(() => outbox.insert(event)),

    insertDelivery: (delivery) =>
      attempt(async () => {
        const row = await db
          .insertInto('latchkey_webhook_deliveries')
          .values(buildDeliveryRow(delivery))
          .returningAll()
          .executeTakeFirstOrThrow();
        outbox.announce();
        return readDeliveryRow(row);
      }),

    listenForDeliveries: (listener) => outbox.listen(listener),

    findDelivery: (deliveryId) =>
      attempt(async () => {
        const row = await db.selectFrom('latchkey_webhook_deliveries').selectAll().where('row_id', '=', deliveryId).executeTakeFirst();
        return row && readDeliveryRow(row);
      }),

    listDeliveries: (webhookId, { state, before, limit }) =>
      attempt(async () => {
        if (!isStorable(webhookId)) return [];
        const rows = await db
          .selectFrom('latchkey_webhook_deliveries')
          .selectAll()
          .where('webhook_id', '=', webhookId)
          .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'pending'))
          .$if(before !== undefined, (query) => query.where('row_id', '<', before ?? 0))
          .orderBy('row_id', 'desc')
          .limit(limit)
          .execute();
        return rows.map(readDeliveryRow);
      }),

    claimDelivery: (webhookId, owner, until, now) =>
      attempt(async () => {
        const row = await db
          .updateTable('latchkey_webhook_deliveries')
          .set((eb) => ({
            owner,
            attempts: eb('attempts', '+', 1),
            last_attempt_at_ms: now.getTime(),
            next_attempt_at_ms: until.getTime(),
          }))
          .where('row_id', '=', (eb) =>
            eb
              .selectFrom('latchkey_webhook_deliveries as due')
              .select('due.row_id')
              .where((inner) => isFirstOfWebhook(inner, webhookId))
              .where('due.next_attempt_at_ms', '<=', now.getTime())
              .orderBy('due.next_attempt_at_ms')
              .orderBy('due.row_id')
              .limit(1),
          )
          // Once more, because another process may have taken it between the two.
          .where('state', '=', PENDING)
          .where('next_attempt_at_ms', '<=', now.getTime())
          .returningAll()
          .executeTakeFirst();
        return row && readDeliveryRow(row);
      }),

    finishDelivery: (deliveryId, owner, { state, status = null, error = null, nextAttemptAt }) =>
      attempt(async () => {
        const row = await db
          .updateTable('latchkey_webhook_deliveries')
          .set({ state, owner: null, last_status: status, last_error: error })
          .$if(nextAttemptAt !== undefined, (query) => query.set({ next_attempt_at_ms: nextAttemptAt?.getTime() ?? 0 }))
          .where('row_id', '=', deliveryId)
          .where('owner', '=', owner)
          .where('state', '=', PENDING)
          .returningAll()
          .executeTakeFirst();
        // Those behind it have to wait anyway; this keeps every look for what is due from passing over all of them.
        if (row !== undefined && nextAttemptAt !== undefined) await moveFollowers(row, nextAttemptAt);
        return row !== undefined;
      }),

    resendDelivery: (deliveryId, now) =>
      attempt(async () => {
        const row = await db
          .updateTable('latchkey_webhook_deliveries')
          .set({
            state: 'pending',
            attempts: 0,
            owner: null,
            next_attempt_at_ms: now.getTime(),
            give_up_at_ms: now.getTime() + PATIENCE_MS,
          })
          .where('row_id', '=', deliveryId)
          .returningAll()
          .executeTakeFirst();
        if (row === undefined) return undefined;
        await moveFollowers(row, now);
        outbox.announce();
        return readDeliveryRow(row);
      }),

    hastenDeliveries: (webhookId, now) =>
      attempt(async () => {
        await db
          .updateTable('latchkey_webhook_deliveries')
          .set({ next_attempt_at_ms: now.getTime() })
          .where('webhook_id', '=', webhookId)
          .where('state', '=', PENDING)
          .where('owner', 'is', null)
          .where('next_attempt_at_ms', '>', now.getTime())
          .execute();
        outbox.announce();
      }),

    findNextDue: (webhookId) =>
      attempt(async () => {
        const row = await db
          .selectFrom('latchkey_webhook_deliveries as due')
          .select('due.next_attempt_at_ms')
          .where((eb) => isFirstOfWebhook(eb, webhookId))
          .orderBy('due.next_attempt_at_ms')
          .orderBy('due.row_id')
          .limit(1)
          .executeTakeFirst();
        return row && new Date(row.next_attempt_at_ms);
      }),

    deleteDeliveriesBefore: (moment) =>
      attempt(async () => {
        const { numDeletedRows } = await db
          .deleteFrom('latchkey_webhook_deliveries')
          .where('created_at_ms', '<', moment.getTime())
          .executeTakeFirstOrThrow();
        return Number(numDeletedRows);
      }),
  };
}

type Tables = SqlTables & { due: SqlTables['latchkey_webhook_deliveries'] };

/** Builds the condition that a delivery is pending, to this webhook, and no earlier one of its connection is. */
function isFirstOfWebhook(eb: ExpressionBuilder<Tables, 'due'>, webhookId: string) {
  const earlier = eb
    .selectFrom('latchkey_webhook_deliveries as earlier')
    .select('earlier.row_id')
    .where('earlier.webhook_id', '=', webhookId)
    .where('earlier.state', '=', PENDING)
    .whereRef('earlier.integration_id', '=', 'due.integration_id')
    .whereRef('earlier.connection_id', '=', 'due.connection_id')
    .whereRef('earlier.row_id', '<', 'due.row_id');
  return eb.and([eb('due.webhook_id', '=', webhookId), eb('due.state', '=', PENDING), eb.not(eb.exists(earlier))]);
}

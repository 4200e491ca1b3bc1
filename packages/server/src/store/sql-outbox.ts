import type { Kysely, Selectable } from 'kysely';
import { describeConnectionEvent, type ConnectionEvent, type EventToDeliver } from '../core/connection-event.ts';
import { readConnectionRow } from './connection-row.ts';
import type { LinkUse } from './share-link-store.ts';
import { holdOpenLink, markLinkUsed } from './sql-share-links.ts';
import type { ConnectionTable, SqlTables } from './sql-tables.ts';
import { buildDeliveryRow, readEvents } from './webhook-row.ts';

/** Writes events beside the changes that they tell of. */
export interface Outbox {
  /**
   * Runs a change of one connection, and writes what it means for every webhook that wants to know, and for a share link: all or nothing.
   *
   * A change that means nothing, or that nobody wants to know of, is run alone, without a transaction.
   *
   * @param change Resolves to the connection's row, or `undefined` when nothing has changed; then nothing is written.
   * @param use The link that the change uses up. One that is not open keeps the change from running.
   */
  write(
    event: ConnectionEvent | undefined,
    change: (db: Kysely<SqlTables>) => Promise<ConnectionRow | undefined>,
    use?: LinkUse,
  ): Promise<ConnectionRow | undefined>;
  /** Writes an event alone. */
  insert(event: EventToDeliver): Promise<void>;
  /** Calls back after deliveries were committed. */
  listen(listener: () => void): void;
  /** Tells who listens that there is something to deliver. */
  announce(): void;
}

type ConnectionRow = Selectable<ConnectionTable>;

/** Creates it. */
export function createSqlOutbox(db: Kysely<SqlTables>): Outbox {
  const listeners: (() => void)[] = [];
  const announce = (): void => listeners.forEach((listener) => listener());

  /**
   * Finds who is to be told. It is asked before the transaction, so that without webhooks there is none; a webhook that comes or goes in between
   * was made, or removed, while the change was under way.
   */
  async function findTold(type: EventToDeliver['type']): Promise<readonly string[]> {
    const rows = await db
      .selectFrom('latchkey_webhooks')
      .select(['webhook_id', 'events'])
      .where('enabled', '=', 1)
      .orderBy('row_id')
      .execute();
    return rows.filter((row) => readEvents(row)?.some((wanted) => wanted === type) ?? true).map((row) => row.webhook_id);
  }

  return {
    async write(event, change, use) {
      const told = event === undefined ? [] : await findTold(event.type);
      if (use === undefined && told.length === 0) return change(db);
      const changed = await db.transaction().execute(async (transaction) => {
        if (use !== undefined && !(await holdOpenLink(transaction, use))) return undefined;
        const row = await change(transaction);
        if (row === undefined) return undefined;
        if (use !== undefined) await markLinkUsed(transaction, use, row.connection_id);
        if (event !== undefined) await insertFor(told, describeConnectionEvent(event, readConnectionRow(row)), transaction);
        return row;
      });
      if (changed !== undefined && told.length > 0) announce();
      return changed;
    },
    async insert(event) {
      const told = await findTold(event.type);
      if (told.length === 0) return;
      await insertFor(told, event, db);
      announce();
    },
    listen: (listener) => void listeners.push(listener),
    announce,
  };
}

async function insertFor(webhookIds: readonly string[], event: EventToDeliver, into: Kysely<SqlTables>): Promise<void> {
  if (webhookIds.length === 0) return;
  const rows = webhookIds.map((webhookId) => buildDeliveryRow({ ...event, webhookId }));
  await into.insertInto('latchkey_webhook_deliveries').values(rows).execute();
}

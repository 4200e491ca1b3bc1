import { isStorable } from '@latchkey/protocol';
import { Kysely } from 'kysely';
import { createUnderWay } from '../core/under-way.ts';
import { connectError } from '../errors.ts';
import { createSqlAuthorizations } from './sql-authorizations.ts';
import { buildConnectSessionRow, readConnectSessionRow } from './connect-session-row.ts';
import { buildConnectionRow, buildConnectionUpdate, readConnectionRow } from './connection-row.ts';
import { createConnectionByKey } from './sql-connection-by-key.ts';
import { createSqlConnectionLists } from './sql-connection-lists.ts';
import { createSqlConsole } from './sql-console.ts';
import { createSqlCounts } from './sql-counts.ts';
import { migrateSchema } from './migrate-schema.ts';
import type { SqlEngine } from './sql-engine.ts';
import { createSqlIntegrations } from './sql-integrations.ts';
import { createSqlLeases } from './sql-leases.ts';
import { createSqlOutbox } from './sql-outbox.ts';
import { createSqlRequestLog } from './sql-request-log.ts';
import { createSqlSealed } from './sql-sealed.ts';
import { deleteSearched, insertSearched, updateSearched } from './sql-search.ts';
import { createSqlSecretKeys } from './sql-secret-keys.ts';
import { createSqlShareLinks } from './sql-share-links.ts';
import type { SqlTables } from './sql-tables.ts';
import { createSqlWebhooks } from './sql-webhooks.ts';
import type { Store } from './store.ts';

const CONNECTIONS_OF_SESSION = 100;

/**
 * Creates a store on an SQL database.
 *
 * Each method is one statement, so that each is atomic and none holds a lock while it waits for something else; or, where a change is told to
 * webhooks or uses up a share link, a transaction of these.
 */
export function createSqlStore(engine: SqlEngine, clock: { now(): Date }): Store {
  const db = new Kysely<SqlTables>({ dialect: engine.dialect });
  const logDb = engine.logDialect === undefined ? db : new Kysely<SqlTables>({ dialect: engine.logDialect });
  const outbox = createSqlOutbox(db);
  const connectionByKey = createConnectionByKey(db, engine);
  const underWay = createUnderWay();
  let closing: Promise<void> | undefined;

  /** Runs one operation, explains how it failed, and lets `close` wait for it. */
  async function attempt<T>(operation: () => Promise<T>): Promise<T> {
    if (closing !== undefined) throw connectError('store_unavailable', { message: 'The store is closed.' });
    underWay.begin();
    try {
      return await operation();
    } catch (error) {
      throw engine.explain(error) ?? error;
    } finally {
      underWay.end();
    }
  }

  async function letGo(): Promise<void> {
    await underWay.settled();
    await logDb.destroy();
    await engine.closeLog?.();
    await db.destroy();
  }

  return {
    migrate: () => attempt(() => migrateSchema(db, engine)),

    check: () =>
      attempt(async () => {
        const now = clock.now().getTime();
        const { checked_at_ms } = await db
          .insertInto('latchkey_write_check')
          .values({ id: 1, checked_at_ms: now })
          .onConflict((conflict) => conflict.column('id').doUpdateSet({ checked_at_ms: now }))
          .returning('checked_at_ms')
          .executeTakeFirstOrThrow();
        if (checked_at_ms !== now) throw connectError('store_unavailable', { message: 'The database did not keep what was written.' });
      }),

    insertConnectSession: (session) =>
      attempt(async () => {
        await db.insertInto('latchkey_connect_sessions').values(buildConnectSessionRow(session)).execute();
      }),

    findConnectSession: (tokenHash) =>
      attempt(async () => {
        const row = await db.selectFrom('latchkey_connect_sessions').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
        return row && readConnectSessionRow(row);
      }),

    deleteConnectSession: (sessionId) =>
      attempt(async () => {
        const { numDeletedRows } = await db
          .deleteFrom('latchkey_connect_sessions')
          .where('session_id', '=', sessionId)
          .executeTakeFirstOrThrow();
        return numDeletedRows > 0n;
      }),

    deleteConnectSessionsExpiredBefore: (moment) =>
      attempt(async () => {
        const { numDeletedRows } = await db
          .deleteFrom('latchkey_connect_sessions')
          .where('expires_at_ms', '<', moment.getTime())
          .executeTakeFirstOrThrow();
        return Number(numDeletedRows);
      }),

    insertConnection: (connection, event, use) =>
      attempt(async () => {
        const row = await outbox.write(
          event,
          (open) =>
            insertSearched(open, (transaction) =>
              transaction
                .insertInto('latchkey_connections')
                .values(buildConnectionRow(connection))
                .onConflict((conflict) => conflict.doNothing())
                .returningAll()
                .executeTakeFirst(),
            ),
          use,
        );
        return row && readConnectionRow(row);
      }),

    findConnectionOfSession: (sessionId, integrationId, identity) =>
      attempt(async () => {
        const row = await db
          .selectFrom('latchkey_connections')
          .selectAll()
          .where('session_id', '=', sessionId)
          .where('integration_id', '=', integrationId)
          .where('identity', '=', identity)
          .executeTakeFirst();
        return row && readConnectionRow(row);
      }),

    listConnectionsOfSession: (sessionId) =>
      attempt(async () => {
        const rows = await db
          .selectFrom('latchkey_connections')
          .selectAll()
          .where('session_id', '=', sessionId)
          .orderBy('row_id')
          .limit(CONNECTIONS_OF_SESSION)
          .execute();
        return rows.map(readConnectionRow);
      }),

    findConnection: (integrationId, connectionId) => attempt(() => connectionByKey(integrationId, connectionId)),

    hasConnectionToOrganization: (providerOrganizationId, { endUserId, endUserOrganizationId }) =>
      attempt(async () => {
        const row = await db
          .selectFrom('latchkey_connections')
          .select('row_id')
          .where('environment_organization_id', '=', providerOrganizationId)
          .where((eb) =>
            eb.or([
              ...(endUserId === undefined ? [] : [eb('end_user_id', '=', endUserId)]),
              ...(endUserOrganizationId === undefined ? [] : [eb('organization_id', '=', endUserOrganizationId)]),
            ]),
          )
          .limit(1)
          .executeTakeFirst();
        return row !== undefined;
      }),

    updateConnection: (rowId, version, change, now, event, use) =>
      attempt(async () => {
        const row = await outbox.write(
          event,
          (open) =>
            updateSearched(open, change, (transaction) =>
              transaction
                .updateTable('latchkey_connections')
                .set({ ...buildConnectionUpdate(change), version: version + 1, updated_at_ms: now.getTime() })
                .where('row_id', '=', rowId)
                .where('version', '=', version)
                .returningAll()
                .executeTakeFirst(),
            ),
          use,
        );
        return row && readConnectionRow(row);
      }),

    ...createSqlConnectionLists({ db, walkDb: logDb }, engine, attempt),
    ...createSqlLeases(db, attempt, outbox),
    ...createSqlIntegrations(db, attempt),
    ...createSqlSecretKeys(db, attempt),
    ...createSqlShareLinks(db, attempt),
    ...createSqlConsole(db, attempt),
    ...createSqlCounts(logDb, attempt),
    ...createSqlSealed(db, attempt),
    ...createSqlAuthorizations(db, attempt),
    ...createSqlRequestLog(logDb, engine, attempt),
    ...createSqlWebhooks(db, attempt, outbox),

    deleteConnection: (integrationId, connectionId, event) =>
      attempt(async () => {
        if (!isStorable(connectionId)) return false;
        const row = await outbox.write(event, (open) =>
          deleteSearched(open, (transaction) =>
            transaction
              .deleteFrom('latchkey_connections')
              .where('integration_id', '=', integrationId)
              .where('connection_id', '=', connectionId)
              .returningAll()
              .executeTakeFirst(),
          ),
        );
        return row !== undefined;
      }),

    close() {
      return (closing ??= letGo());
    },
  };
}

import { isStorable } from '@latchkey/protocol';
import { Kysely, type Expression, type ExpressionBuilder, type Selectable, type SqlBool } from 'kysely';
import { connectError } from '../errors.ts';
import { createSqlAuthorizations } from './sql-authorizations.ts';
import { buildConnectSessionRow, readConnectSessionRow } from './connect-session-row.ts';
import { buildConnectionRow, buildConnectionUpdate, readConnectionRow } from './connection-row.ts';
import { createSqlConsole } from './sql-console.ts';
import { createSqlCounts } from './sql-counts.ts';
import { foldCase } from './fold-case.ts';
import { migrateSchema } from './migrate-schema.ts';
import type { SqlEngine } from './sql-engine.ts';
import { createSqlIntegrations } from './sql-integrations.ts';
import { createSqlLeases } from './sql-leases.ts';
import { createSqlOutbox } from './sql-outbox.ts';
import { createSqlRequestLog } from './sql-request-log.ts';
import { createSqlSecretKeys } from './sql-secret-keys.ts';
import type { ConnectionTable, SqlTables } from './sql-tables.ts';
import { createSqlWebhooks } from './sql-webhooks.ts';
import type { ConnectionFilter, Store } from './store.ts';

const HIGHEST_LIMIT = 1_000;
const CONNECTIONS_OF_SESSION = 100;

/**
 * Creates a store on an SQL database.
 *
 * Each method is one statement, so that each is atomic and none holds a lock while it waits for something else; or, where a change is told to
 * webhooks, a transaction of the two.
 */
export function createSqlStore(engine: SqlEngine, clock: { now(): Date }): Store {
  const db = new Kysely<SqlTables>({ dialect: engine.dialect });
  const logDb = engine.logDialect === undefined ? db : new Kysely<SqlTables>({ dialect: engine.logDialect });
  const outbox = createSqlOutbox(db);
  // Every call through the proxy makes this one, so it is put together once.
  const connectionByKey = db
    .selectFrom('latchkey_connections')
    .selectAll()
    .where('integration_id', '=', '')
    .where('connection_id', '=', '')
    .compile();
  const underWay = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;

  /** Runs one operation, explains how it failed, and lets `close` wait for it. */
  async function attempt<T>(operation: () => Promise<T>): Promise<T> {
    if (closing !== undefined) throw connectError('store_unavailable', { message: 'The store is closed.' });
    const running = operation();
    underWay.add(running);
    try {
      return await running;
    } catch (error) {
      throw engine.explain(error) ?? error;
    } finally {
      underWay.delete(running);
    }
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

    insertConnection: (connection, event) =>
      attempt(async () => {
        const row = await outbox.write(event, (open) =>
          open
            .insertInto('latchkey_connections')
            .values(buildConnectionRow(connection))
            .onConflict((conflict) => conflict.doNothing())
            .returningAll()
            .executeTakeFirst(),
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

    findConnection: (integrationId, connectionId) =>
      attempt(async () => {
        if (!isStorable(connectionId)) return undefined;
        const { rows } = await db.executeQuery<Selectable<ConnectionTable>>({
          ...connectionByKey,
          parameters: [integrationId, connectionId],
        });
        return rows[0] && readConnectionRow(rows[0]);
      }),

    listConnections: (filter, { limit, beforeRowId, offset = 0 }) =>
      attempt(async () => {
        if (!Number.isInteger(limit) || limit < 1 || limit > HIGHEST_LIMIT) {
          throw new RangeError(`"limit" must be a whole number from 1 to ${HIGHEST_LIMIT}.`);
        }
        const rows = await db
          .selectFrom('latchkey_connections')
          .selectAll()
          .where((eb) => eb.and(buildConditions(eb, engine, filter)))
          .$if(beforeRowId !== undefined, (query) => query.where('row_id', '<', beforeRowId ?? 0))
          .orderBy('row_id', 'desc')
          .limit(limit)
          .offset(offset)
          .execute();
        return rows.map(readConnectionRow);
      }),

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

    updateConnection: (rowId, version, change, now, event) =>
      attempt(async () => {
        const row = await outbox.write(event, (open) =>
          open
            .updateTable('latchkey_connections')
            .set({ ...buildConnectionUpdate(change), version: version + 1, updated_at_ms: now.getTime() })
            .where('row_id', '=', rowId)
            .where('version', '=', version)
            .returningAll()
            .executeTakeFirst(),
        );
        return row && readConnectionRow(row);
      }),

    ...createSqlLeases(db, attempt, outbox),
    ...createSqlIntegrations(db, attempt),
    ...createSqlSecretKeys(db, attempt),
    ...createSqlConsole(db, attempt),
    ...createSqlCounts(logDb, attempt),
    ...createSqlAuthorizations(db, attempt),
    ...createSqlRequestLog(logDb, engine, attempt),
    ...createSqlWebhooks(db, attempt, outbox),

    deleteConnection: (integrationId, connectionId, event) =>
      attempt(async () => {
        if (!isStorable(connectionId)) return false;
        const row = await outbox.write(event, (open) =>
          open
            .deleteFrom('latchkey_connections')
            .where('integration_id', '=', integrationId)
            .where('connection_id', '=', connectionId)
            .returningAll()
            .executeTakeFirst(),
        );
        return row !== undefined;
      }),

    close() {
      closing ??= Promise.allSettled(underWay).then(async () => {
        await logDb.destroy();
        await db.destroy();
      });
      return closing;
    },
  };
}

function buildConditions(
  eb: ExpressionBuilder<SqlTables, 'latchkey_connections'>,
  engine: SqlEngine,
  { connectionId, integrationIds, endUserId, endUserOrganizationId, tags, search }: ConnectionFilter,
): Expression<SqlBool>[] {
  const conditions: Expression<SqlBool>[] = [];
  if (connectionId !== undefined) conditions.push(eb('connection_id', '=', connectionId));
  if (integrationIds !== undefined) {
    // `in ()` is no SQL in PostgreSQL.
    conditions.push(integrationIds.length === 0 ? eb.lit(false) : eb('integration_id', 'in', integrationIds));
  }
  if (endUserId !== undefined) conditions.push(eb('end_user_id', '=', endUserId));
  if (endUserOrganizationId !== undefined) conditions.push(eb('organization_id', '=', endUserOrganizationId));
  if (tags !== undefined) conditions.push(engine.hasEntries(eb.ref('tags'), tags));
  if (search !== undefined) {
    const text = foldCase(search);
    conditions.push(
      eb.or([
        engine.contains(eb.ref('search_connection'), text),
        engine.contains(eb.ref('search_end_user'), text),
        engine.contains(eb.ref('search_environment'), text),
      ]),
    );
  }
  return conditions;
}

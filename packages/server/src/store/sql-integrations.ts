import { isStorable } from '@latchkey/protocol';
import { sql, type Insertable, type Kysely, type Selectable, type Updateable } from 'kysely';
import type { IntegrationChange, IntegrationRecord, IntegrationStore, StoredIntegration } from './integration-store.ts';
import type { IntegrationTable } from './sql-integration-tables.ts';
import type { SqlTables } from './sql-tables.ts';

/**
 * Keeps an integration from being deleted or renamed by others until the transaction ends, and waits for those who do it now. What is looked at after
 * that is as they left it.
 *
 * @returns Whether it is there.
 */
async function lock(db: Kysely<SqlTables>, integrationId: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('latchkey_integrations')
    .set((eb) => ({ version: eb.ref('version') }))
    .where('integration_id', '=', integrationId)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Creates the part of a store that keeps integrations. */
export function createSqlIntegrations(db: Kysely<SqlTables>, attempt: <T>(operation: () => Promise<T>) => Promise<T>): IntegrationStore {
  return {
    insertIntegration: (integration) =>
      attempt(async () => {
        const values = buildRow(integration);
        const columns = Object.keys(values).map((name) => sql.ref(name));
        // Values that are selected can depend on a condition, in the same statement.
        const { rows } = await sql<Selectable<IntegrationTable>>`
          insert into latchkey_integrations (${sql.join(columns)})
          select ${sql.join(Object.values(values))}
          where not exists (
            select 1 from latchkey_connections
            where integration_id = ${integration.integrationId} and provider <> ${integration.provider}
          )
          on conflict do nothing
          returning *`.execute(db);
        return rows[0] && readRow(rows[0]);
      }),

    findIntegration: (integrationId) =>
      attempt(async () => {
        if (!isStorable(integrationId)) return undefined;
        const row = await db.selectFrom('latchkey_integrations').selectAll().where('integration_id', '=', integrationId).executeTakeFirst();
        return row && readRow(row);
      }),

    listIntegrations: () =>
      attempt(async () => (await db.selectFrom('latchkey_integrations').selectAll().orderBy('row_id').execute()).map(readRow)),

    updateIntegration: (integrationId, version, change, now) =>
      attempt(async () => {
        const newId = change.integrationId ?? integrationId;
        return db.transaction().execute(async (open) => {
          if (!(await lock(open, integrationId))) return undefined;
          const row = await open
            .updateTable('latchkey_integrations')
            .set({ ...buildUpdate(change), version: version + 1, updated_at_ms: now.getTime() })
            .where('integration_id', '=', integrationId)
            .where('version', '=', version)
            .$if(newId !== integrationId, (query) =>
              query.where((eb) => {
                const connections = eb
                  .selectFrom('latchkey_connections')
                  .select('row_id')
                  .where('integration_id', 'in', [integrationId, newId]);
                const others = eb
                  .selectFrom('latchkey_integrations as other')
                  .select('other.row_id')
                  .where('other.integration_id', '=', newId);
                return eb.not(eb.or([eb.exists(connections), eb.exists(others)]));
              }),
            )
            .returningAll()
            .executeTakeFirst();
          return row && readRow(row);
        });
      }),

    holdsIntegration: (integrationId) => attempt(async () => isStorable(integrationId) && lock(db, integrationId)),

    deleteIntegration: (integrationId) =>
      attempt(async () => {
        if (!isStorable(integrationId)) return false;
        return db.transaction().execute(async (open) => {
          if (!(await lock(open, integrationId))) return false;
          const { numDeletedRows } = await open
            .deleteFrom('latchkey_integrations')
            .where('integration_id', '=', integrationId)
            .where((eb) => {
              const connections = eb.selectFrom('latchkey_connections').select('row_id').where('integration_id', '=', integrationId);
              return eb.not(eb.exists(connections));
            })
            .executeTakeFirstOrThrow();
          return numDeletedRows > 0n;
        });
      }),

    countConnections: (integrationId, atMost) =>
      attempt(async () => {
        const rows = await db
          .selectFrom('latchkey_connections')
          .select('row_id')
          .where('integration_id', '=', integrationId)
          .limit(atMost)
          .execute();
        return rows.length;
      }),
  };
}

function buildRow(integration: IntegrationRecord): Insertable<IntegrationTable> {
  return {
    version: 1,
    integration_id: integration.integrationId,
    provider: integration.provider,
    display_name: integration.displayName,
    sealed_client: integration.sealedClient ?? null,
    scopes: JSON.stringify(integration.scopes),
    created_at_ms: integration.createdAt.getTime(),
    updated_at_ms: integration.updatedAt.getTime(),
  };
}

function buildUpdate(change: IntegrationChange): Updateable<IntegrationTable> {
  const { integrationId, displayName, scopes } = change;
  return {
    ...(integrationId !== undefined && { integration_id: integrationId }),
    ...(displayName !== undefined && { display_name: displayName }),
    ...(scopes !== undefined && { scopes: JSON.stringify(scopes) }),
    ...('sealedClient' in change && { sealed_client: change.sealedClient ?? null }),
  };
}

function readRow(row: Selectable<IntegrationTable>): StoredIntegration {
  return {
    version: row.version,
    integrationId: row.integration_id,
    provider: row.provider,
    displayName: row.display_name,
    sealedClient: row.sealed_client ?? undefined,
    scopes: JSON.parse(row.scopes),
    createdAt: new Date(row.created_at_ms),
    updatedAt: new Date(row.updated_at_ms),
  };
}

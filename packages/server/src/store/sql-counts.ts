import { sql, type Kysely } from 'kysely';
import type { CountStore } from './count-store.ts';
import type { SqlTables } from './sql-tables.ts';

/**
 * Creates the part of a store that counts what the console shows.
 *
 * @param db Where the request log is kept: in SQLite that is another thread, so that counting a million rows holds nobody up.
 */
export function createSqlCounts(db: Kysely<SqlTables>, attempt: <T>(operation: () => Promise<T>) => Promise<T>): CountStore {
  return {
    countAllConnections: () =>
      attempt(async () => {
        const columns = ['integration_id', 'status', 'environment_region', 'credential_key_id', 'token_set_key_id'] as const;
        const rows = await db
          .selectFrom('latchkey_connections')
          .select(columns)
          .select(({ fn }) => fn.countAll<number>().as('connections'))
          .groupBy(columns)
          .orderBy('integration_id')
          .execute();
        return rows.map((row) => ({
          integrationId: row.integration_id,
          status: row.status,
          region: row.environment_region ?? undefined,
          credentialKeyId: row.credential_key_id ?? '',
          tokenSetKeyId: row.token_set_key_id ?? '',
          count: row.connections,
        }));
      }),

    countOperations: ({ from, to, stepMs }) =>
      attempt(async () => {
        const first = Math.floor(from.getTime() / stepMs);
        const rows = await db
          .selectFrom('latchkey_operation_counts')
          // Both databases cut integers off when they divide them.
          .select(['failed', 'duration_class', sql<number>`started_at_ms / ${sql.lit(stepMs)}`.as('step')])
          .select(({ fn }) => fn.sum<number | string>('operations').as('operations'))
          .where('started_at_ms', '>=', first * stepMs)
          .where('started_at_ms', '<', to.getTime())
          .groupBy(['step', 'failed', 'duration_class'])
          .orderBy('step')
          .orderBy('duration_class')
          .execute();
        return rows.map((row) => ({
          startedAt: new Date(row.step * stepMs),
          failed: row.failed === 1,
          durationClass: row.duration_class,
          // A sum of whole numbers is a `numeric` in PostgreSQL, which comes as text.
          count: Number(row.operations),
        }));
      }),
  };
}

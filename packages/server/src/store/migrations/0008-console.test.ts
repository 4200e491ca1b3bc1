import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { afterEach, expect, test } from 'vitest';
import { makeBareConnection } from '../../testing/make-connection.ts';
import { generateEncryptionKey } from '../../vault/encryption-key.ts';
import { createVault } from '../../vault/vault.ts';
import { buildConnectionRow } from '../connection-row.ts';
import type { SqlTables } from '../sql-tables.ts';
import { createSqliteEngine } from '../sqlite/sqlite-engine.ts';
import { listMigrations } from './migrations.ts';

let db: Kysely<SqlTables>;
afterEach(() => db.destroy());

test('What was there before the console came is counted like what comes after: by region, and by the keys that sealed it.', async () => {
  const engine = createSqliteEngine({ open: () => new DatabaseSync(':memory:'), lockTimeoutMs: 1000 });
  db = new Kysely<SqlTables>({ dialect: engine.dialect });
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(listMigrations(engine.columns)) } });
  expect((await migrator.migrateTo('0007-webhooks')).error).toBeUndefined();

  const [one, other] = [createVault([generateEncryptionKey()]), createVault([generateEncryptionKey()])];
  const environment = { id: 'e', name: 'Production', type: 'PRODUCTION', region: 'EU', organizationId: undefined };
  const rows = await Promise.all(
    Array.from({ length: 1005 }, async (_, index) => {
      const connection = makeBareConnection({ connectionId: `c${index}`, environment: index === 0 ? undefined : environment });
      const sealedCredential = await one.seal('credential', connection.connectionId, { values: {} });
      const sealedTokenSet = await (index % 2 ? one : other).seal('token_set', connection.connectionId, {});
      return buildConnectionRow({ ...connection, sealedCredential, sealedTokenSet });
    }),
  );
  const tables = await db.introspection.getTables();
  const columns = new Set(tables.find(({ name }) => name === 'latchkey_connections')?.columns.map(({ name }) => name));
  for (const row of rows) {
    const known = Object.fromEntries(Object.entries(row).filter(([name]) => columns.has(name)));
    // A column that a later version needs no more.
    const values = { ...known, search_connection: '' } as never;
    await db.insertInto('latchkey_connections').values(values).execute();
  }

  expect((await migrator.migrateTo('0008-console')).error).toBeUndefined();
  const counted = await db
    .selectFrom('latchkey_connections')
    .select(['environment_region', 'credential_key_id', 'token_set_key_id', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy(['environment_region', 'credential_key_id', 'token_set_key_id'])
    .execute();
  const [mine, theirs] = [one.currentKeyId, other.currentKeyId];
  expect(new Set(counted)).toEqual(
    new Set([
      { environment_region: null, credential_key_id: mine, token_set_key_id: theirs, count: 1 },
      { environment_region: 'EU', credential_key_id: mine, token_set_key_id: theirs, count: 502 },
      { environment_region: 'EU', credential_key_id: mine, token_set_key_id: mine, count: 502 },
    ]),
  );
});

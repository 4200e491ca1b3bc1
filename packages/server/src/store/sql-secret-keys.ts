import { isStorable } from '@latchkey/protocol';
import type { Kysely, Selectable } from 'kysely';
import type { SecretKey } from '../core/secret-key.ts';
import type { SecretKeyStore } from './secret-key-store.ts';
import type { SecretKeyTable } from './sql-secret-key-tables.ts';
import type { SqlTables } from './sql-tables.ts';

/** Creates the part of a store that keeps secret keys. Each method is one statement. */
export function createSqlSecretKeys(db: Kysely<SqlTables>, attempt: <T>(operation: () => Promise<T>) => Promise<T>): SecretKeyStore {
  return {
    insertSecretKey: (key) =>
      attempt(async () => {
        await db
          .insertInto('latchkey_secret_keys')
          .values({
            key_id: key.keyId,
            name: key.name,
            key_hash: key.keyHash,
            hint: key.hint,
            scopes: JSON.stringify(key.scopes),
            created_at_ms: key.createdAt.getTime(),
            expires_at_ms: key.expiresAt?.getTime() ?? null,
            last_used_at_ms: key.lastUsedAt?.getTime() ?? null,
          })
          .execute();
      }),

    findSecretKey: (keyHash) =>
      attempt(async () => {
        const row = await db.selectFrom('latchkey_secret_keys').selectAll().where('key_hash', '=', keyHash).executeTakeFirst();
        return row && readRow(row);
      }),

    listSecretKeys: () =>
      attempt(async () => (await db.selectFrom('latchkey_secret_keys').selectAll().orderBy('row_id').execute()).map(readRow)),

    noteSecretKeyUse: (keyId, usedAt, since) =>
      attempt(async () => {
        await db
          .updateTable('latchkey_secret_keys')
          .set({ last_used_at_ms: usedAt.getTime() })
          .where('key_id', '=', keyId)
          .where((eb) => eb.or([eb('last_used_at_ms', 'is', null), eb('last_used_at_ms', '<=', since.getTime())]))
          .execute();
      }),

    deleteSecretKey: (keyId) =>
      attempt(async () => {
        if (!isStorable(keyId)) return false;
        const { numDeletedRows } = await db.deleteFrom('latchkey_secret_keys').where('key_id', '=', keyId).executeTakeFirstOrThrow();
        return numDeletedRows > 0n;
      }),
  };
}

function readRow(row: Selectable<SecretKeyTable>): SecretKey {
  return {
    keyId: row.key_id,
    name: row.name,
    keyHash: row.key_hash,
    hint: row.hint,
    scopes: JSON.parse(row.scopes),
    createdAt: new Date(row.created_at_ms),
    expiresAt: row.expires_at_ms === null ? undefined : new Date(row.expires_at_ms),
    lastUsedAt: row.last_used_at_ms === null ? undefined : new Date(row.last_used_at_ms),
  };
}

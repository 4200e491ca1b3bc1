import { sql, type Kysely, type Selectable, type SqlBool } from 'kysely';
import type { SessionDefaults } from '../core/connect-session.ts';
import { buildSealedCredential, buildSealedTokenSet } from './connection-row.ts';
import type { KeyRotation, Resealed, SealedStore, SealedValue } from './sealed-store.ts';
import type { KeyRotationTable } from './sql-console-tables.ts';
import type { SqlTables } from './sql-tables.ts';

const LOOKED_AT = 1000;

/** Creates the part of a store that finds what is sealed, and lets it be sealed anew. */
export function createSqlSealed(db: Kysely<SqlTables>, attempt: <T>(operation: () => Promise<T>) => Promise<T>): SealedStore {
  return {
    listSealedConnections: (keyId, afterRowId) =>
      attempt(async () => {
        const rows = await db
          .selectFrom('latchkey_connections')
          .select(['row_id', 'credential_key_id', 'token_set_key_id'])
          .where('row_id', '>', afterRowId)
          .orderBy('row_id')
          .limit(LOOKED_AT)
          .execute();
        const others = rows.filter((row) => row.credential_key_id !== keyId || row.token_set_key_id !== keyId).map((row) => row.row_id);
        const next = rows.length < LOOKED_AT ? undefined : rows.at(-1)?.row_id;
        if (others.length === 0) return { values: [], next };
        const sealed = await db
          .selectFrom('latchkey_connections')
          .select(['row_id', 'connection_id', 'sealed_credential', 'credential_key_id', 'sealed_token_set', 'token_set_key_id'])
          .where('row_id', 'in', others)
          .orderBy('row_id')
          .execute();
        const values = sealed.flatMap((row): SealedValue[] => {
          const { connection_id: ownerId, row_id: rowId } = row;
          const values: SealedValue[] = [];
          if (row.credential_key_id !== keyId) values.push({ purpose: 'credential', ownerId, rowId, sealed: row.sealed_credential });
          if (row.token_set_key_id !== keyId) values.push({ purpose: 'token_set', ownerId, rowId, sealed: row.sealed_token_set });
          return values;
        });
        return { values, next };
      }),

    listSealedElsewhere: (now) =>
      attempt(async () => {
        const integrations = await db
          .selectFrom('latchkey_integrations')
          .select(['integration_id', 'sealed_client'])
          .where('sealed_client', 'is not', null)
          .execute();
        const webhooks = await db.selectFrom('latchkey_webhooks').select(['webhook_id', 'sealed_secrets']).execute();
        const attempts = await db
          .selectFrom('latchkey_authorizations')
          .select(['authorization_id', 'sealed_secrets'])
          .where('sealed_secrets', 'is not', null)
          .where('expires_at_ms', '>', now.getTime())
          .execute();
        const sessions = await db
          .selectFrom('latchkey_connect_sessions')
          .select(['session_id', 'defaults'])
          .where('defaults', 'like', '%"sealedClient"%')
          .where('expires_at_ms', '>', now.getTime())
          .execute();
        return [
          ...integrations.flatMap((row) => list('integration_client', row.integration_id, row.sealed_client)),
          ...webhooks.flatMap((row) => list('webhook_secrets', row.webhook_id, row.sealed_secrets)),
          ...attempts.flatMap((row) => list('authorization', row.authorization_id, row.sealed_secrets)),
          ...sessions.flatMap((row) =>
            readDefaults(row.defaults).flatMap(({ sealedClient }) => list('session_client', row.session_id, sealedClient)),
          ),
        ];
      }),

    replaceSealed: (values) =>
      attempt(() =>
        db.transaction().execute(async (transaction) => {
          let replaced = 0;
          for (const one of values) {
            const { numUpdatedRows } = await buildReplacement(transaction, one).executeTakeFirstOrThrow();
            replaced += Number(numUpdatedRows);
          }
          return replaced;
        }),
      ),

    findKeyRotation: (keyId) =>
      attempt(async () => {
        const row = await db.selectFrom('latchkey_key_rotations').selectAll().where('key_id', '=', keyId).executeTakeFirst();
        return row && readRotation(row);
      }),

    claimKeyRotation: ({ keyId, owner, total, expiresAt, now }) =>
      attempt(async () => {
        const begun = { state: 'running', owner, lease_expires_at_ms: expiresAt.getTime() } as const;
        const row = await db
          .insertInto('latchkey_key_rotations')
          .values({ ...begun, key_id: keyId, after_row_id: 0, done: 0, total, started_at_ms: now.getTime() })
          .onConflict((conflict) =>
            conflict
              .column('key_id')
              .doUpdateSet({
                ...begun,
                after_row_id: ifDone(0, 'after_row_id'),
                done: ifDone(0, 'done'),
                total: ifDone(total, 'total'),
                started_at_ms: ifDone(now.getTime(), 'started_at_ms'),
              })
              .where((eb) =>
                eb.or([
                  eb('latchkey_key_rotations.state', '=', 'done'),
                  eb('latchkey_key_rotations.lease_expires_at_ms', '<=', now.getTime()),
                ]),
              ),
          )
          .returningAll()
          .executeTakeFirst();
        return row && readRotation(row);
      }),

    saveKeyRotation: (keyId, owner, { state, leaseExpiresAt, afterRowId, done }) =>
      attempt(async () => {
        const { numUpdatedRows } = await db
          .updateTable('latchkey_key_rotations')
          .set({ state, lease_expires_at_ms: leaseExpiresAt.getTime(), after_row_id: afterRowId, done })
          .where('key_id', '=', keyId)
          .where('owner', '=', owner)
          .where('state', '=', 'running')
          .executeTakeFirstOrThrow();
        return numUpdatedRows > 0n;
      }),
  };
}

function buildReplacement(db: Kysely<SqlTables>, { value, sealed }: Resealed) {
  const { purpose, ownerId, sealed: former, rowId = 0 } = value;
  switch (purpose) {
    case 'credential':
      return db
        .updateTable('latchkey_connections')
        .set(buildSealedCredential(sealed))
        .where('row_id', '=', rowId)
        .where('sealed_credential', '=', former);
    case 'token_set':
      return db
        .updateTable('latchkey_connections')
        .set(buildSealedTokenSet(sealed))
        .where('row_id', '=', rowId)
        .where('sealed_token_set', '=', former);
    case 'integration_client':
      return db
        .updateTable('latchkey_integrations')
        .set({ sealed_client: sealed })
        .where('integration_id', '=', ownerId)
        .where('sealed_client', '=', former);
    case 'webhook_secrets':
      return db
        .updateTable('latchkey_webhooks')
        .set({ sealed_secrets: sealed })
        .where('webhook_id', '=', ownerId)
        .where('sealed_secrets', '=', former);
    case 'authorization':
      return db
        .updateTable('latchkey_authorizations')
        .set({ sealed_secrets: sealed })
        .where('authorization_id', '=', ownerId)
        .where('sealed_secrets', '=', former);
    default:
      // It stands in a document of several, and is written there as it is: a compact JWE holds no character that JSON escapes.
      return db
        .updateTable('latchkey_connect_sessions')
        .set({ defaults: sql<string>`replace(defaults, ${former}, ${sealed})` })
        .where('session_id', '=', ownerId)
        .where(sql<SqlBool>`replace(defaults, ${former}, '') <> defaults`);
  }
}

/** Begins anew what was done; else the column stays. What stands on the right is the row as it was before. */
function ifDone(value: number, column: 'after_row_id' | 'done' | 'total' | 'started_at_ms') {
  const before = sql.ref<number>(`latchkey_key_rotations.${column}`);
  return sql<number>`case when latchkey_key_rotations.state = 'done' then ${value} else ${before} end`;
}

function list(purpose: SealedValue['purpose'], ownerId: string, sealed: string | null | undefined): readonly SealedValue[] {
  return typeof sealed === 'string' ? [{ purpose, ownerId, sealed, rowId: undefined }] : [];
}

function readDefaults(text: string | null): readonly SessionDefaults[] {
  const defaults: Readonly<Record<string, SessionDefaults>> = text === null ? {} : JSON.parse(text);
  return Object.values(defaults);
}

function readRotation(row: Selectable<KeyRotationTable>): KeyRotation {
  return {
    keyId: row.key_id,
    state: row.state,
    leaseExpiresAt: new Date(row.lease_expires_at_ms),
    afterRowId: row.after_row_id,
    done: row.done,
    total: row.total,
  };
}

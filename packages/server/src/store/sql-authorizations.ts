import { isStorable } from '@latchkey/protocol';
import type { Kysely } from 'kysely';
import type { AuthorizationStore } from './authorization-store.ts';
import { buildAuthorizationRow, readAuthorizationRow } from './authorization-row.ts';
import type { SqlTables } from './sql-tables.ts';

/** Creates the part of a store that keeps attempts to sign in. Each method is one statement. */
export function createSqlAuthorizations(
  db: Kysely<SqlTables>,
  attempt: <T>(operation: () => Promise<T>) => Promise<T>,
): AuthorizationStore {
  return {
    insertAuthorization: (authorization) =>
      attempt(async () => {
        await db.insertInto('latchkey_authorizations').values(buildAuthorizationRow(authorization)).execute();
      }),

    findAuthorization: (authorizationId) =>
      attempt(async () => {
        if (!isStorable(authorizationId)) return undefined;
        const query = db.selectFrom('latchkey_authorizations').selectAll().where('authorization_id', '=', authorizationId);
        const row = await query.executeTakeFirst();
        return row && readAuthorizationRow(row);
      }),

    findAuthorizationByState: (stateHash) =>
      attempt(async () => {
        const row = await db.selectFrom('latchkey_authorizations').selectAll().where('state_hash', '=', stateHash).executeTakeFirst();
        return row && readAuthorizationRow(row);
      }),

    spendTicket: (ticketHash, { bindingHash, inPopup }, now) =>
      attempt(async () => {
        const row = await db
          .updateTable('latchkey_authorizations')
          .set({ binding_hash: bindingHash, in_popup: inPopup ? 1 : 0 })
          .where('ticket_hash', '=', ticketHash)
          .where('binding_hash', 'is', null)
          .where('outcome', 'is', null)
          .where('expires_at_ms', '>', now.getTime())
          .returningAll()
          .executeTakeFirst();
        return row && readAuthorizationRow(row);
      }),

    claimAuthorization: (authorizationId, now) =>
      attempt(async () => {
        const row = await db
          .updateTable('latchkey_authorizations')
          .set({ claimed_at_ms: now.getTime() })
          .where('authorization_id', '=', authorizationId)
          .where('binding_hash', 'is not', null)
          .where('claimed_at_ms', 'is', null)
          .where('outcome', 'is', null)
          .where('expires_at_ms', '>', now.getTime())
          .returningAll()
          .executeTakeFirst();
        return row && readAuthorizationRow(row);
      }),

    settleAuthorization: (authorizationId, outcome) =>
      attempt(async () => {
        const { numUpdatedRows } = await db
          .updateTable('latchkey_authorizations')
          .set({ outcome: JSON.stringify(outcome), sealed_secrets: null })
          .where('authorization_id', '=', authorizationId)
          .where('outcome', 'is', null)
          .executeTakeFirstOrThrow();
        return numUpdatedRows > 0n;
      }),

    deleteAuthorizationsExpiredBefore: (moment) =>
      attempt(async () => {
        const { numDeletedRows } = await db
          .deleteFrom('latchkey_authorizations')
          .where('expires_at_ms', '<', moment.getTime())
          .executeTakeFirstOrThrow();
        return Number(numDeletedRows);
      }),
  };
}

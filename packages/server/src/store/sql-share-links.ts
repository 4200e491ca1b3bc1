import { isStorable } from '@latchkey/protocol';
import type { Insertable, Kysely, Selectable } from 'kysely';
import type { ShareLink } from '../core/share-link.ts';
import type { LinkUse, ShareLinkStore, StoredShareLink } from './share-link-store.ts';
import type { ShareLinkTable } from './sql-share-link-tables.ts';
import type { SqlTables } from './sql-tables.ts';

/** Creates the part of a store that keeps share links. Each method is one statement. */
export function createSqlShareLinks(db: Kysely<SqlTables>, attempt: <T>(operation: () => Promise<T>) => Promise<T>): ShareLinkStore {
  return {
    insertShareLink: (link) =>
      attempt(async () => {
        await db.insertInto('latchkey_share_links').values(buildRow(link)).execute();
      }),

    findShareLinkByToken: (tokenHash) =>
      attempt(async () => {
        const row = await db.selectFrom('latchkey_share_links').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
        return row && readRow(row);
      }),

    findShareLink: (linkId) =>
      attempt(async () => {
        if (!isStorable(linkId)) return undefined;
        const row = await db.selectFrom('latchkey_share_links').selectAll().where('link_id', '=', linkId).executeTakeFirst();
        return row && readRow(row);
      }),

    listShareLinks: ({ limit, beforeRowId }) =>
      attempt(async () => {
        const rows = await db
          .selectFrom('latchkey_share_links')
          .selectAll()
          .$if(beforeRowId !== undefined, (query) => query.where('row_id', '<', beforeRowId ?? 0))
          .orderBy('row_id', 'desc')
          .limit(limit)
          .execute();
        return rows.map(readRow);
      }),

    noteShareLinkOpened: (linkId, at) =>
      attempt(async () => {
        await db
          .updateTable('latchkey_share_links')
          .set({ opened_at_ms: at.getTime() })
          .where('link_id', '=', linkId)
          .where('opened_at_ms', 'is', null)
          .execute();
      }),

    revokeShareLink: (linkId, at) =>
      attempt(async () => {
        if (!isStorable(linkId)) return false;
        const { numUpdatedRows } = await db
          .updateTable('latchkey_share_links')
          .set({ revoked_at_ms: at.getTime() })
          .where('link_id', '=', linkId)
          .where('used_at_ms', 'is', null)
          .where('revoked_at_ms', 'is', null)
          .executeTakeFirstOrThrow();
        return numUpdatedRows > 0n;
      }),

    deleteShareLinksExpiredBefore: (moment) =>
      attempt(async () => {
        const { numDeletedRows } = await db
          .deleteFrom('latchkey_share_links')
          .where('expires_at_ms', '<', moment.getTime())
          .executeTakeFirstOrThrow();
        return Number(numDeletedRows);
      }),
  };
}

/**
 * Makes sure that a link is open, and stays so until the transaction ends: whoever else wants to use or revoke it waits.
 *
 * @returns Whether it is open.
 */
export async function holdOpenLink(transaction: Kysely<SqlTables>, { linkId, at }: LinkUse): Promise<boolean> {
  // An update, because a row that is only read is held by nobody.
  const { numUpdatedRows } = await transaction
    .updateTable('latchkey_share_links')
    .set({ link_id: linkId })
    .where('link_id', '=', linkId)
    .where('used_at_ms', 'is', null)
    .where('revoked_at_ms', 'is', null)
    .where('expires_at_ms', '>', at.getTime())
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Marks a link that is held as used. */
export async function markLinkUsed(transaction: Kysely<SqlTables>, { linkId, at }: LinkUse, connectionId: string): Promise<void> {
  await transaction
    .updateTable('latchkey_share_links')
    .set({ used_at_ms: at.getTime(), connection_id: connectionId })
    .where('link_id', '=', linkId)
    .execute();
}

function buildRow(link: ShareLink): Insertable<ShareLinkTable> {
  return {
    link_id: link.linkId,
    token_hash: link.tokenHash,
    integration_id: link.integrationId,
    reconnects: link.reconnects ? 1 : 0,
    connection_id: link.connectionId ?? null,
    end_user: writeJson(link.endUser),
    organization: writeJson(link.organization),
    tags: writeJson(link.tags),
    note: link.note ?? null,
    created_at_ms: link.createdAt.getTime(),
    expires_at_ms: link.expiresAt.getTime(),
    opened_at_ms: link.openedAt?.getTime() ?? null,
    used_at_ms: link.usedAt?.getTime() ?? null,
    revoked_at_ms: link.revokedAt?.getTime() ?? null,
  };
}

function readRow(row: Selectable<ShareLinkTable>): StoredShareLink {
  return {
    rowId: row.row_id,
    linkId: row.link_id,
    tokenHash: row.token_hash,
    integrationId: row.integration_id,
    reconnects: row.reconnects === 1,
    connectionId: row.connection_id ?? undefined,
    endUser: row.end_user === null ? undefined : JSON.parse(row.end_user),
    organization: row.organization === null ? undefined : JSON.parse(row.organization),
    tags: row.tags === null ? undefined : JSON.parse(row.tags),
    note: row.note ?? undefined,
    createdAt: new Date(row.created_at_ms),
    expiresAt: new Date(row.expires_at_ms),
    openedAt: readMoment(row.opened_at_ms),
    usedAt: readMoment(row.used_at_ms),
    revokedAt: readMoment(row.revoked_at_ms),
  };
}

function writeJson(value: object | undefined): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

function readMoment(ms: number | null): Date | undefined {
  return ms === null ? undefined : new Date(ms);
}

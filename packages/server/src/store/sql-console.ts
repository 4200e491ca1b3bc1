import type { Insertable, Kysely, Selectable } from 'kysely';
import type { AuditEntry } from '../core/audit.ts';
import type { ConsoleSession } from '../core/console-session.ts';
import type { ConsoleStore, StoredAuditEntry } from './console-store.ts';
import type { AuditTable, ConsoleSessionTable } from './sql-console-tables.ts';
import type { SqlTables } from './sql-tables.ts';

/** Creates the part of a store that keeps the console's sessions, and who did what. Each method is one statement. */
export function createSqlConsole(db: Kysely<SqlTables>, attempt: <T>(operation: () => Promise<T>) => Promise<T>): ConsoleStore {
  return {
    insertConsoleSession: (session) =>
      attempt(async () => {
        await db.insertInto('latchkey_console_sessions').values(buildSessionRow(session)).execute();
      }),

    findConsoleSession: (tokenHash) =>
      attempt(async () => {
        const row = await db.selectFrom('latchkey_console_sessions').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
        return row && readSessionRow(row);
      }),

    extendConsoleSession: (sessionId, expiresAt) =>
      attempt(async () => {
        await db
          .updateTable('latchkey_console_sessions')
          .set({ expires_at_ms: expiresAt.getTime() })
          .where('session_id', '=', sessionId)
          .where('expires_at_ms', '<', expiresAt.getTime())
          .execute();
      }),

    deleteConsoleSession: (sessionId) =>
      attempt(async () => {
        const query = db.deleteFrom('latchkey_console_sessions').where('session_id', '=', sessionId);
        return (await query.executeTakeFirstOrThrow()).numDeletedRows > 0n;
      }),

    deleteConsoleSessions: (subject) =>
      attempt(async () => {
        await db
          .deleteFrom('latchkey_console_sessions')
          .$if(subject !== undefined, (query) => query.where('subject', '=', subject ?? ''))
          .execute();
      }),

    deleteConsoleSessionsExpiredBefore: (moment) =>
      attempt(async () => {
        await db.deleteFrom('latchkey_console_sessions').where('expires_at_ms', '<', moment.getTime()).execute();
      }),

    appendAudit: (entries) =>
      attempt(async () => {
        if (entries.length > 0) await db.insertInto('latchkey_audit').values(entries.map(buildAuditRow)).execute();
      }),

    listAudit: ({ limit, beforeRowId }) =>
      attempt(async () => {
        const rows = await db
          .selectFrom('latchkey_audit')
          .selectAll()
          .$if(beforeRowId !== undefined, (query) => query.where('row_id', '<', beforeRowId ?? 0))
          .orderBy('row_id', 'desc')
          .limit(limit)
          .execute();
        return rows.map(readAuditRow);
      }),

    deleteAuditBefore: (moment, limit) =>
      attempt(async () => {
        const { numDeletedRows } = await db
          .deleteFrom('latchkey_audit')
          .where('row_id', 'in', (eb) =>
            eb.selectFrom('latchkey_audit').select('row_id').where('at_ms', '<', moment.getTime()).orderBy('at_ms').limit(limit),
          )
          .executeTakeFirstOrThrow();
        return Number(numDeletedRows);
      }),
  };
}

function buildSessionRow({ sessionId, tokenHash, createdAt, expiresAt, ...session }: ConsoleSession): Insertable<ConsoleSessionTable> {
  return {
    ...session,
    session_id: sessionId,
    token_hash: tokenHash,
    created_at_ms: createdAt.getTime(),
    expires_at_ms: expiresAt.getTime(),
  };
}

function readSessionRow(row: Selectable<ConsoleSessionTable>): ConsoleSession {
  const { session_id, token_hash, created_at_ms, expires_at_ms, ...session } = row;
  return {
    ...session,
    sessionId: session_id,
    tokenHash: token_hash,
    createdAt: new Date(created_at_ms),
    expiresAt: new Date(expires_at_ms),
  };
}

function buildAuditRow({ at, actor, action, target, status, requestId }: AuditEntry): Insertable<AuditTable> {
  return {
    at_ms: at.getTime(),
    actor_kind: actor.kind,
    actor_id: actor.id ?? null,
    actor_name: actor.name,
    action,
    target: target ?? null,
    status,
    request_id: requestId ?? null,
  };
}

function readAuditRow(row: Selectable<AuditTable>): StoredAuditEntry {
  return {
    rowId: row.row_id,
    at: new Date(row.at_ms),
    actor: { kind: row.actor_kind, id: row.actor_id ?? undefined, name: row.actor_name },
    action: row.action,
    target: row.target ?? undefined,
    status: row.status,
    requestId: row.request_id ?? undefined,
  };
}

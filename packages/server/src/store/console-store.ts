import type { AuditEntry } from '../core/audit.ts';
import type { ConsoleSession } from '../core/console-session.ts';

/** An audit entry with its row number, which ascends in the order in which entries were written. */
export interface StoredAuditEntry extends AuditEntry {
  readonly rowId: number;
}

/** Keeps who is signed in to the console, and who did what. */
export interface ConsoleStore {
  /** Adds a session. Its token hash must be new. */
  insertConsoleSession(session: ConsoleSession): Promise<void>;

  /** Finds a session by the SHA-256 of its token, live or expired. */
  findConsoleSession(tokenHash: string): Promise<ConsoleSession | undefined>;

  /** Moves the end of a session to a later moment, never to an earlier one. One that is gone does not come back. */
  extendConsoleSession(sessionId: string, expiresAt: Date): Promise<void>;

  /** Removes a session. Resolves to whether it was there. */
  deleteConsoleSession(sessionId: string): Promise<boolean>;

  /** Removes all sessions of one person, or of everybody. */
  deleteConsoleSessions(subject?: string): Promise<void>;

  /** Removes sessions that expired before a moment. */
  deleteConsoleSessionsExpiredBefore(moment: Date): Promise<void>;

  /** Adds entries, in their order. */
  appendAudit(entries: readonly AuditEntry[]): Promise<void>;

  /** Lists entries, those that were written last first. @param page.limit 1 to 1,000. */
  listAudit(page: { readonly limit: number; readonly beforeRowId?: number }): Promise<readonly StoredAuditEntry[]>;

  /** Removes entries of before a moment, the oldest first, at most `limit` of them. Resolves to how many. */
  deleteAuditBefore(moment: Date, limit: number): Promise<number>;
}

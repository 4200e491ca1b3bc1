import type { ConsoleRole } from '@latchkey/protocol';
import type { Generated } from 'kysely';
import type { AuditActor } from '../core/audit.ts';
import type { ConsoleSession } from '../core/console-session.ts';

/** What the console adds to the tables. */
export interface ConsoleTables {
  readonly latchkey_audit: AuditTable;
  readonly latchkey_console_sessions: ConsoleSessionTable;
  readonly latchkey_key_rotations: KeyRotationTable;
  readonly latchkey_operation_counts: OperationCountTable;
}

export interface ConsoleSessionTable {
  readonly session_id: string;
  readonly token_hash: string;
  readonly subject: string;
  readonly name: string;
  readonly role: ConsoleRole;
  readonly via: ConsoleSession['via'];
  readonly method: string;
  readonly created_at_ms: number;
  readonly expires_at_ms: number;
}

export interface AuditTable {
  readonly row_id: Generated<number>;
  readonly at_ms: number;
  readonly actor_kind: AuditActor['kind'];
  readonly actor_id: string | null;
  readonly actor_name: string;
  readonly action: string;
  readonly target: string | null;
  readonly status: number;
  readonly request_id: string | null;
}

/** How many operations that started in a span of time ended in one way, and took about as long. */
interface OperationCountTable {
  /** When the span begins. */
  readonly started_at_ms: number;
  readonly failed: number;
  readonly duration_class: number;
  readonly operations: number;
}

export interface KeyRotationTable {
  /** The key that is sealed with. */
  readonly key_id: string;
  readonly state: 'running' | 'done';
  readonly owner: string;
  readonly lease_expires_at_ms: number;
  /** Up to which connection it has come. */
  readonly after_row_id: number;
  readonly done: number;
  readonly total: number;
  readonly started_at_ms: number;
}

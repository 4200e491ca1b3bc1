import type { OperationStatus, OperationType } from '@latchkey/protocol';
import type { Generated } from 'kysely';

/** What the request log adds to the tables. */
export interface RequestLogTables {
  readonly latchkey_operations: OperationTable;
}

export interface OperationTable {
  readonly row_id: Generated<number>;
  readonly operation_id: string;
  readonly started_at_ms: number;
  readonly ended_at_ms: number | null;
  readonly type: OperationType;
  readonly status: OperationStatus;
  readonly integration_id: string | null;
  readonly connection_id: string | null;
  readonly end_user_id: string | null;
  /** What a search looks through, in one case. */
  readonly search: string;
  /** What else a list shows. */
  readonly facts: string;
  /** By far the longest, so it stands last: what does not need it does not read it. */
  readonly messages: string;
}

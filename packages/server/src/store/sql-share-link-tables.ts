import type { Generated } from 'kysely';

export interface ShareLinkTable {
  readonly row_id: Generated<number>;
  readonly link_id: string;
  readonly token_hash: string;
  readonly integration_id: string;
  /** 1 when `connection_id` is reconnected. */
  readonly reconnects: number;
  readonly connection_id: string | null;
  readonly end_user: string | null;
  readonly organization: string | null;
  readonly tags: string | null;
  readonly note: string | null;
  readonly created_at_ms: number;
  readonly expires_at_ms: number;
  readonly opened_at_ms: number | null;
  readonly used_at_ms: number | null;
  readonly revoked_at_ms: number | null;
}

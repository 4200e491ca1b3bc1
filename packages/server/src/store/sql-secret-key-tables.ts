import type { Generated } from 'kysely';

export interface SecretKeyTable {
  readonly row_id: Generated<number>;
  readonly key_id: string;
  readonly name: string;
  readonly key_hash: string;
  readonly hint: string;
  readonly scopes: string;
  readonly created_at_ms: number;
  readonly expires_at_ms: number | null;
  readonly last_used_at_ms: number | null;
}

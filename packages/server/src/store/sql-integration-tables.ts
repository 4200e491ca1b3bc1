import type { Generated } from 'kysely';

export interface IntegrationTable {
  readonly row_id: Generated<number>;
  readonly version: number;
  readonly integration_id: string;
  readonly provider: string;
  readonly display_name: string;
  readonly sealed_client: string | null;
  readonly scopes: string;
  readonly created_at_ms: number;
  readonly updated_at_ms: number;
}

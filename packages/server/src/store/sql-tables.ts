import type { ConnectionStatus } from '@latchkey/protocol';
import type { TokenEndpointAuthMethod } from '@latchkey/providers';
import type { Generated } from 'kysely';
import type { AuthorizationTable } from './sql-authorization-tables.ts';
import type { ConsoleTables } from './sql-console-tables.ts';
import type { IntegrationTable } from './sql-integration-tables.ts';
import type { RequestLogTables } from './sql-request-log-tables.ts';
import type { SearchTables } from './sql-search-tables.ts';
import type { SecretKeyTable } from './sql-secret-key-tables.ts';
import type { ShareLinkTable } from './sql-share-link-tables.ts';
import type { DeliveryTable, WebhookTable } from './sql-webhook-tables.ts';

/** The tables, as every SQL store has them. Documents are JSON text; moments are milliseconds since 1970-01-01 UTC. */
export interface SqlTables extends ConsoleTables, RequestLogTables, SearchTables {
  readonly latchkey_authorizations: AuthorizationTable;
  readonly latchkey_connect_sessions: ConnectSessionTable;
  readonly latchkey_connections: ConnectionTable;
  readonly latchkey_integrations: IntegrationTable;
  readonly latchkey_secret_keys: SecretKeyTable;
  readonly latchkey_share_links: ShareLinkTable;
  readonly latchkey_webhook_deliveries: DeliveryTable;
  readonly latchkey_webhooks: WebhookTable;
  readonly latchkey_write_check: WriteCheckTable;
}

export interface ConnectSessionTable {
  readonly session_id: string;
  readonly token_hash: string;
  readonly end_user: string | null;
  readonly organization: string | null;
  readonly tags: string;
  readonly allowed_integrations: string | null;
  readonly reconnects: string | null;
  readonly defaults: string | null;
  readonly share_link_id: string | null;
  readonly created_at_ms: number;
  readonly expires_at_ms: number;
}

export interface ConnectionTable {
  readonly row_id: Generated<number>;
  readonly version: number;
  readonly connection_id: string;
  readonly integration_id: string;
  readonly provider: string;
  readonly status: ConnectionStatus;
  readonly config: string;
  readonly identity: string;
  readonly auth_method: TokenEndpointAuthMethod;
  readonly environment: string | null;
  readonly access: string;
  readonly error: string | null;
  readonly end_user: string | null;
  readonly organization: string | null;
  readonly tags: string;
  readonly metadata: string | null;
  readonly session_id: string | null;
  readonly sealed_credential: string;
  readonly sealed_token_set: string;
  readonly token_expires_at_ms: number;
  readonly created_at_ms: number;
  readonly updated_at_ms: number;
  readonly last_fetched_at_ms: number | null;
  readonly last_checked_at_ms: number | null;
  /** Who refreshes the connection; null when nobody does. */
  readonly lease_owner: string | null;
  readonly lease_expires_at_ms: number | null;
  /** 1 when the lease was taken over from an owner that never ended its own. */
  readonly lease_abandoned: Generated<number>;
  readonly reconnect_session_id: string | null;
  /** Out of `end_user`, for its index. */
  readonly end_user_id: string | null;
  /** Out of `organization`, for its index. */
  readonly organization_id: string | null;
  /** Out of `error`, so that a condition can hold it. */
  readonly retry_at_ms: number | null;
  /** Out of `environment`, for its index. */
  readonly environment_organization_id: string | null;
  /** Out of `environment`, to be counted. */
  readonly environment_region: string | null;
  /** Out of `sealed_credential` and `sealed_token_set`: the keys that sealed them, to be counted. */
  readonly credential_key_id: string | null;
  readonly token_set_key_id: string | null;
}

interface WriteCheckTable {
  readonly id: number;
  readonly checked_at_ms: number;
}

import type { TokenEndpointAuthMethod } from '@latchkey/providers';

/** Attempts to sign in. */
export interface AuthorizationTable {
  readonly authorization_id: string;
  readonly integration_id: string;
  readonly session_token_hash: string;
  readonly end_user_id: string | null;
  readonly organization_id: string | null;
  readonly config: string;
  readonly notices: string;
  readonly scopes: string;
  readonly auth_method: TokenEndpointAuthMethod;
  readonly issuers: string;
  /** 1 or 0, as `in_popup` is. */
  readonly names_issuer: number;
  readonly opener_origin: string;
  readonly return_url: string | null;
  readonly ticket_hash: string;
  readonly state_hash: string;
  readonly binding_hash: string | null;
  readonly in_popup: number;
  readonly sealed_secrets: string | null;
  readonly created_at_ms: number;
  readonly expires_at_ms: number;
  readonly claimed_at_ms: number | null;
  readonly outcome: string | null;
}

import type { AccessResult, ConnectionStatus } from '@latchkey/protocol';
import type { TokenEndpointAuthMethod } from '@latchkey/providers';
import type { EndUser, Organization } from './connect-session.ts';

/** The environment that a connection leads to. `name` and `type` are `undefined` when the connection may not read them. */
export interface ConnectedEnvironment {
  readonly id: string;
  readonly name: string | undefined;
  readonly type: string | undefined;
  /** The region's code, for example `EU`. */
  readonly region: string;
  /** The provider's organization that it belongs to, as a token told; not the end user's {@link Organization}. */
  readonly organizationId: string | undefined;
}

/** What the provider refused last, kept so that the host can show it. It is gone when a refresh succeeds. Holds no secret. */
export interface ConnectionError {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly at: Date;
  /** How many refreshes in a row have failed, this one included. */
  readonly failures?: number;
  /** The operation of the request log that failed; empty when nothing is logged. */
  readonly operationId?: string;
  /** When the provider may be asked again. */
  readonly retryAt?: Date;
}

/** One end user's authorised link through an integration. The credential and the token set are sealed. */
export interface Connection {
  readonly connectionId: string;
  readonly integrationId: string;
  /** The provider's id. */
  readonly provider: string;
  readonly status: ConnectionStatus;
  /** Checked values of `connection_config`, by field name. */
  readonly config: Readonly<Record<string, string>>;
  /** What the connection leads to: the values of the identifying fields. Two connections with the same identity lead to the same thing. */
  readonly identity: string;
  readonly authMethod: TokenEndpointAuthMethod;
  readonly environment: ConnectedEnvironment | undefined;
  readonly access: readonly AccessResult[];
  readonly error: ConnectionError | undefined;
  readonly endUser: EndUser | undefined;
  readonly organization: Organization | undefined;
  readonly tags: Readonly<Record<string, string>>;
  readonly metadata: Readonly<Record<string, unknown>> | undefined;
  /** The session that made it; `undefined` when no session did. */
  readonly sessionId: string | undefined;
  /** The session that reconnected it last. */
  readonly reconnectSessionId: string | undefined;
  /** Compact JWE; opens only for this connection. */
  readonly sealedCredential: string;
  /** Compact JWE; opens only for this connection. */
  readonly sealedTokenSet: string;
  readonly tokenExpiresAt: Date;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly lastFetchedAt: Date | undefined;
  /** When it was last found out what the connection may do. */
  readonly lastCheckedAt: Date | undefined;
}

/** What the end user gave, as it is sealed. */
export interface Credential {
  /** Values of the `credentials` part of the form, by field name: `client_id`, `client_secret`. */
  readonly values: Readonly<Record<string, string>>;
}

/** The person who connects, as the host application knows them. */
export interface EndUser {
  readonly id: string;
  readonly email?: string;
  readonly displayName?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

/** The company of the end user. */
export interface Organization {
  readonly id: string;
  readonly displayName?: string;
}

/** What names a connection. */
export interface ConnectionKey {
  readonly integrationId: string;
  readonly connectionId: string;
}

/** What a host knows already of an end user's connection through one integration. */
export interface SessionDefaults {
  /** Values of `connection_config`, by field name: taken where the form says nothing. Not checked yet. */
  readonly config: Readonly<Record<string, string>>;
  /** Scopes to ask for in place of the integration's; `undefined` for those. */
  readonly scopes: readonly string[] | undefined;
  /** Compact JWE: an OAuth client in place of the integration's. It opens only for this session. */
  readonly sealedClient: string | undefined;
}

/** A short-lived permission for one end user to make a connection, or to reconnect one. Its token is known only by its hash. */
export interface ConnectSession {
  readonly sessionId: string;
  /** SHA-256 of the token, as 64 lower-case hexadecimal digits. */
  readonly tokenHash: string;
  readonly endUser: EndUser | undefined;
  readonly organization: Organization | undefined;
  /** `undefined` when none were given: a reconnection then leaves those that are there. */
  readonly tags: Readonly<Record<string, string>> | undefined;
  /** Ids of the integrations that may be connected; `undefined` means all. */
  readonly allowedIntegrations: readonly string[] | undefined;
  /** The one connection that the session may reconnect; `undefined` for a session that makes new ones. */
  readonly reconnects: ConnectionKey | undefined;
  /** By integration id. */
  readonly defaults: Readonly<Record<string, SessionDefaults>> | undefined;
  /** The share link that it came from; it permits connecting as long as the link is open. `undefined` for one that a host asked for. */
  readonly shareLinkId: string | undefined;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Tells whether the session still permits something. */
export function isLive(session: ConnectSession, now: Date): boolean {
  return now < session.expiresAt;
}

/** Tells whether the session permits connecting this integration. */
export function allowsIntegration(session: ConnectSession, integrationId: string): boolean {
  return session.allowedIntegrations === undefined || session.allowedIntegrations.includes(integrationId);
}

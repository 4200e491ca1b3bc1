import type {
  AccessResult as WireAccessResult,
  CheckedConnection,
  ConnectionListItem,
  ConnectionStatus,
  FullConnection,
  ShownConnection,
} from '@latchkey/protocol';
import { readCredentials, type Credentials } from './credentials.ts';
import { LatchkeyError } from './errors.ts';
import { readMoment } from './read-moment.ts';

/** What names a connection. */
export interface ConnectionKey {
  readonly integrationId: string;
  readonly connectionId: string;
}

/** The person who connects; `id` is your own. */
export interface EndUser {
  readonly id: string;
  readonly displayName?: string | undefined;
  readonly email?: string | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

/** The company of the end user; `id` is your own. */
export interface Organization {
  readonly id: string;
  readonly displayName?: string | undefined;
}

/** What the provider refused last. */
export interface ConnectionProblem {
  readonly code: string | undefined;
  readonly message: string | undefined;
  readonly remedy: string | undefined;
}

/** One end user's authorised link through an integration. */
export interface Connection extends ConnectionKey {
  /** Ascending in the order of creation. */
  readonly id: number;
  readonly provider: string;
  /** `needs_reconnect`: the provider refuses the stored credential. `disabled`: switched off; it hands out nothing. */
  readonly status: ConnectionStatus;
  /** Empty while all is well. */
  readonly errors: readonly ConnectionProblem[];
  readonly endUser: EndUser | undefined;
  readonly organization: Organization | undefined;
  readonly tags: Readonly<Record<string, string>>;
  readonly metadata: Readonly<Record<string, unknown>> | undefined;
  readonly environment: ConnectedEnvironment | undefined;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** When it was found out last what the connection may do. */
  readonly lastCheckedAt: Date | undefined;
}

/** One thing that a connection may or may not do. */
export interface AccessResult {
  readonly name: string;
  readonly allowed: boolean;
  /** The path that was read to find it out, to be read again through the proxy; `undefined` when it is not allowed, or not the proxy's. */
  readonly proxyPath: string | undefined;
  readonly remedy: string | undefined;
}

/** The environment that a connection leads to. `name` and `type` are `undefined` when the connection may not read them. */
export interface ConnectedEnvironment {
  readonly id: string;
  readonly name: string | undefined;
  readonly type: string | undefined;
  /** The region's code, for example `EU`. */
  readonly region: string;
}

/** A connection with all that is known about it, and without its credentials. */
export interface ConnectionDetails extends Connection {
  /** The values that it was connected with, by field name; no secret is among them. */
  readonly connectionConfig: Readonly<Record<string, string>>;
  readonly access: readonly AccessResult[];
  readonly lastFetchedAt: Date | undefined;
  /** When the stored access token expires; another is there by then, unless the connection needs somebody. */
  readonly tokenExpiresAt: Date;
}

/** A connection with a token that can be used. */
export interface ConnectionWithToken extends ConnectionDetails {
  readonly credentials: Credentials;
}

/** Reads an element of a list, or what it has of a whole connection. */
export function readConnection(wire: Omit<ConnectionListItem, 'created'> & ({ created: string } | { created_at: string })): Connection {
  return {
    id: wire.id,
    connectionId: wire.connection_id,
    integrationId: wire.provider_config_key,
    provider: wire.provider,
    status: wire.status,
    errors: wire.errors.map(({ code, message, remedy }) => ({ code, message, remedy })),
    ...readOwner(wire.end_user),
    tags: wire.tags,
    metadata: wire.metadata ?? undefined,
    environment: readEnvironment(wire.environment),
    createdAt: new Date('created' in wire ? wire.created : wire.created_at),
    updatedAt: new Date(wire.updated_at),
    lastCheckedAt: readMoment(wire.last_checked_at),
  };
}

/** Reads a connection with all that is known about it. */
export function readConnectionDetails(wire: CheckedConnection): ConnectionDetails {
  return {
    ...readConnection(wire),
    connectionConfig: wire.connection_config,
    access: wire.access.map(readAccess),
    lastFetchedAt: readMoment(wire.last_fetched_at),
    tokenExpiresAt: new Date(wire.token_expires_at),
  };
}

/** Reads a connection with its token. @throws {LatchkeyError} `credentials_withheld` when the key that asked may not read it */
export function readConnectionWithToken(wire: ShownConnection): ConnectionWithToken {
  if (hasCredentials(wire)) return { ...readConnectionDetails(wire), credentials: readCredentials(wire.credentials) };
  throw new LatchkeyError('credentials_withheld', 'The secret key lacks the scope "connections:read_credentials".', {
    remedy: 'Use a key that has it; or read what is known besides with "getDetails".',
  });
}

function hasCredentials(wire: ShownConnection): wire is FullConnection {
  return 'type' in wire.credentials;
}

/** Reads whose a connection is. */
export function readOwner(wire: ConnectionListItem['end_user']): Pick<Connection, 'endUser' | 'organization'> {
  if (wire === null) return { endUser: undefined, organization: undefined };
  const { id, display_name, email, tags, organization } = wire;
  return {
    endUser: { id, displayName: display_name ?? undefined, email: email ?? undefined, tags: tags ?? undefined },
    organization: organization ? { id: organization.id, displayName: organization.display_name ?? undefined } : undefined,
  };
}

/** Reads the environment that a connection leads to. */
export function readEnvironment(wire: CheckedConnection['environment']): ConnectedEnvironment | undefined {
  if (wire === null) return undefined;
  return { id: wire.id, name: wire.name ?? undefined, type: wire.type ?? undefined, region: wire.region };
}

function readAccess({ name, allowed, proxy_path: proxyPath, remedy }: WireAccessResult): AccessResult {
  return { name, allowed, proxyPath, remedy };
}

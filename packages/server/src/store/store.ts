/**
 * The store port: what every store keeps, and what holds after each method.
 *
 * Rules for every method: a promise that resolves to a change means that the change is durable, so that a process killed the next moment
 * has lost nothing that was acknowledged. Every method is atomic. Several processes may use one store at the same time. A store that cannot
 * write rejects with `store_unavailable` or `store_full` and has changed nothing. Moments have millisecond precision.
 *
 * Where a method takes an `event`, that is what its change means to webhooks: it is written with the change, and only if there is one. See
 * {@link WebhookStore}. Where it takes a `use`, the change uses up a share link; see {@link LinkUse}.
 */

import type { Connection } from '../core/connection.ts';
import type { ConnectionEvent } from '../core/connection-event.ts';
import type { ConnectSession } from '../core/connect-session.ts';
import type { AuthorizationStore } from './authorization-store.ts';
import type { ConnectionListStore } from './connection-list-store.ts';
import type { ConsoleStore } from './console-store.ts';
import type { CountStore } from './count-store.ts';
import type { IntegrationStore } from './integration-store.ts';
import type { RequestLogStore } from './request-log-store.ts';
import type { SealedStore } from './sealed-store.ts';
import type { SecretKeyStore } from './secret-key-store.ts';
import type { LinkUse, ShareLinkStore } from './share-link-store.ts';
import type { WebhookStore } from './webhook-store.ts';

/** A connection with its row number, which orders connections by creation and is the `id` on the wire. */
export interface StoredConnection extends Connection {
  /** Positive, unique, ascending; never used twice. */
  readonly rowId: number;
  /** Changes with every write; see {@link Store.updateConnection}. */
  readonly version: number;
}

/** Whose connections are meant: those of the end user, and those of their organization. */
export interface ConnectionOwners {
  readonly endUserId: string | undefined;
  readonly endUserOrganizationId: string | undefined;
}

/** What came of asking for a lease, when it was granted. */
export interface GrantedLease {
  /** The connection as it was at the moment of the grant. */
  readonly connection: StoredConnection;
  /** Whether an owner before held a lease on the same token set and let it run out: nobody knows how far that one came. */
  readonly abandoned: boolean;
}

/** Which connections {@link Store.listIdleConnections} lists. */
export interface IdleFilter {
  readonly integrationIds: readonly string[];
  /** Only those whose token expired at this moment or before. */
  readonly expiredAt: Date;
  /** Only those after this one, in the order of the list. */
  readonly after?: Pick<StoredConnection, 'tokenExpiresAt' | 'rowId'>;
  readonly now: Date;
  /** Highest number of connections, 1 to 1,000. */
  readonly limit: number;
}

/** What {@link Store.updateConnection} may change. */
export type ConnectionChange = Partial<
  Pick<
    Connection,
    | 'status'
    | 'config'
    | 'authMethod'
    | 'environment'
    | 'access'
    | 'error'
    | 'endUser'
    | 'organization'
    | 'tags'
    | 'metadata'
    | 'sealedCredential'
    | 'sealedTokenSet'
    | 'tokenExpiresAt'
    | 'reconnectSessionId'
    | 'lastFetchedAt'
    | 'lastCheckedAt'
  >
>;

/** Keeps connect sessions and connections. */
export interface Store
  extends
    AuthorizationStore,
    ConnectionListStore,
    ConsoleStore,
    CountStore,
    IntegrationStore,
    RequestLogStore,
    SealedStore,
    SecretKeyStore,
    ShareLinkStore,
    WebhookStore {
  /** Brings the schema to the newest version. Safe to call from several processes at once; returns when it is there. */
  migrate(): Promise<void>;

  /** Writes a value and reads it back, so that a store that has become read-only is noticed. Rejects when it cannot. */
  check(): Promise<void>;

  /** Adds a session. Its token hash must be new. */
  insertConnectSession(session: ConnectSession): Promise<void>;

  /** Finds a session by the SHA-256 of its token, live or expired. */
  findConnectSession(tokenHash: string): Promise<ConnectSession | undefined>;

  /** Removes a session; connections that it made stay. Resolves to whether it was there. */
  deleteConnectSession(sessionId: string): Promise<boolean>;

  /** Removes sessions that expired before a moment. Resolves to how many. */
  deleteConnectSessionsExpiredBefore(moment: Date): Promise<number>;

  /**
   * Adds a connection. When the same session has already connected the same integration to the same identity, or the id is taken within the
   * integration, nothing changes and it resolves to `undefined`: two requests at once make one connection. So it does when the link is not open.
   */
  insertConnection(connection: Connection, event?: ConnectionEvent, use?: LinkUse): Promise<StoredConnection | undefined>;

  /** Finds the connection that a session made for an integration and an identity. */
  findConnectionOfSession(sessionId: string, integrationId: string, identity: string): Promise<StoredConnection | undefined>;

  /** Lists the connections that a session made, oldest first, 100 at most. */
  listConnectionsOfSession(sessionId: string): Promise<readonly StoredConnection[]>;

  /** Finds a connection by its id within an integration. There is none under an id that cannot be stored, here and in `deleteConnection`. */
  findConnection(integrationId: string, connectionId: string): Promise<StoredConnection | undefined>;

  /**
   * Tells whether a connection of the end user, or of their organization, leads to an environment of this organization of the provider's.
   * Ids are compared letter for letter; nobody given owns nothing.
   */
  hasConnectionToOrganization(providerOrganizationId: string, owners: ConnectionOwners): Promise<boolean>;

  /**
   * Changes a connection if it still has this version, and moves `updatedAt`. Keys that are absent from the change keep their values; a key
   * that is present with `undefined` clears its value, where a connection may be without one.
   *
   * @returns The connection as it is now, or `undefined` when it was deleted or changed by somebody else in between, or the link is not open: read again and decide anew.
   */
  updateConnection(
    rowId: number,
    version: number,
    change: ConnectionChange,
    now: Date,
    event?: ConnectionEvent,
    use?: LinkUse,
  ): Promise<StoredConnection | undefined>;

  /**
   * Leases a connection to one owner: the right to replace its token set, for a while.
   *
   * It is granted when nobody holds a lease on the connection, or only one that expired at `now` or before. Of any number of owners that ask at
   * once, in whatever processes, one gets it. A lease changes neither `version` nor `updatedAt`, and keeps nobody from {@link Store.updateConnection};
   * but whatever stores a new token set ends it, whoever holds it, because it is a lease on the token set that was there.
   *
   * @param owner New for every lease; never used twice.
   * @returns `undefined` when somebody else holds a lease, or the connection is gone.
   */
  acquireLease(rowId: number, owner: string, expiresAt: Date, now: Date): Promise<GrantedLease | undefined>;

  /**
   * Moves the expiry of a lease. Also one that has expired is renewed, as long as nobody took it over.
   *
   * @returns Whether the owner still holds the lease. When not, nothing has changed.
   */
  renewLease(rowId: number, owner: string, expiresAt: Date): Promise<boolean>;

  /**
   * Ends a lease, and in the same write changes the connection, whatever its version. An empty change moves neither `version` nor `updatedAt`.
   * A connection that was disabled in the meantime stays so: then the change's `status` is left out, and no event is written.
   *
   * @returns The connection as it is now, or `undefined` when the owner does not hold the lease any more; then nothing has changed.
   */
  releaseLease(
    rowId: number,
    owner: string,
    change: ConnectionChange,
    now: Date,
    event?: ConnectionEvent,
  ): Promise<StoredConnection | undefined>;

  /**
   * Lists active connections whose token expired long ago, the longest first, then by row number; not those that are leased just now, or whose `error` says not to
   * retry yet. Being listed claims nothing: {@link Store.acquireLease} does.
   */
  listIdleConnections(filter: IdleFilter): Promise<readonly StoredConnection[]>;

  /** Removes a connection, its sealed values included. Resolves to whether it was there. */
  deleteConnection(integrationId: string, connectionId: string, event?: ConnectionEvent): Promise<boolean>;

  /** Waits for what is under way, and lets go of the database. */
  close(): Promise<void>;
}

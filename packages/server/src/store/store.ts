/**
 * The store port: what every store keeps, and what holds after each method.
 *
 * Rules for every method: a promise that resolves to a change means that the change is durable, so that a process killed the next moment
 * has lost nothing that was acknowledged. Every method is atomic. Several processes may use one store at the same time. A store that cannot
 * write rejects with `store_unavailable` or `store_full` and has changed nothing. Moments have millisecond precision.
 */

import type { Connection } from '../core/connection.ts';
import type { ConnectSession } from '../core/connect-session.ts';

/** A connection with its row number, which orders connections by creation and is the `id` on the wire. */
export interface StoredConnection extends Connection {
  /** Positive, unique, ascending; never used twice. */
  readonly rowId: number;
  /** Changes with every write; see {@link Store.updateConnection}. */
  readonly version: number;
}

/** Which connections a list holds. Given conditions must all hold. */
export interface ConnectionFilter {
  readonly connectionId?: string;
  readonly integrationIds?: readonly string[];
  readonly endUserId?: string;
  readonly endUserOrganizationId?: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** Text within the connection id, the end user's id, name or email, or the environment's name. Case does not matter. */
  readonly search?: string;
}

/** One page of a list, newest first. */
interface Page {
  /** Highest number of rows, 1 to 1,000. */
  readonly limit: number;
  /** Only rows before this row number: the last one of the page before. */
  readonly beforeRowId?: number;
  /** Rows to skip, for callers that count pages. @default 0 */
  readonly offset?: number;
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
    | 'lastFetchedAt'
  >
>;

/** Keeps connect sessions and connections. */
export interface Store {
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
   * integration, nothing changes and it resolves to `undefined`: two requests at once make one connection.
   */
  insertConnection(connection: Connection): Promise<StoredConnection | undefined>;

  /** Finds the connection that a session made for an integration and an identity. */
  findConnectionOfSession(sessionId: string, integrationId: string, identity: string): Promise<StoredConnection | undefined>;

  /** Lists the connections that a session made, oldest first, 100 at most. */
  listConnectionsOfSession(sessionId: string): Promise<readonly StoredConnection[]>;

  /** Finds a connection by its id within an integration. */
  findConnection(integrationId: string, connectionId: string): Promise<StoredConnection | undefined>;

  /** Lists connections, newest first. */
  listConnections(filter: ConnectionFilter, page: Page): Promise<readonly StoredConnection[]>;

  /**
   * Changes a connection if it still has this version, and moves `updatedAt`. Keys that are absent from the change keep their values; a key
   * that is present with `undefined` clears its value, where a connection may be without one.
   *
   * @returns The connection as it is now, or `undefined` when it was deleted or changed by somebody else in between: read again and decide anew.
   */
  updateConnection(rowId: number, version: number, change: ConnectionChange, now: Date): Promise<StoredConnection | undefined>;

  /** Removes a connection, its sealed values included. Resolves to whether it was there. */
  deleteConnection(integrationId: string, connectionId: string): Promise<boolean>;

  /** Waits for what is under way, and lets go of the database. */
  close(): Promise<void>;
}

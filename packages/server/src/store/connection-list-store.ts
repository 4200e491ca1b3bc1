import type { ConnectionSort, ConnectionStatus } from '@latchkey/protocol';
import type { StoredConnection } from './store.ts';

/** Which connections a list holds. Given conditions must all hold. */
export interface ConnectionFilter {
  readonly connectionId?: string;
  readonly integrationIds?: readonly string[];
  readonly status?: ConnectionStatus;
  readonly endUserId?: string;
  readonly endUserOrganizationId?: string;
  readonly tags?: Readonly<Record<string, string>>;
  /**
   * Text within the connection id, the end user's id, name or email, or the environment's name or id, that stands there from where a word begins: after
   * a blank or a sign, but not amidst a UUID. Case does not matter.
   */
  readonly search?: string;
}

/** Where a page of connections ended. */
export type ConnectionCursor = Pick<StoredConnection, 'rowId' | 'updatedAt'>;

/** One page of a list of connections. */
export interface ConnectionPage {
  /** Highest number of rows, 1 to 1,000. */
  readonly limit: number;
  /** Connections that changed in the same millisecond are in the order of their creation. @default '-created' */
  readonly sort?: ConnectionSort;
  /** Only connections after this one, in the order of the list: the last one of the page before. */
  readonly after?: ConnectionCursor;
  /** Rows to skip, for callers that count pages. @default 0 */
  readonly offset?: number;
}

/** Connections of one page. */
export interface ListedConnections {
  readonly connections: readonly StoredConnection[];
  /** Where the next page begins; `undefined` when there are no more. */
  readonly next: ConnectionCursor | undefined;
}

/** Lists connections. */
export interface ConnectionListStore {
  /** Lists connections, page by page. What changes meanwhile moves in a list by the last change, and is then listed twice or not at all. */
  listConnections(filter: ConnectionFilter, page: ConnectionPage): Promise<ListedConnections>;
}

import { checkedConnection, connectionList, shownConnection, type ConnectionSort, type ConnectionStatus } from '@latchkey/protocol';
import { buildAttribution, type Attribution } from './attribution.ts';
import { encodeSegment } from './build-url.ts';
import {
  readConnection,
  readConnectionDetails,
  readConnectionWithToken,
  type Connection,
  type ConnectionDetails,
  type ConnectionKey,
  type ConnectionWithToken,
} from './connection.ts';
import { buildImport, type ConnectionImport } from './connection-import.ts';
import { buildJson, readAs, readNothing, type CallOptions, type Exchange } from './exchange.ts';

/** Which connections a list holds. Given conditions must all hold. */
export interface ConnectionFilter {
  readonly connectionId?: string | undefined;
  /** One or several. */
  readonly integrationId?: string | readonly string[] | undefined;
  readonly endUserId?: string | undefined;
  readonly organizationId?: string | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
  readonly status?: ConnectionStatus | undefined;
  /** What a word begins with, or several, in ids, names or emails. */
  readonly search?: string | undefined;
  /** What comes first: `-created` is the newest, `-updated` what changed last; without `-` the other way round. @default '-created' */
  readonly sort?: ConnectionSort | undefined;
}

/** One connection of an integration, or up to 100. */
export interface ConnectionKeys {
  readonly integrationId: string;
  readonly connectionId: string | readonly string[];
}

/** What {@link Connections.update} may change. */
export interface ConnectionChange extends Attribution {
  /** `disabled`: nothing is handed out any more. `active`: as it was before, which may be `needs_reconnect`. */
  readonly status?: 'active' | 'disabled' | undefined;
}

/** Connections. Every method throws {@link LatchkeyError}; besides the codes that are named, those of any call. */
export interface Connections {
  /**
   * Yields connections, page after page as they are asked for: end the loop when you have enough.
   *
   * @throws {LatchkeyError} `invalid_query_params`
   */
  readonly list: (filter?: ConnectionFilter, options?: CallOptions) => AsyncGenerator<Connection, void, undefined>;
  /**
   * Gets a connection with an access token that can be used.
   *
   * @throws {LatchkeyError} `unknown_provider_config`; `unknown_connection`; `connection_disabled`; `invalid_credentials` when the end user must connect
   *   again; `credentials_withheld` when the key may not read credentials
   */
  readonly get: (key: ConnectionKey, options?: GetOptions) => Promise<ConnectionWithToken>;
  /**
   * Gets all that is known of a connection but its credentials. A key that may not read those needs no other method.
   *
   * @throws {LatchkeyError} `unknown_provider_config`; `unknown_connection`; and, for a key that may read credentials, as {@link Connections.get}
   */
  readonly getDetails: (key: ConnectionKey, options?: CallOptions) => Promise<ConnectionDetails>;
  /**
   * Finds out anew whether a connection works and what it may do.
   *
   * @throws {LatchkeyError} As {@link Connections.get}.
   */
  readonly check: (key: ConnectionKey, options?: CallOptions) => Promise<ConnectionDetails>;
  /** Gets a connection a new token, which is kept and not told. @throws {LatchkeyError} As {@link Connections.get}. */
  readonly refresh: (key: ConnectionKey, options?: CallOptions) => Promise<ConnectionDetails>;
  /**
   * Changes whose a connection is, what it is tagged with, and whether it may be used. What is given takes the place of what is there; what is left out stays.
   *
   * @throws {LatchkeyError} `invalid_body`; `unknown_provider_config`; `unknown_connection`
   */
  readonly update: (key: ConnectionKey, change: ConnectionChange, options?: CallOptions) => Promise<void>;
  /** Forgets a connection with its credential and tokens. @throws {LatchkeyError} `unknown_provider_config`; `unknown_connection` */
  readonly delete: (key: ConnectionKey, options?: CallOptions) => Promise<void>;
  /**
   * Puts metadata in the place of what connections have.
   *
   * @throws {LatchkeyError} `invalid_body`; `unknown_provider_config`; `unknown_connection`, and then none has changed
   */
  readonly setMetadata: (keys: ConnectionKeys, metadata: Readonly<Record<string, unknown>>, options?: CallOptions) => Promise<void>;
  /** Adds members to the metadata of connections, each in the place of one with the same name. @throws {LatchkeyError} As {@link Connections.setMetadata}. */
  readonly mergeMetadata: (keys: ConnectionKeys, metadata: Readonly<Record<string, unknown>>, options?: CallOptions) => Promise<void>;
  /**
   * Stores a credential that you have already, as a connection, once the provider gave a token for it.
   *
   * @throws {LatchkeyError} `unknown_provider_config`; a field's problem; the provider's explanation; `identity_mismatch` when the connection that has the
   *   id leads to something else; `connection_disabled`
   */
  readonly import: (order: ConnectionImport, options?: CallOptions) => Promise<ConnectionWithToken>;
}

/** @see {@link Connections.get} */
export interface GetOptions extends CallOptions {
  /** Gets a new token even if the stored one is fresh. @default false */
  readonly forceRefresh?: boolean | undefined;
  /** Whether the refresh token is told, where there is one. Using it takes it from Latchkey. @default false */
  readonly includeRefreshToken?: boolean | undefined;
  /** Whether the secret of the OAuth client is told that the end user gave; the key needs `connections:read_secrets`. @default false */
  readonly includeSecrets?: boolean | undefined;
}

const PAGE_SIZE = 200;

/** Creates the methods about connections. */
export function createConnections(exchange: Exchange): Connections {
  const changeMetadata =
    (method: 'POST' | 'PATCH'): Connections['setMetadata'] =>
    async ({ integrationId, connectionId }, metadata, options) => {
      const body = { provider_config_key: integrationId, connection_id: connectionId, metadata };
      return exchange({ ...options, method, path: '/connections/metadata', ...buildJson(body), idempotent: true }, readNothing);
    };

  return {
    async *list({ integrationId, organizationId, tags = {}, ...filter } = {}, options) {
      const query = {
        ...filter,
        integrationId: integrationId === undefined ? undefined : [integrationId].flat().join(','),
        endUserOrganizationId: organizationId,
        ...Object.fromEntries(Object.entries(tags).map(([name, value]) => [`tags[${name}]`, value])),
        limit: PAGE_SIZE,
      };
      let cursor: string | undefined;
      do {
        const call = { ...options, method: 'GET', path: '/connections', query: { ...query, cursor } };
        const page = await exchange(call, readAs(connectionList));
        yield* page.connections.map(readConnection);
        cursor = page.next_cursor;
      } while (cursor !== undefined);
    },
    get: async (key, { forceRefresh = false, includeRefreshToken, includeSecrets, ...options } = {}) => {
      const call = buildCall('GET', key, options);
      const query = { ...call.query, force_refresh: forceRefresh, refresh_token: includeRefreshToken, include_secrets: includeSecrets };
      return readConnectionWithToken(await exchange({ ...call, query }, readAs(shownConnection)));
    },
    getDetails: async (key, options) => readConnectionDetails(await exchange(buildCall('GET', key, options), readAs(shownConnection))),
    check: async (key, options) =>
      readConnectionDetails(await exchange(buildCall('POST', key, options, '/check'), readAs(checkedConnection))),
    refresh: async (key, options) =>
      readConnectionDetails(await exchange(buildCall('POST', key, options, '/refresh'), readAs(checkedConnection))),
    update: async (key, change, options) =>
      exchange(
        { ...buildCall('PATCH', key, options), ...buildJson({ ...buildAttribution(change), status: change.status }), idempotent: true },
        readNothing,
      ),
    delete: async (key, options) => exchange(buildCall('DELETE', key, options), readNothing),
    setMetadata: changeMetadata('POST'),
    mergeMetadata: changeMetadata('PATCH'),
    import: async (order, options) => {
      const call = { ...options, method: 'POST', path: '/connections', ...buildJson(buildImport(order)) };
      return readConnectionWithToken(await exchange(call, readAs(shownConnection)));
    },
  };
}

function buildCall(method: string, { integrationId, connectionId }: ConnectionKey, options: CallOptions | undefined, rest = '') {
  return {
    ...options,
    method,
    path: `/connections/${encodeSegment(connectionId)}${rest}`,
    query: { provider_config_key: integrationId },
  };
}

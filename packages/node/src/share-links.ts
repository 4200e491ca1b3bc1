import { shareLinkCreatedBody, shareLinkListBody, type ShareLinkEntry } from '@latchkey/protocol';
import { buildAttribution, type Attribution } from './attribution.ts';
import { encodeSegment } from './build-url.ts';
import type { EndUser, Organization } from './connection.ts';
import { hide } from './credentials.ts';
import { buildJson, readAs, readNothing, type CallOptions, type Exchange } from './exchange.ts';
import { readMoment } from './read-moment.ts';

/** Who is to connect what. `endUser`, `tags` or `connectionId` must be given. */
export interface ShareLinkOrder extends Attribution {
  readonly integrationId: string;
  /** The connection that is to get a new credential. @default a new connection is made */
  readonly connectionId?: string | undefined;
  /** 300 to 2,592,000. @default the server's option, 604800 */
  readonly expiresInSeconds?: number | undefined;
  /** For whoever looks at the list; the person who follows the link does not see it. */
  readonly note?: string | undefined;
}

/** A new link. */
export interface CreatedShareLink {
  readonly id: string;
  /** For the person who is to connect, told this once. Not enumerable: it is read by its name, and neither printed nor copied along. */
  readonly url: string;
  readonly expiresAt: Date;
}

/** A link that lets somebody else connect, once. */
export interface ShareLink {
  readonly id: string;
  readonly integrationId: string;
  readonly endUser: EndUser | undefined;
  readonly organization: Organization | undefined;
  readonly tags: Readonly<Record<string, string>>;
  readonly state: ShareLinkEntry['state'];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** When it was opened first. */
  readonly openedAt: Date | undefined;
  readonly usedAt: Date | undefined;
  /** The connection that it reconnects, or was used for. */
  readonly connectionId: string | undefined;
  readonly note: string | undefined;
}

/** Share links. */
export interface ShareLinks {
  /**
   * Makes a link. Whoever follows it connects on the page that Latchkey serves.
   *
   * @throws {LatchkeyError} `invalid_body`; `hosted_page_missing` when the server has no such page; `unknown_integration`; `unknown_connection`;
   *   `connection_disabled`; `organization_mismatch`
   */
  readonly create: (order: ShareLinkOrder, options?: CallOptions) => Promise<CreatedShareLink>;
  /** Yields links and how each stands, the latest first, page after page as they are asked for: end the loop when you have enough. */
  readonly list: (options?: CallOptions) => AsyncGenerator<ShareLink, void, undefined>;
  /** Revokes a link, and the sessions that came of it. @throws {LatchkeyError} `unknown_link`; `link_used` when it is too late */
  readonly revoke: (id: string, options?: CallOptions) => Promise<void>;
}

const PAGE_SIZE = 200;

/** Creates the methods about share links. */
export function createShareLinks(exchange: Exchange): ShareLinks {
  return {
    create: async ({ integrationId, connectionId, expiresInSeconds, note, ...attribution }, options) => {
      const body = {
        ...buildAttribution(attribution),
        integration_id: integrationId,
        connection_id: connectionId,
        expires_in_seconds: expiresInSeconds,
        note,
      };
      const call = { ...options, method: 'POST', path: '/connect/links', ...buildJson(body) };
      const { id, url, expires_at } = (await exchange(call, readAs(shareLinkCreatedBody))).data;
      return hide({ id, url, expiresAt: new Date(expires_at) }, ['url']);
    },
    async *list(options) {
      let cursor: string | null | undefined;
      while (cursor !== null) {
        const call = { ...options, method: 'GET', path: '/connect/links', query: { limit: PAGE_SIZE, cursor } };
        const page = await exchange(call, readAs(shareLinkListBody));
        yield* page.data.map(readShareLink);
        cursor = page.next_cursor;
      }
    },
    revoke: async (id, options) => exchange({ ...options, method: 'DELETE', path: `/connect/links/${encodeSegment(id)}` }, readNothing),
  };
}

function readShareLink(wire: ShareLinkEntry): ShareLink {
  const { end_user: user, organization: company } = wire;
  return {
    id: wire.id,
    integrationId: wire.integration_id,
    endUser: user ? { id: user.id, displayName: user.display_name, email: user.email, tags: user.tags } : undefined,
    organization: company ? { id: company.id, displayName: company.display_name } : undefined,
    tags: wire.tags,
    state: wire.state,
    createdAt: new Date(wire.created_at),
    expiresAt: new Date(wire.expires_at),
    openedAt: readMoment(wire.opened_at),
    usedAt: readMoment(wire.used_at),
    connectionId: wire.connection_id ?? undefined,
    note: wire.note ?? undefined,
  };
}

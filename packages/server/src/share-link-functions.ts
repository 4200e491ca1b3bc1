import {
  createShareLinkBody,
  shareLinksQuery,
  type CreateShareLinkBody,
  type ShareLinkCreatedBody,
  type ShareLinkListBody,
  type ShareLinksQuery,
} from '@latchkey/protocol';
import type { Entrance } from './entrance.ts';
import { readBody, readQueryValues } from './http/read-input.ts';
import * as links from './http/share-link-operations.ts';
import type { Deps } from './use-cases/deps.ts';

/** What a process may do about share links, in the words of the HTTP API. */
export interface ShareLinkFunctions {
  /**
   * Makes a link that lets whoever follows it connect, once. Its URL is told this once.
   *
   * @throws {ConnectError} `invalid_body`; `hosted_page_missing`; `unknown_integration`; `unknown_connection`; `connection_disabled`;
   *   `organization_mismatch`
   * @example
   * ```ts
   * const { data } = await connect.createShareLink({ integration_id: 'pingone-cc', end_user: { id: 'ada' }, organization: { id: 'acme' } });
   * ```
   */
  readonly createShareLink: (body: CreateShareLinkBody) => Promise<ShareLinkCreatedBody>;
  /** Lists share links and how each stands, the latest first. @throws {ConnectError} `invalid_query_params` */
  readonly listShareLinks: (query?: ShareLinksQuery) => Promise<ShareLinkListBody>;
  /** Revokes a link, and the sessions that came of it. @throws {ConnectError} `unknown_link`; `link_used` when it is too late */
  readonly revokeShareLink: (linkId: string) => Promise<void>;
}

/** Creates them. */
export function createShareLinkFunctions(deps: Deps, { enter, change }: Entrance): ShareLinkFunctions {
  return {
    createShareLink: (body) =>
      change('POST /connect/links', undefined, async () => links.createShareLink(deps, readBody(createShareLinkBody, body))),
    listShareLinks: (query = {}) => enter(async () => links.listShareLinks(deps, readQueryValues(shareLinksQuery, query))),
    revokeShareLink: (linkId) =>
      change('DELETE /connect/links/{linkId}', linkId, async () => void (await links.revokeShareLink(deps, linkId))),
  };
}

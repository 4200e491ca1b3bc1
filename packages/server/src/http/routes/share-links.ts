import {
  createShareLinkBody,
  openShareLinkBody,
  shareLinkCreatedBody,
  shareLinkListBody,
  shareLinkOpenedBody,
  shareLinksQuery,
  successBody,
} from '@latchkey/protocol';
import { readDeliveriesQuery } from '../read-query.ts';
import { forAnyone, forBackend, type Route } from '../route.ts';
import * as links from '../share-link-operations.ts';

/** Links that let somebody else connect. */
export const shareLinkRoutes: readonly Route[] = [
  forBackend({
    method: 'POST',
    path: '/connect/links',
    scope: 'sessions:write',
    summary: 'Makes a link that lets whoever follows it connect, once.',
    body: createShareLinkBody,
    errors: ['hosted_page_missing', 'unknown_integration', 'unknown_connection', 'connection_disabled', 'organization_mismatch'],
    status: 201,
    answer: shareLinkCreatedBody,
    work: ({ deps, body }) => links.createShareLink(deps, body),
  }),
  forBackend({
    method: 'GET',
    path: '/connect/links',
    scope: 'connections:read',
    summary: 'Lists share links and how each stands, the latest first.',
    query: shareLinksQuery,
    readQuery: readDeliveriesQuery,
    status: 200,
    answer: shareLinkListBody,
    work: ({ deps, query }) => links.listShareLinks(deps, query),
  }),
  forAnyone({
    method: 'POST',
    path: '/connect/links/open',
    summary: 'Starts a connect session for who follows a link. Called by the hosted page.',
    body: openShareLinkBody,
    errors: ['unknown_link', 'link_expired', 'link_used', 'link_revoked', 'origin_not_allowed', 'too_many_request'],
    perMinute: 60,
    status: 200,
    answer: shareLinkOpenedBody,
    work: ({ deps, body, origin }) => links.openShareLink(deps, body.token, origin),
  }),
  forBackend({
    method: 'DELETE',
    path: '/connect/links/:linkId',
    scope: 'sessions:write',
    summary: 'Revokes a link, and the sessions that came of it.',
    errors: ['unknown_link', 'link_used'],
    status: 200,
    answer: successBody,
    work: ({ deps, params }) => links.revokeShareLink(deps, params.linkId),
  }),
];

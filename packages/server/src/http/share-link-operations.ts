/** Share links, in the words of the wire: over HTTP, and as functions in the same process. */

import type {
  CreateShareLinkBody,
  ShareLinkCreatedBody,
  ShareLinkEntry,
  ShareLinkListBody,
  ShareLinkOpenedBody,
  ShareLinksQuery,
} from '@latchkey/protocol';
import { readShareLinkState, type ShareLink } from '../core/share-link.ts';
import { connectError } from '../errors.ts';
import { createShareLink as create } from '../use-cases/create-share-link.ts';
import type { Deps } from '../use-cases/deps.ts';
import { openShareLink as open } from '../use-cases/open-share-link.ts';
import { revokeShareLink as revoke } from '../use-cases/revoke-share-link.ts';
import { formatApp } from './format-app.ts';
import { formatOwner, parseOwner } from './format-connect-session.ts';

const DEFAULT_LIMIT = 50;

/** Makes a link. */
export async function createShareLink(deps: Deps, body: CreateShareLinkBody): Promise<ShareLinkCreatedBody> {
  const { integration_id: integrationId, connection_id: connectionId, expires_in_seconds: lifetimeSeconds, note } = body;
  const { link, url } = await create(deps, {
    ...parseOwner(body),
    integrationId,
    ...(connectionId !== undefined && { connectionId }),
    ...(lifetimeSeconds !== undefined && { lifetimeSeconds }),
    ...(note !== undefined && { note }),
  });
  return { data: { id: link.linkId, url, expires_at: link.expiresAt.toISOString() } };
}

/** Lists links, the latest first. */
export async function listShareLinks(
  { store, clock }: Deps,
  { limit = DEFAULT_LIMIT, cursor }: ShareLinksQuery,
): Promise<ShareLinkListBody> {
  const links = await store.listShareLinks({ limit: limit + 1, ...(cursor !== undefined && { beforeRowId: Number(cursor) }) });
  const page = links.slice(0, limit);
  const now = clock.now();
  return {
    data: page.map((link) => formatShareLink(link, now)),
    next_cursor: links.length > limit ? String(page.at(-1)?.rowId) : null,
  };
}

/** Revokes a link. */
export async function revokeShareLink(deps: Deps, linkId: string): Promise<{ success: true }> {
  await revoke(deps, linkId);
  return { success: true };
}

/** Gives who follows a link a session. @param origin The origin of the page that asks; `undefined` when the request names none. */
export async function openShareLink(deps: Deps, token: string, origin: string | undefined): Promise<ShareLinkOpenedBody> {
  // Security: the hosted page is on our own origin, and no other page has to do with these tokens.
  if (origin !== undefined && origin !== new URL(deps.publicUrl).origin) throw connectError('origin_not_allowed');
  const { link, session } = await open(deps, token);
  return {
    data: {
      session_token: session.token,
      expires_at: session.expiresAt.toISOString(),
      app: formatApp(deps),
      integration_id: link.integrationId,
    },
  };
}

function formatShareLink(link: ShareLink, now: Date): ShareLinkEntry {
  return {
    id: link.linkId,
    integration_id: link.integrationId,
    ...formatOwner(link),
    tags: { ...link.tags },
    state: readShareLinkState(link, now),
    created_at: link.createdAt.toISOString(),
    expires_at: link.expiresAt.toISOString(),
    opened_at: link.openedAt?.toISOString() ?? null,
    used_at: link.usedAt?.toISOString() ?? null,
    connection_id: link.connectionId ?? null,
    note: link.note ?? null,
  };
}

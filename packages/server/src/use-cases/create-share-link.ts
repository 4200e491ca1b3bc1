import { randomUUID } from 'node:crypto';
import type { ShareLink } from '../core/share-link.ts';
import { lowerTags } from '../core/lower-tags.ts';
import { connectError } from '../errors.ts';
import type { Deps } from './deps.ts';
import { generateSecret, hashSecret } from './hash-secret.ts';
import { requireReconnectable } from './start-reconnect-session.ts';

/** What every token of a share link starts with, so that secret scanners know it. */
const TOKEN_PREFIX = 'latchkey_link_';

/** Who is to connect what. `endUser`, `tags` or `connectionId` must be given. */
export interface ShareLinkOrder extends Partial<Pick<ShareLink, 'endUser' | 'organization' | 'tags' | 'note'>> {
  readonly integrationId: string;
  /** The connection that is to get a new credential. @default a new connection is made */
  readonly connectionId?: string;
  /** @default the option `shareLinkLifetimeSeconds` */
  readonly lifetimeSeconds?: number;
}

/** A new link. Its URL is told this once. */
export interface CreatedShareLink {
  readonly link: ShareLink;
  readonly url: string;
}

/**
 * Makes a link that lets whoever follows it connect, once.
 *
 * @throws {ConnectError} `hosted_page_missing`; `unknown_integration`; for a reconnection `unknown_connection`, `connection_disabled`,
 *   `organization_mismatch`; `store_unavailable`; `store_full`
 */
export async function createShareLink(deps: Deps, order: ShareLinkOrder): Promise<CreatedShareLink> {
  const { integrationId, connectionId, endUser, organization, tags, note } = order;
  if (!deps.hostedPage) throw connectError('hosted_page_missing');
  if (connectionId !== undefined) await requireReconnectable(deps, { integrationId, connectionId, organization });
  else if ((await deps.integrations.find(integrationId)) === undefined) {
    throw connectError('unknown_integration', { field: 'integration_id' });
  }
  const token = TOKEN_PREFIX + generateSecret();
  const createdAt = deps.clock.now();
  const link: ShareLink = {
    linkId: randomUUID(),
    tokenHash: hashSecret(token),
    integrationId,
    reconnects: connectionId !== undefined,
    connectionId,
    endUser,
    organization,
    tags: tags && lowerTags(tags),
    note,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + (order.lifetimeSeconds ?? deps.shareLinkLifetimeSeconds) * 1000),
    openedAt: undefined,
    usedAt: undefined,
    revokedAt: undefined,
  };
  await deps.store.insertShareLink(link);
  // Security: the fragment stands in no request line and no referrer, so no log between here and there holds the token.
  return { link, url: `${buildHostedPageUrl(deps)}#share=${token}` };
}

/** Builds the address of the hosted page. */
export function buildHostedPageUrl({ publicUrl }: Pick<Deps, 'publicUrl'>): string {
  return `${publicUrl}/link`;
}

import type { ShareLink } from '../core/share-link.ts';
import type { Deps } from './deps.ts';
import { hashSecret } from './hash-secret.ts';
import { issueConnectSession, type StartedConnectSession } from './issue-connect-session.ts';
import { requireOpenLink } from './require-open-link.ts';

/** A link that was opened, and the session that it gives. */
export interface OpenedShareLink {
  readonly link: ShareLink;
  readonly session: StartedConnectSession;
}

/**
 * Starts a connect session for who follows a link. It may be opened again and again until somebody has connected.
 *
 * @throws {ConnectError} `unknown_link`; `link_used`; `link_expired`; `link_revoked`; `store_unavailable`; `store_full`
 */
export async function openShareLink(deps: Deps, token: string): Promise<OpenedShareLink> {
  const now = deps.clock.now();
  const link = requireOpenLink(await deps.store.findShareLinkByToken(hashSecret(token)), now);
  const { linkId, integrationId, connectionId, reconnects, endUser, organization, tags, expiresAt } = link;
  const session = await issueConnectSession(deps, {
    endUser,
    organization,
    tags,
    allowedIntegrations: [integrationId],
    reconnects: reconnects && connectionId !== undefined ? { integrationId, connectionId } : undefined,
    defaults: undefined,
    shareLink: { linkId, expiresAt },
  });
  await deps.store.noteShareLinkOpened(linkId, now);
  return { link, session };
}

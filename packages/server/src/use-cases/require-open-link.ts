import type { ConnectSession } from '../core/connect-session.ts';
import { readShareLinkState, type ShareLink } from '../core/share-link.ts';
import { connectError } from '../errors.ts';
import type { LinkUse } from '../store/share-link-store.ts';
import type { Deps } from './deps.ts';

const refusals = { used: 'link_used', expired: 'link_expired', revoked: 'link_revoked' } as const;

/** Makes sure that a link still starts sessions. @throws {ConnectError} `unknown_link`; `link_used`; `link_expired`; `link_revoked` */
export function requireOpenLink<Link extends ShareLink>(link: Link | undefined, now: Date): Link {
  if (link === undefined) throw connectError('unknown_link');
  const state = readShareLinkState(link, now);
  if (state !== 'open') throw connectError(refusals[state]);
  return link;
}

/**
 * Makes sure that a session may connect, as far as the link goes that it came from.
 *
 * @returns What connecting does to the link; `undefined` for a session that came from none.
 * @throws {ConnectError} As {@link requireOpenLink}; `store_unavailable`
 */
export async function requireConnectable(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { shareLinkId }: ConnectSession,
): Promise<LinkUse | undefined> {
  if (shareLinkId === undefined) return undefined;
  const at = clock.now();
  const { linkId } = requireOpenLink(await store.findShareLink(shareLinkId), at);
  return { linkId, at };
}

import { connectError } from '../errors.ts';
import type { Deps } from './deps.ts';

/**
 * Revokes a link, so that neither it nor a session that came of it connects any more. One that was revoked before, or has expired, stays as it is.
 *
 * @throws {ConnectError} `unknown_link`; `link_used`, when there is nothing left to keep from happening; `store_unavailable`
 */
export async function revokeShareLink({ store, clock }: Pick<Deps, 'store' | 'clock'>, linkId: string): Promise<void> {
  if (await store.revokeShareLink(linkId, clock.now())) return;
  const link = await store.findShareLink(linkId);
  if (link === undefined) throw connectError('unknown_link');
  if (link.usedAt !== undefined)
    throw connectError('link_used', { remedy: 'Delete the connection that it was used for, if that should not be.' });
}

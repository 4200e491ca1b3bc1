import type { Connection } from '../core/connection.ts';
import { readSealedKeyId } from '../core/sealed-key-id.ts';

/** What tells token sets apart. */
type SealedTokens = Pick<Connection, 'sealedTokenSet' | 'tokenExpiresAt'>;

/**
 * Tells whether a connection has got another token set than it had. One that was only sealed anew with another key is the same: a new one under
 * another key would not end at the same millisecond.
 */
export function isTokenSetReplaced(before: SealedTokens, now: SealedTokens): boolean {
  if (now.sealedTokenSet === before.sealedTokenSet) return false;
  const isResealed = readSealedKeyId(now.sealedTokenSet) !== readSealedKeyId(before.sealedTokenSet);
  return !isResealed || now.tokenExpiresAt.getTime() !== before.tokenExpiresAt.getTime();
}

import type { EndUser, Organization } from './connect-session.ts';

/** How a share link stands. */
export type ShareLinkState = 'open' | 'used' | 'expired' | 'revoked';

/** A permission that is sent to somebody: it starts connect sessions for one end user and integration until one of them has succeeded. */
export interface ShareLink {
  readonly linkId: string;
  /** SHA-256 of the token, as 64 lower-case hexadecimal digits. */
  readonly tokenHash: string;
  readonly integrationId: string;
  /** Whether `connectionId` was there before, and the link gives it a new credential. */
  readonly reconnects: boolean;
  /** The connection that is reconnected, or that the link was used for; `undefined` before. */
  readonly connectionId: string | undefined;
  readonly endUser: EndUser | undefined;
  readonly organization: Organization | undefined;
  readonly tags: Readonly<Record<string, string>> | undefined;
  /** What the host notes for itself; the person who follows the link does not see it. */
  readonly note: string | undefined;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** When it was opened first. */
  readonly openedAt: Date | undefined;
  readonly usedAt: Date | undefined;
  readonly revokedAt: Date | undefined;
}

/** Tells how a link stands. What was done with it says more than that its time is over. */
export function readShareLinkState({ usedAt, revokedAt, expiresAt }: ShareLink, now: Date): ShareLinkState {
  if (usedAt !== undefined) return 'used';
  if (revokedAt !== undefined) return 'revoked';
  return now < expiresAt ? 'open' : 'expired';
}

import type { Connection } from './connection.ts';

/** One token response of the provider. */
export interface TokenSet {
  readonly accessToken: string;
  /**
   * Gets the next token set, once: it is taken as spent the moment it is sent, because providers rotate it and take a second use for a theft.
   * A new one is committed to the store before the access token that came with it is used. Absent where the grant gives none.
   *
   * @see [RFC 9700 §4.14.2](https://www.rfc-editor.org/rfc/rfc9700.html#section-4.14.2)
   */
  readonly refreshToken?: string;
  readonly expiresAt: Date;
  /** The token response as it came, without what is stored elsewhere. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** Whether a token is used as it is, used while a new one is fetched, or of no use any more. */
export type TokenAge = 'fresh' | 'ageing' | 'expired';

/** The last part of a token's life in which a new one is fetched: this share of it, and no longer than this, in milliseconds. */
const AGEING_SHARE = 0.1;
const MAX_AGEING_MS = 5 * 60_000;

/** How early a token counts as expired, so that it does not expire on its way: this share of the time in which it ages, and no more than this. */
const EXPIRED_SHARE = 0.1;
const MAX_EXPIRED_EARLY_MS = 10_000;

/**
 * Reads the age of a connection's token, from what is known of it while it is sealed.
 *
 * @see [RFC 6749 §5.1](https://www.rfc-editor.org/rfc/rfc6749.html#section-5.1): `expires_in` is a lifetime, not a moment.
 */
export function readTokenAge({ tokenExpiresAt, lastFetchedAt }: Pick<Connection, 'tokenExpiresAt' | 'lastFetchedAt'>, now: Date): TokenAge {
  const lifetimeMs = lastFetchedAt === undefined ? Number.POSITIVE_INFINITY : tokenExpiresAt.getTime() - lastFetchedAt.getTime();
  const ageingMs = Math.min(Math.max(lifetimeMs, 0) * AGEING_SHARE, MAX_AGEING_MS);
  const leftMs = tokenExpiresAt.getTime() - now.getTime();
  if (leftMs > ageingMs) return 'fresh';
  return leftMs > Math.min(ageingMs * EXPIRED_SHARE, MAX_EXPIRED_EARLY_MS) ? 'ageing' : 'expired';
}

/** One token response of the provider. */
export interface TokenSet {
  readonly accessToken: string;
  readonly expiresAt: Date;
  /** The token response as it came, without what is stored elsewhere. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/**
 * Tells whether the access token can still be used.
 *
 * @param skewSeconds How long before its expiry a token counts as stale, in seconds.
 * @see [RFC 6749 §5.1](https://www.rfc-editor.org/rfc/rfc6749.html#section-5.1): `expires_in` is a lifetime, not a moment.
 */
export function isFresh(tokens: Pick<TokenSet, 'expiresAt'>, now: Date, skewSeconds: number): boolean {
  return tokens.expiresAt.getTime() - now.getTime() > skewSeconds * 1000;
}

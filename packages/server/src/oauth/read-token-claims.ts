import { decodeJwt } from 'jose';

/**
 * Reads the claims of an access token, for what it tells about itself. An opaque token has none.
 *
 * Nothing here is trusted: the token came straight from the token endpoint, and its claims only help to explain a mistake.
 */
export function readTokenClaims(accessToken: string): Readonly<Record<string, unknown>> {
  try {
    return decodeJwt(accessToken);
  } catch {
    return {};
  }
}

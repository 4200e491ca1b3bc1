import { calculatePKCECodeChallenge, generateRandomCodeVerifier, generateRandomNonce, generateRandomState } from 'oauth4webapi';

/** What only the two ends of a sign-in know: 256 random bits each. */
export interface AuthorizationSecrets {
  readonly state: string;
  readonly codeVerifier: string;
  readonly nonce: string;
}

/** What a sign-in asks for. */
export interface AuthorizationOrder extends AuthorizationSecrets {
  /** The provider's authorization endpoint. */
  readonly endpoint: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  /** `none` lets the provider show nothing to anybody. */
  readonly prompt?: 'none';
}

/** Makes the secrets of one sign-in. */
export function generateAuthorizationSecrets(): AuthorizationSecrets {
  return { state: generateRandomState(), codeVerifier: generateRandomCodeVerifier(), nonce: generateRandomNonce() };
}

/** Tells whether scopes ask for an ID token. @see [OpenID Connect Core 1.0 §3.1.2.1](https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest) */
export function asksForIdToken(scopes: readonly string[]): boolean {
  return scopes.includes('openid');
}

/**
 * Builds the address at which a sign-in begins.
 *
 * @see [RFC 6749 §4.1.1](https://www.rfc-editor.org/rfc/rfc6749.html#section-4.1.1) and [RFC 7636 §4.3](https://www.rfc-editor.org/rfc/rfc7636.html#section-4.3)
 */
export async function buildAuthorizationUrl(order: AuthorizationOrder): Promise<string> {
  const { endpoint, clientId, redirectUri, scopes, state, nonce, codeVerifier, prompt } = order;
  const url = new URL(endpoint);
  const parameters = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    ...(scopes.length > 0 && { scope: scopes.join(' ') }),
    state,
    code_challenge: await calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
    ...(asksForIdToken(scopes) && { nonce }),
    ...(prompt !== undefined && { prompt }),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

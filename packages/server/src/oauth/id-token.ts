import { createLocalJWKSet, jwtVerify, type JSONWebKeySet, type JWTPayload } from 'jose';
import { parseObject } from './read-provider-answer.ts';
import type { OutboundRequest, Received } from './send.ts';

/** What an ID token must hold. */
export interface ExpectedIdToken {
  readonly clientId: string;
  readonly nonce: string;
  /** Each of these may call itself the issuer. */
  readonly issuers: readonly string[];
  readonly now: Date;
}

/** How far the provider's clock may be off, in seconds. */
const SKEW_SECONDS = 60;

/** An ID token is validated the moment it is given, so it is no older than this. */
const MAX_AGE_SECONDS = 600;

/** Builds the request for the keys that sign ID tokens. @see [RFC 7517 §5](https://www.rfc-editor.org/rfc/rfc7517.html#section-5) */
export function buildKeysRequest(url: string): OutboundRequest {
  return { method: 'GET', url, headers: { accept: 'application/jwk-set+json, application/json' } };
}

/** Reads the keys that sign ID tokens; `undefined` for anything that is no set of keys. */
export function readKeys(received: Received): JSONWebKeySet | undefined {
  if ('transport' in received || received.status !== 200) return undefined;
  const keys = parseObject(received.body)?.['keys'];
  return Array.isArray(keys) ? { keys } : undefined;
}

/**
 * Tells whether an ID token is one for this sign-in: signed by the provider, for this client, with this nonce, and of now.
 *
 * @see [OpenID Connect Core 1.0 §3.1.3.7](https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation)
 */
// PingOne: the keys carry no "alg", and the ID "default" is shared by tenants, so the signature alone says nothing of whose token it is.
export async function isIdTokenValid(idToken: string, keys: JSONWebKeySet, expected: ExpectedIdToken): Promise<boolean> {
  const { clientId, nonce, issuers, now } = expected;
  try {
    const { payload } = await jwtVerify(idToken, createLocalJWKSet(keys), {
      algorithms: ['RS256'],
      issuer: [...issuers],
      audience: clientId,
      clockTolerance: SKEW_SECONDS,
      maxTokenAge: MAX_AGE_SECONDS,
      currentDate: now,
      requiredClaims: ['sub', 'exp', 'iat', 'nonce'],
    });
    return payload['nonce'] === nonce && isAuthorizedParty(payload, clientId);
  } catch {
    // Security: the library's errors carry the claims, and why it is invalid helps nobody but who made it up.
    return false;
  }
}

/** A token for several audiences must name this client as the party that it was given to. */
function isAuthorizedParty({ aud, azp }: JWTPayload, clientId: string): boolean {
  if (azp !== undefined) return azp === clientId;
  return !Array.isArray(aud) || aud.length === 1;
}

import type { ProviderAnswer } from '@latchkey/providers';
import { processGenericTokenEndpointResponse } from 'oauth4webapi';
import type { TokenSet } from '../core/token-set.ts';
import { parseObject, readProviderAnswer } from './read-provider-answer.ts';
import type { Received } from './send.ts';
import type { TokenEndpoint, TokenGrant } from './token-request.ts';

/** A token set, or the answer that says why there is none. */
export type TokenReading =
  | {
      readonly tokens: TokenSet;
      /** As it came, not validated; only of the authorization code grant. */
      readonly idToken?: string;
    }
  | {
      readonly answer: ProviderAnswer;
      /** Whether the provider may have acted on the request without our learning of it. */
      readonly mayBeSpent: boolean;
    };

/** Lifetime of a token whose answer does not tell one, in seconds. Short, because asking again is cheap and a dead token is not. */
const DEFAULT_LIFETIME_SECONDS = 300;

/** Longest lifetime that is believed, in seconds. */
const MAX_LIFETIME_SECONDS = 86_400;

/** Printable ASCII: a token is sent in a header, and anything else could not be. */
const TOKEN = /^[\x21-\x7e]+$/;

/** Parts of a token response that are stored elsewhere, or not at all. */
const NOT_RAW = new Set(['access_token', 'refresh_token']);

/**
 * Reads a token response.
 *
 * The client credentials grant gives no refresh token, whatever the answer holds. An ID token is left to who asked for one: a refresh, which needs
 * none, is not lost over it.
 *
 * @param sentAt When the request was sent: the lifetime counts from there, so that a slow answer does not lengthen it.
 * @see [RFC 6749 §5.1](https://www.rfc-editor.org/rfc/rfc6749.html#section-5.1) and [§4.4.3](https://www.rfc-editor.org/rfc/rfc6749.html#section-4.4.3)
 */
export async function readTokenResponse(
  endpoint: TokenEndpoint,
  clientId: string,
  received: Received,
  sentAt: Date,
  grantType: TokenGrant['type'] = 'client_credentials',
): Promise<TokenReading> {
  const answer = readProviderAnswer('token', received, sentAt);
  if ('transport' in received) return { answer, mayBeSpent: received.neverSent !== true };
  // A gateway that gave up waiting knows no more than we do; any other refusal is an answer.
  if (received.status >= 400) return { answer, mayBeSpent: received.status === 504 };
  const invalid = { answer: { ...answer, transport: 'invalid' as const }, mayBeSpent: true };
  if (received.status !== 200) return invalid;
  const { id_token: idToken, ...body } = parseObject(received.body) ?? {};
  try {
    const response = await processGenericTokenEndpointResponse(
      { issuer: endpoint.issuer },
      { client_id: clientId },
      new Response(JSON.stringify(body), { status: 200, headers: { 'content-type': 'application/json' } }),
    );
    // Security: a token that is bound to a key we do not have (DPoP) is of no use, and a Bearer header is no place for it.
    if (response.token_type !== 'bearer' || !TOKEN.test(response.access_token)) return invalid;
    const lifetimeSeconds = Math.min(response.expires_in ?? DEFAULT_LIFETIME_SECONDS, MAX_LIFETIME_SECONDS);
    const raw = Object.fromEntries(Object.entries(body).filter(([name]) => !NOT_RAW.has(name)));
    const tokens: TokenSet = {
      accessToken: response.access_token,
      ...(grantType !== 'client_credentials' && response.refresh_token !== undefined && { refreshToken: response.refresh_token }),
      expiresAt: new Date(sentAt.getTime() + lifetimeSeconds * 1000),
      raw,
    };
    return grantType === 'authorization_code' && typeof idToken === 'string' ? { tokens, idToken } : { tokens };
  } catch {
    // Security: the library's errors carry the body, which may hold a token.
    return invalid;
  }
}

import type { TokenEndpointAuthMethod } from '@latchkey/providers';
import { ClientSecretPost, type ClientAuth } from 'oauth4webapi';

/** One way to send a client's secret. */
export interface AuthAttempt {
  readonly method: TokenEndpointAuthMethod;
  /** How Basic writes id and secret: `form` as the RFC asks, `raw` for servers that do not decode. Post has one form only. */
  readonly encoding: 'form' | 'raw';
}

/** What a client proves itself with. */
export interface ClientSecret {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Lists the ways to try, in order: each method once, and Basic also in its raw form when that is another one. */
export function listAuthAttempts(methods: readonly TokenEndpointAuthMethod[], client: ClientSecret): readonly AuthAttempt[] {
  const differs = [client.clientId, client.clientSecret].some((value) => formEncode(value) !== value);
  return methods.flatMap((method): AuthAttempt[] =>
    method === 'CLIENT_SECRET_BASIC' && differs
      ? [
          { method, encoding: 'form' },
          { method, encoding: 'raw' },
        ]
      : [{ method, encoding: 'form' }],
  );
}

/**
 * Makes the part of a token request that proves the client.
 *
 * @see [RFC 6749 §2.3.1](https://www.rfc-editor.org/rfc/rfc6749.html#section-2.3.1)
 */
export function createClientAuth(attempt: AuthAttempt, client: ClientSecret): ClientAuth {
  if (attempt.method === 'CLIENT_SECRET_POST') return ClientSecretPost(client.clientSecret);
  const encode = attempt.encoding === 'form' ? formEncode : (value: string) => value;
  // Compat: `ClientSecretBasic` of oauth4webapi also encodes "-._~", which is allowed and breaks servers that do not decode: most secrets hold one.
  return (_server, _client, _body, headers) => {
    const pair = `${encode(client.clientId)}:${encode(client.clientSecret)}`;
    headers.set('authorization', `Basic ${Buffer.from(pair, 'utf8').toString('base64')}`);
  };
}

/** Encodes as `application/x-www-form-urlencoded` does, and leaves every unreserved character of RFC 3986 as it is. */
function formEncode(value: string): string {
  return encodeURIComponent(value)
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}

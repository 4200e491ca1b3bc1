import {
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  clientCredentialsGrantRequest,
  customFetch,
  expectNoState,
  refreshTokenGrantRequest,
  validateAuthResponse,
} from 'oauth4webapi';
import { createClientAuth, type AuthAttempt, type ClientSecret } from './client-auth.ts';
import type { OutboundRequest } from './send.ts';

/** Where a provider gives tokens. */
export interface TokenEndpoint {
  readonly issuer: string;
  readonly token: string;
}

/** What a token is asked for with. */
export type TokenGrant =
  /** @see [RFC 6749 §4.4](https://www.rfc-editor.org/rfc/rfc6749.html#section-4.4) */
  | { readonly type: 'client_credentials' }
  /** @see [RFC 6749 §4.1.3](https://www.rfc-editor.org/rfc/rfc6749.html#section-4.1.3) and [RFC 7636 §4.5](https://www.rfc-editor.org/rfc/rfc7636.html#section-4.5) */
  | { readonly type: 'authorization_code'; readonly code: string; readonly redirectUri: string; readonly codeVerifier: string }
  /** @see [RFC 6749 §6](https://www.rfc-editor.org/rfc/rfc6749.html#section-6) */
  | { readonly type: 'refresh_token'; readonly refreshToken: string };

/** Builds an access token request. Sends nothing. */
export async function buildTokenRequest(
  endpoint: TokenEndpoint,
  { clientId, clientSecret }: ClientSecret,
  attempt: AuthAttempt,
  grant: TokenGrant = { type: 'client_credentials' },
): Promise<OutboundRequest> {
  const built: OutboundRequest[] = [];
  const server = { issuer: endpoint.issuer, token_endpoint: endpoint.token };
  const client = { client_id: clientId };
  const auth = createClientAuth(attempt, { clientId, clientSecret });
  const options = {
    // Sending is the business of one function only, so the request is taken at the point where it would leave.
    [customFetch]: (url: string, { headers, body }: { headers: Record<string, string>; body: URLSearchParams }) => {
      built.push({ method: 'POST', url, headers, body: body.toString() });
      return Promise.resolve(new Response());
    },
    // The options were checked: http is there for loopback only.
    [allowInsecureRequests]: true,
  };
  switch (grant.type) {
    case 'client_credentials':
      await clientCredentialsGrantRequest(server, client, auth, {}, options);
      break;
    case 'authorization_code': {
      // The response was validated where it was read; the library wants to have seen its parameters.
      const response = validateAuthResponse(server, client, new URLSearchParams({ code: grant.code }), expectNoState);
      await authorizationCodeGrantRequest(server, client, auth, response, grant.redirectUri, grant.codeVerifier, options);
      break;
    }
    case 'refresh_token':
      await refreshTokenGrantRequest(server, client, auth, grant.refreshToken, options);
  }
  const [request] = built;
  if (request === undefined) throw new TypeError('The token request was not built.');
  return request;
}

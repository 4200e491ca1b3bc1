import { allowInsecureRequests, clientCredentialsGrantRequest, customFetch } from 'oauth4webapi';
import { createClientAuth, type AuthAttempt, type ClientSecret } from './client-auth.ts';
import type { OutboundRequest } from './send.ts';

/** Where a provider gives tokens. */
export interface TokenEndpoint {
  readonly issuer: string;
  readonly token: string;
}

/**
 * Builds the access token request of the client credentials grant. Sends nothing.
 *
 * @see [RFC 6749 §4.4.2](https://www.rfc-editor.org/rfc/rfc6749.html#section-4.4.2)
 */
export async function buildTokenRequest(endpoint: TokenEndpoint, client: ClientSecret, attempt: AuthAttempt): Promise<OutboundRequest> {
  const built: OutboundRequest[] = [];
  await clientCredentialsGrantRequest(
    { issuer: endpoint.issuer, token_endpoint: endpoint.token },
    { client_id: client.clientId },
    createClientAuth(attempt, client),
    {},
    {
      // Sending is the business of one function only, so the request is taken at the point where it would leave.
      [customFetch]: (url, { headers, body }) => {
        built.push({ method: 'POST', url, headers, body: body.toString() });
        return Promise.resolve(new Response());
      },
      // The options were checked: http is there for loopback only.
      [allowInsecureRequests]: true,
    },
  );
  const [request] = built;
  if (request === undefined) throw new TypeError('The token request was not built.');
  return request;
}

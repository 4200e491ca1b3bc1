import type { AuthCall } from './auth-call.ts';
import { buildOAuthBody } from './error-bodies.ts';
import { readScopes } from './judge-scopes.ts';
import { readAccessToken } from './read-access-token.ts';
import { buildUserClaims } from './user-claims.ts';

/**
 * Tells about the person to whom an access token belongs.
 *
 * @see [OpenID Connect Core 1.0 §5.3](https://openid.net/specs/openid-connect-core-1_0.html#UserInfo) and
 *   [RFC 6750 §3.1](https://www.rfc-editor.org/rfc/rfc6750.html#section-3.1)
 */
export async function answerUserInfo(call: AuthCall): Promise<void> {
  const { state, request, response, environment } = call;
  const actor = await readAccessToken(state, request.get('authorization'), environment.region.topLevelDomain);
  const user = environment.directory.find(({ id, enabled }) => enabled && id === actor?.claims['sub']);
  if (actor?.environment !== environment || !user)
    return refuse(call, 401, 'invalid_token', 'The access token is missing, invalid or expired');
  const scopes = new Set(readScopes(String(actor.claims['scope'])));
  if (!scopes.has('openid')) return refuse(call, 403, 'insufficient_scope', 'The access token lacks the scope openid');
  response.set('cache-control', 'no-store').json(buildUserClaims(environment, user, scopes));
}

function refuse({ response, exchange }: AuthCall, status: number, error: string, what: string): void {
  const body = buildOAuthBody({ status, error, reason: `Request denied: ${what}` }, exchange.correlationId);
  response.status(status).set('www-authenticate', `Bearer realm="PingOne", error="${error}"`).json(body);
}

import type { AuthCall } from './auth-call.ts';
import { nameScopes, readRefreshToken } from './dress-tokens.ts';
import type { Denial } from './error-bodies.ts';
import { VALIDATION_FAILED } from './error-bodies.ts';
import { planIssue } from './issue-plan.ts';
import { judgeClient } from './judge-token-request.ts';
import { readAccessToken } from './read-access-token.ts';
import { findApplication } from './sandbox-state.ts';
import { sendDenial } from './send-denial.ts';

/**
 * Tells a client about a token.
 *
 * @see [RFC 7662 §2.2](https://www.rfc-editor.org/rfc/rfc7662.html#section-2.2)
 */
export async function answerIntrospection(call: AuthCall): Promise<void> {
  const { state, response, environment, presented, provider } = call;
  const token = judgeCall(call);
  if (token === undefined) return;
  const actor = await readAccessToken(state, `Bearer ${token}`, environment.region.topLevelDomain);
  if (actor) return void response.json({ active: actor.environment === environment, token_type: 'Bearer', ...actor.claims });
  const refreshToken = await provider.findRefreshToken(await readRefreshToken(state, token));
  if (!refreshToken || refreshToken.clientId !== presented.clientId) return void response.json({ active: false });
  const { clientId, accountId, scope = '', exp } = refreshToken;
  response.json({ active: true, token_type: 'refresh_token', client_id: clientId, sub: accountId, scope: nameScopes(scope), exp });
}

/**
 * Revokes a refresh token with all that came of the same sign-on. Of a token that nobody knows it says nothing.
 *
 * @see [RFC 7009 §2.2](https://www.rfc-editor.org/rfc/rfc7009.html#section-2.2)
 */
export async function answerRevocation(call: AuthCall): Promise<void> {
  const { state, response, environment, provider, presented } = call;
  const token = judgeCall(call);
  if (token === undefined) return;
  const actor = await readAccessToken(state, `Bearer ${token}`, environment.region.topLevelDomain);
  // PingOne: revocation does not apply to access tokens for its API.
  if (actor && state.switches.read().revoke_api_token === 'unsupported_token_type') {
    const denial: Denial = { status: 400, error: 'unsupported_token_type', reason: `${VALIDATION_FAILED}: The token cannot be revoked` };
    return sendDenial(call, denial, state.switches.read());
  }
  const value = await readRefreshToken(state, token);
  const refreshToken = await provider.findRefreshToken(value);
  if (refreshToken?.clientId === presented.clientId) await provider.revokeRefreshToken(value);
  response.status(200).end();
}

/** Judges the client, and refuses it where it must. @returns The token that the request is about; `undefined` when it was refused. */
function judgeCall(call: AuthCall): string | undefined {
  const { state, exchange, environment, presented, form } = call;
  const application = findApplication(environment, presented.clientId, exchange.matches);
  const { switches } = planIssue(state, environment, application, exchange.matches);
  const token = form.get('token');
  const denial = judgeClient(application, presented, switches, state.clock());
  if (!denial && token !== null) return token;
  sendDenial(call, denial ?? { status: 400, error: 'invalid_request', reason: `${VALIDATION_FAILED}: token is required` }, switches);
  return undefined;
}

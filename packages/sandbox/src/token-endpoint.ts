import type { AuthCall } from './auth-call.ts';
import { nameScopesBehind, readRefreshToken } from './dress-tokens.ts';
import { planIssue } from './issue-plan.ts';
import { readScopes } from './judge-scopes.ts';
import { judgeTokenRequest } from './judge-token-request.ts';
import { findApplication } from './sandbox-state.ts';
import { sendDenial } from './send-denial.ts';

/** Answers a token request: refuses it as PingOne does, or hands it to the authorization server behind the door. */
export async function answerTokenRequest(call: AuthCall): Promise<void> {
  const { state, request, response, exchange, environment, presented, form, provider } = call;
  const effects = exchange.matches.map(({ effect }) => effect);
  const application = findApplication(environment, presented.clientId, exchange.matches);
  const plan = planIssue(state, environment, application, exchange.matches);
  const grantType = form.get('grant_type') || undefined;
  const scopes = readScopes(form.get('scope'));
  const denial =
    judgeTokenRequest(application, { presented, grantType, scopes }, plan.switches, state.clock()) ??
    effects.find(({ deny }) => deny)?.deny;
  if (denial) return sendDenial(call, denial, plan.switches);

  // The secret was judged here in PingOne's way, so the server behind the door is given the one that it knows.
  const registered = environment.applications.find(({ clientId }) => clientId === presented.clientId);
  if (registered && presented.clientSecret !== undefined) {
    form.set('client_id', registered.clientId);
    form.set('client_secret', registered.clientSecret);
  }
  form.delete('scope');
  const code = form.get('code');
  const codeFate = effects.find((effect) => effect.codeFate)?.codeFate;
  if (grantType === 'authorization_code' && code !== null && codeFate) await provider.suffer(code, codeFate);
  const given = form.get('refresh_token');
  if (grantType === 'refresh_token' && given !== null) {
    const refreshToken = await readRefreshToken(state, given);
    const fate = effects.find((effect) => effect.refreshTokenFate)?.refreshTokenFate;
    if (fate) await provider.suffer(refreshToken, fate);
    form.set('refresh_token', refreshToken);
    if (scopes.length > 0) form.set('scope', nameScopesBehind(scopes));
  }
  provider.handle(request, response, { method: 'POST', path: '/token', params: form, plan });
}

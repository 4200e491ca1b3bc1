import type { AuthCall } from './auth-call.ts';
import type { Denial } from './error-bodies.ts';
import { buildOAuthBody } from './error-bodies.ts';
import { judgeTokenRequest } from './judge-token-request.ts';
import { findApplication } from './sandbox-state.ts';
import type { SwitchValues } from './switches.ts';

/** Answers a token request: refuses it as PingOne does, or hands it to the authorization server behind the door. */
export function answerTokenRequest(call: AuthCall): void {
  const { state, request, response, exchange, environment, presented, form, provider } = call;
  const effects = exchange.matches.map(({ effect }) => effect);
  const switches: SwitchValues = Object.assign({}, state.switches.read(), ...effects.map((effect) => effect.switches));
  const application = findApplication(environment, presented.clientId, exchange.matches);
  const grantType = form.get('grant_type') || undefined;
  const scopes = (form.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
  const denial =
    judgeTokenRequest(application, { presented, grantType, scopes }, switches, state.clock()) ?? effects.find(({ deny }) => deny)?.deny;
  if (denial) return sendDenial(call, denial, switches);

  // The secret was judged here in PingOne's way, so the server behind the door is given the one that it knows.
  const registered = environment.applications.find(({ clientId }) => clientId === presented.clientId);
  if (registered && presented.clientSecret !== undefined) {
    form.set('client_id', registered.clientId);
    form.set('client_secret', registered.clientSecret);
  }
  if (grantType === 'client_credentials') form.delete('scope');
  const claims: Record<string, unknown> = Object.assign({}, ...effects.map((effect) => effect.claims?.(environment)));
  provider.handle(request, response, { path: '/token', form, claims });
}

function sendDenial({ response, exchange, presented }: AuthCall, denial: Denial, switches: SwitchValues): void {
  if (denial.status === 401 && presented.authMethod === 'CLIENT_SECRET_BASIC' && switches.www_authenticate === 'present') {
    response.set('www-authenticate', 'Basic realm="PingOne"');
  }
  const body = buildOAuthBody(denial, exchange.correlationId, switches.oauth_details === 'present');
  response.status(denial.status).set('cache-control', 'no-store').json(body);
}

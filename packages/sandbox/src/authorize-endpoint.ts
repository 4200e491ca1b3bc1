import { createHash } from 'node:crypto';
import type { AuthCall } from './auth-call.ts';
import { nameScopesBehind } from './dress-tokens.ts';
import type { Denial, PlatformError } from './error-bodies.ts';
import { appendCorrelationId, buildPlatformBody, formatPlatformJson, VALIDATION_FAILED } from './error-bodies.ts';
import { planIssue } from './issue-plan.ts';
import { judgeAuthorization } from './judge-authorization.ts';
import { html } from './page/html.ts';
import { buildSignOnUrl, findApplication } from './sandbox-state.ts';
import { sendBack } from './send-back.ts';

/** What goes on to the provider behind the door as it came. */
const PASSED_ON = ['client_id', 'redirect_uri', 'state', 'response_type', 'login_hint'];
/** What has a meaning for ID tokens alone. */
const FOR_OPENID = ['nonce', 'max_age', 'acr_values', 'id_token_hint'];

/** Answers an authorization request: refuses it as PingOne does, or begins a sign-on. */
export function answerAuthorizationRequest(call: AuthCall): void {
  const { state, request, response, exchange, environment, presented, form, query, provider } = call;
  const params = request.method === 'POST' ? form : query;
  const effects = exchange.matches.map(({ effect }) => effect);
  const application = findApplication(environment, presented.clientId, exchange.matches);
  const plan = planIssue(state, environment, application, exchange.matches);
  const verdict = judgeAuthorization(environment, application, params, plan.switches);
  if (verdict.kind === 'keep') return keepHere(call, verdict);
  if (verdict.kind === 'send-back') return sendDenialBack(call, params, verdict.denial, plan.responseIssuer);
  const denial = effects.find(({ deny }) => deny)?.deny;
  if (denial) return sendDenialBack(call, params, denial, plan.responseIssuer);
  const consent = effects.find((effect) => effect.consent)?.consent;
  const forwarded = buildProviderParams(params, verdict.scopes, consent);
  provider.handle(request, response, { method: 'GET', path: '/authorize', params: forwarded, plan });
}

/** Goes on after a step of a sign-on: to the next step, or back to the application. */
export async function answerResume({ state, request, response, exchange, environment, query, provider }: AuthCall): Promise<void> {
  const flowId = query.get('flowId') ?? '';
  const flow = await provider.findFlow(flowId);
  const clientId = flow?.params['client_id'];
  const application = findApplication(environment, typeof clientId === 'string' ? clientId : undefined, exchange.matches);
  const plan = planIssue(state, environment, application, exchange.matches);
  // The ID is told to nobody but the browser that signs on, so it stands in for the provider's own cookie.
  const cookies = `_interaction_resume=${encodeURIComponent(flowId)}`;
  const path = `/authorize/${encodeURIComponent(flowId)}`;
  provider.handle(request, response, { method: 'GET', path, params: new URLSearchParams(), cookies, plan });
}

function buildProviderParams(params: URLSearchParams, scopes: readonly string[], consent: string | undefined): URLSearchParams {
  const forwarded = new URLSearchParams({ scope: nameScopesBehind(scopes), response_mode: 'query' });
  for (const name of [...PASSED_ON, ...(scopes.includes('openid') ? FOR_OPENID : [])]) {
    const value = params.get(name);
    if (value !== null) forwarded.set(name, value);
  }
  // PingOne: "prompt=consent" is ignored.
  const prompt =
    params
      .get('prompt')
      ?.split(' ')
      .filter((one) => one !== 'consent' && one !== '') ?? [];
  if (prompt.length > 0) forwarded.set('prompt', prompt.join(' '));
  if (consent !== undefined) forwarded.set('ask_consent', consent);
  forwarded.set('asked_response_mode', params.get('response_mode') ?? 'query');
  const challenge = params.get('code_challenge');
  if (challenge === null) return forwarded;
  // PingOne: "plain" is taken. The provider behind the door knows S256 alone, and the hash of a plain challenge is just that.
  const isPlain = params.get('code_challenge_method') !== 'S256';
  forwarded.set('code_challenge', isPlain ? createHash('sha256').update(challenge).digest('base64url') : challenge);
  forwarded.set('code_challenge_method', 'S256');
  return forwarded;
}

function sendDenialBack({ response, exchange }: AuthCall, params: URLSearchParams, denial: Denial, iss: string | undefined): void {
  const description = appendCorrelationId(denial.reason, exchange.correlationId);
  const values = { error: denial.error, error_description: description, state: params.get('state'), iss };
  sendBack(response, params.get('redirect_uri') ?? '', params.get('response_mode'), values);
}

function keepHere(
  { state, response, exchange, environment }: AuthCall,
  { message, target }: { readonly message: string; readonly target: string },
): void {
  const error: PlatformError = {
    status: 400,
    code: 'INVALID_REQUEST',
    message: VALIDATION_FAILED,
    details: [{ code: 'INVALID_VALUE', target, message }],
  };
  const body = buildPlatformBody(error, exchange.correlationId);
  const where = state.switches.read().authorization_refusal;
  if (where === 'sign-on-page') {
    response.redirect(302, `${buildSignOnUrl(state, environment)}?error=${encodeURIComponent(JSON.stringify(body))}`);
  } else if (where === 'html-400') {
    response
      .status(400)
      .type('html')
      .send(
        html`<!doctype html>
          <html lang="en">
            <head>
              <title>400 Bad Request</title>
            </head>
            <body>
              <h1>${message}</h1>
            </body>
          </html>`.markup,
      );
  } else {
    response
      .status(400)
      .set('content-type', 'application/json;charset=UTF-8')
      .send(Buffer.from(formatPlatformJson(body)));
  }
}

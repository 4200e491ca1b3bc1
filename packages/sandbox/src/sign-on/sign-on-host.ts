import { readFileSync } from 'node:fs';
import type { Request, Response, Router } from 'express';
import express from 'express';
import type { Interaction, InteractionResults } from 'oidc-provider';
import { beginExchange } from '../begin-exchange.ts';
import { nameScopes } from '../dress-tokens.ts';
import type { Environment } from '../environments.ts';
import { readScopes } from '../judge-scopes.ts';
import type { OpenProvider } from '../open-provider.ts';
import type { Html } from '../page/html.ts';
import { postponeAnswer } from '../postpone-answer.ts';
import type { SandboxState } from '../sandbox-state.ts';
import { buildIssuer, findEnvironment } from '../sandbox-state.ts';
import { readShownError } from './read-shown-error.ts';
import type { SignOnFacts } from './render-sign-on.ts';
import { renderConsent, renderMessage, renderSignOn } from './render-sign-on.ts';

const STYLES = readFileSync(new URL('sign-on.css', import.meta.url));

const HEADERS = {
  // Compat: Chromium holds "form-action" against every redirect that follows a form, and the application may well redirect further.
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'self' http: https:; frame-ancestors 'none'",
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

const DENIED: InteractionResults = { error: 'access_denied', error_description: 'The user cancelled the sign-on' };

/** PingOne's host of sign-on pages: `/{tld}/{environmentId}/signon/?flowId=…`. */
export function createSignOnHost(state: SandboxState, findProvider: (environment: Environment) => OpenProvider): Router {
  const router = express.Router();
  router.get('/sign-on.css', (_request, response) => void response.set(HEADERS).type('css').send(STYLES));
  router.use(express.text({ type: 'application/x-www-form-urlencoded', limit: '16kb' }));
  router.all('/:tld/:environmentId/signon', (request, response) => answerPage(state, findProvider, request, response, request.params));
  router.use((_request, response) =>
    sendPage(response.set(HEADERS), 404, renderMessage('Page not found', 'There is nothing at this address.')),
  );
  return router;
}

async function answerPage(
  state: SandboxState,
  findProvider: (environment: Environment) => OpenProvider,
  request: Request,
  response: Response,
  { tld, environmentId }: { readonly tld: string; readonly environmentId: string },
): Promise<void> {
  const environment = findEnvironment(state, tld, environmentId);
  const query = new URL(request.originalUrl, state.url).searchParams;
  const provider = environment && findProvider(environment);
  const flow = await provider?.findFlow(query.get('flowId') ?? '');
  const clientId = flow?.params['client_id'];
  const presented = typeof clientId === 'string' ? { clientId } : {};
  const exchange = beginExchange(state, request, response, { step: 'sign-on', environmentId, presented });
  if (exchange.answered) return;
  response.set(HEADERS);
  await postponeAnswer(response, exchange);
  const error = readShownError(query.get('error'));
  if (!environment || !provider) sendPage(response, 404, renderMessage('Environment not found', 'No environment has this address.'));
  else if (error) sendPage(response, 400, renderMessage(error.title, error.text, error.id));
  else if (query.has('signedOff')) sendPage(response, 200, renderMessage('You are signed off', 'You can close this window.'));
  else if (!flow) sendPage(response, 400, renderMessage('The sign-on has expired', 'Go back to the application and begin again.'));
  else await answerStep({ state, request, response, environment, provider, flow });
}

interface StepCall {
  readonly state: SandboxState;
  readonly request: Request;
  readonly response: Response;
  readonly environment: Environment;
  readonly provider: OpenProvider;
  readonly flow: Interaction;
}

async function answerStep(call: StepCall): Promise<void> {
  const { state, request, response, environment, flow } = call;
  const form = new URLSearchParams(typeof request.body === 'string' ? request.body : '');
  const facts = describeStep(environment, flow);
  const isConsent = flow.prompt.name === 'consent';
  if (isConsent && flow.params['ask_consent'] === 'refused') return endStep(call, DENIED);
  if (request.method !== 'POST') {
    const page = isConsent ? renderConsent(facts) : renderSignOn({ ...facts, username: facts.loginHint });
    return sendPage(response, 200, page);
  }
  const action = form.get('action');
  if (action === 'cancel' || action === 'deny') return endStep(call, DENIED);
  if (isConsent) return endStep(call, { consent: {} });
  const username = form.get('username')?.trim() ?? '';
  const user = environment.users.find((one) => one.username === username && one.password === form.get('password'));
  if (!user) return sendPage(response, 200, renderSignOn({ ...facts, username, failed: true }));
  const signedOnAt = Math.floor(state.clock().getTime() / 1000);
  await endStep(call, { login: { accountId: user.id, ts: signedOnAt, amr: ['pwd'], acr: 'Single_Factor' } });
}

async function endStep({ state, response, environment, provider, flow }: StepCall, result: InteractionResults): Promise<void> {
  await provider.endStep(flow, result);
  response.redirect(302, `${buildIssuer(state, environment)}/resume?flowId=${flow.uid}`);
}

function describeStep(environment: Environment, { params }: Interaction): SignOnFacts {
  const { client_id: clientId, scope, login_hint: loginHint } = params;
  return {
    environmentName: environment.name,
    applicationName: environment.applications.find((application) => application.clientId === clientId)?.name ?? '',
    scopes: readScopes(nameScopes(String(scope))),
    users: environment.users,
    loginHint: typeof loginHint === 'string' ? loginHint : '',
  };
}

function sendPage(response: Response, status: number, page: Html): void {
  response.status(status).type('html').send(page.markup);
}

import type { Request, Response, Router } from 'express';
import express from 'express';
import type { Exchange } from './begin-exchange.ts';
import { beginExchange } from './begin-exchange.ts';
import { buildDiscoveryDocument } from './discovery-document.ts';
import type { Environment } from './environments.ts';
import type { Denial, PlatformError } from './error-bodies.ts';
import { buildOAuthBody, buildPlatformBody, formatPlatformJson } from './error-bodies.ts';
import { judgeTokenRequest } from './judge-token-request.ts';
import type { OpenProvider } from './open-provider.ts';
import { openProvider } from './open-provider.ts';
import type { PresentedClient } from './read-client-credentials.ts';
import { readClientCredentials } from './read-client-credentials.ts';
import type { SandboxState } from './sandbox-state.ts';
import { buildIssuer, findApplication, findEnvironment } from './sandbox-state.ts';
import type { Step } from './scenario.ts';

const STEPS: Readonly<Record<string, Step>> = {
  'GET /.well-known/openid-configuration': 'discovery',
  'GET /jwks': 'jwks',
  'POST /token': 'token',
};
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const NOT_FOUND: PlatformError = { status: 404, code: 'NOT_FOUND', message: 'The requested resource object cannot be found.' };

/** PingOne's auth host: `/{tld}/{environmentId}/as/...`. */
export function createAuthHost(state: SandboxState): Router {
  const providers = new Map<Environment, OpenProvider>();
  const findOrOpen = (environment: Environment): OpenProvider => {
    const provider = providers.get(environment) ?? openProvider(state, environment);
    providers.set(environment, provider);
    return provider;
  };

  const answer = (request: Request, response: Response): void => {
    const { tld, environmentId, path = [] } = request.params as { tld: string; environmentId: string; path?: string[] };
    const step = STEPS[`${request.method} /${path.join('/')}`];
    const form = new URLSearchParams(typeof request.body === 'string' ? request.body : '');
    const presented = readClientCredentials(request.get('authorization'), form, state.switches.read().basic_credentials);
    const exchange = beginExchange(state, request, response, {
      path: `${request.baseUrl}${request.path}`,
      ...(step && { step }),
      environmentId,
      presented,
    });
    if (exchange.answered) return;
    const hidden = exchange.matches.some(({ effect }) => effect.hidesEnvironment);
    const environment = hidden ? undefined : findEnvironment(state, tld, environmentId);
    if (!environment) return refuseEnvironment(state, response, exchange, environmentId);
    const issuer = buildIssuer(state, tld, environmentId);
    if (step === 'discovery') response.json(buildDiscoveryDocument(issuer));
    else if (step === 'jwks') response.json({ keys: state.keys.listPublished(environmentId) });
    else if (step === 'token') answerToken(request, response, exchange, environment, presented, form);
    else sendPlatformError(response, exchange, NOT_FOUND);
  };

  const answerToken = (
    request: Request,
    response: Response,
    exchange: Exchange,
    environment: Environment,
    presented: PresentedClient,
    form: URLSearchParams,
  ): void => {
    const effects = exchange.matches.map(({ effect }) => effect);
    const switches = Object.assign({}, state.switches.read(), ...effects.map((effect) => effect.switches));
    const application = findApplication(environment, presented.clientId, exchange.matches);
    const grantType = form.get('grant_type');
    const scopes = (form.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
    const denial =
      judgeTokenRequest(application, { presented, grantType, scopes }, switches, state.clock()) ?? effects.find(({ deny }) => deny)?.deny;
    if (denial) return sendDenial(state, response, exchange, denial, presented);
    // The secret was judged here in PingOne's way, so the provider behind the door is given the one that it knows.
    const registered = environment.applications.find(({ clientId }) => clientId === presented.clientId);
    if (registered && (presented.authMethod === 'CLIENT_SECRET_BASIC' || presented.authMethod === 'CLIENT_SECRET_POST')) {
      form.set('client_id', registered.clientId);
      form.set('client_secret', registered.clientSecret);
    }
    if (grantType === 'client_credentials') form.delete('scope');
    const claims = Object.assign({}, ...effects.map((effect) => effect.claims?.(environment)));
    findOrOpen(environment).handle(request, response, form, claims);
  };

  const router = express.Router();
  router.use(express.text({ type: 'application/x-www-form-urlencoded', limit: '64kb' }));
  router.all('/:tld/:environmentId/as{/*path}', answer);
  router.use((request, response) => {
    const exchange = beginExchange(state, request, response, { path: `${request.baseUrl}${request.path}`, presented: {} });
    sendPlatformError(response, exchange, NOT_FOUND);
  });
  return router;
}

function refuseEnvironment(state: SandboxState, response: Response, exchange: Exchange, environmentId: string): void {
  const { unknown_environment: unknown, malformed_environment: malformed } = state.switches.read();
  if (!UUID.test(environmentId)) {
    const invalid = {
      status: 400,
      code: 'INVALID_DATA',
      message: 'The request could not be completed. One or more validation errors were in the request.',
    };
    sendPlatformError(response, exchange, malformed === 'platform-400' ? invalid : NOT_FOUND);
  } else if (unknown === 'html-404') {
    response
      .status(404)
      .type('html')
      .send('<!doctype html><html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>');
  } else if (unknown === 'oauth-400') {
    const denial = {
      status: 400,
      error: 'invalid_request',
      reason: `Request denied: Unable to find environment with ID: '${environmentId}'`,
    };
    response.status(400).json(buildOAuthBody(denial, exchange.correlationId));
  } else {
    sendPlatformError(response, exchange, { ...NOT_FOUND, message: `Unable to find environment with ID: '${environmentId}'` });
  }
}

function sendPlatformError(response: Response, { correlationId }: Exchange, error: PlatformError): void {
  response
    .status(error.status)
    .type('application/json;charset=UTF-8')
    .send(formatPlatformJson(buildPlatformBody(error, correlationId)));
}

function sendDenial(state: SandboxState, response: Response, exchange: Exchange, denial: Denial, presented: PresentedClient): void {
  const switches = state.switches.read();
  if (denial.status === 401 && presented.authMethod === 'CLIENT_SECRET_BASIC' && switches.www_authenticate === 'present') {
    response.set('www-authenticate', 'Basic realm="PingOne"');
  }
  response
    .status(denial.status)
    .set('cache-control', 'no-store')
    .json(buildOAuthBody(denial, exchange.correlationId, switches.oauth_details === 'present'));
}

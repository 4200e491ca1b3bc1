import type { Response, Router } from 'express';
import express from 'express';
import type { AuthCall } from './auth-call.ts';
import type { Exchange } from './begin-exchange.ts';
import { beginExchange } from './begin-exchange.ts';
import { buildDiscoveryDocument } from './discovery-document.ts';
import type { Environment } from './environments.ts';
import type { PlatformError } from './error-bodies.ts';
import { buildOAuthBody, buildPlatformBody, formatPlatformJson, VALIDATION_FAILED } from './error-bodies.ts';
import type { OpenProvider } from './open-provider.ts';
import { openProvider } from './open-provider.ts';
import { readClientCredentials } from './read-client-credentials.ts';
import type { SandboxState } from './sandbox-state.ts';
import { buildIssuer, findEnvironment } from './sandbox-state.ts';
import type { Step } from './scenario.ts';
import { answerTokenRequest } from './token-endpoint.ts';

interface Endpoint {
  readonly step: Step;
  readonly answer: (call: AuthCall) => void;
}

const ENDPOINTS: ReadonlyMap<string, Endpoint> = new Map([
  ['GET /.well-known/openid-configuration', { step: 'discovery', answer: answerDiscovery }],
  ['GET /jwks', { step: 'jwks', answer: answerKeys }],
  ['POST /token', { step: 'token', answer: answerTokenRequest }],
]);

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const NOT_FOUND: PlatformError = { status: 404, code: 'NOT_FOUND', message: 'The requested resource object cannot be found.' };
const NOT_FOUND_PAGE = '<!doctype html><html lang="en"><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1></body></html>';

/** PingOne's auth host: `/{tld}/{environmentId}/as/...`. */
export function createAuthHost(state: SandboxState): Router {
  const providers = new Map<Environment, OpenProvider>();
  const findOrOpen = (environment: Environment): OpenProvider => {
    const provider = providers.get(environment) ?? openProvider(state, environment);
    providers.set(environment, provider);
    return provider;
  };
  const router = express.Router();
  router.use(express.text({ type: 'application/x-www-form-urlencoded', limit: '64kb' }));
  router.all('/:tld/:environmentId/as{/*path}', (request, response) => {
    const { tld, environmentId, path = [] } = request.params;
    const endpoint = ENDPOINTS.get(`${request.method} /${path.join('/')}`);
    const form = new URLSearchParams(typeof request.body === 'string' ? request.body : '');
    const presented = readClientCredentials(request.get('authorization'), form, state.switches.read().basic_credentials);
    const facts = { ...(endpoint && { step: endpoint.step }), environmentId, presented };
    const exchange = beginExchange(state, request, response, facts);
    if (exchange.answered) return;
    const hidden = exchange.matches.some(({ effect }) => effect.hidesEnvironment);
    const environment = hidden ? undefined : findEnvironment(state, tld, environmentId);
    if (!environment) refuseEnvironment(state, response, exchange, environmentId);
    else if (!endpoint) sendPlatformError(response, exchange, NOT_FOUND);
    else endpoint.answer({ state, request, response, exchange, environment, presented, form, provider: findOrOpen(environment) });
  });
  router.use((request, response) => {
    sendPlatformError(response, beginExchange(state, request, response, { presented: {} }), NOT_FOUND);
  });
  return router;
}

function answerDiscovery({ state, response, environment }: AuthCall): void {
  response.json(buildDiscoveryDocument(buildIssuer(state, environment)));
}

function answerKeys({ state, response, environment }: AuthCall): void {
  response.json({ keys: state.keys.listPublished(environment.id) });
}

function refuseEnvironment(state: SandboxState, response: Response, exchange: Exchange, environmentId: string): void {
  const { unknown_environment: unknown, malformed_environment: malformed } = state.switches.read();
  const unable = `Unable to find environment with ID: '${environmentId}'`;
  if (!UUID.test(environmentId)) {
    const invalid: PlatformError = { status: 400, code: 'INVALID_DATA', message: VALIDATION_FAILED };
    sendPlatformError(response, exchange, malformed === 'platform-400' ? invalid : NOT_FOUND);
  } else if (unknown === 'html-404') {
    response.status(404).type('html').send(NOT_FOUND_PAGE);
  } else if (unknown === 'oauth-400') {
    const denial = { status: 400, error: 'invalid_request', reason: `Request denied: ${unable}` };
    response.status(400).json(buildOAuthBody(denial, exchange.correlationId));
  } else {
    sendPlatformError(response, exchange, { ...NOT_FOUND, message: unable });
  }
}

function sendPlatformError(response: Response, { correlationId }: Exchange, error: PlatformError): void {
  const body = formatPlatformJson(buildPlatformBody(error, correlationId));
  response.status(error.status).set('content-type', 'application/json;charset=UTF-8').send(Buffer.from(body));
}

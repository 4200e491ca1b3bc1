import type { Request, Response, Router } from 'express';
import express from 'express';
import type { AuthCall } from './auth-call.ts';
import { answerAuthorizationRequest, answerResume } from './authorize-endpoint.ts';
import type { Exchange } from './begin-exchange.ts';
import { beginExchange } from './begin-exchange.ts';
import { buildDiscoveryDocument } from './discovery-document.ts';
import type { Environment } from './environments.ts';
import type { PlatformError } from './error-bodies.ts';
import { buildOAuthBody, buildPlatformBody, formatPlatformJson, VALIDATION_FAILED } from './error-bodies.ts';
import { chooseIssuer } from './issue-plan.ts';
import type { OpenProvider } from './open-provider.ts';
import { postponeAnswer } from './postpone-answer.ts';
import type { PresentedClient } from './read-client-credentials.ts';
import { readClientCredentials } from './read-client-credentials.ts';
import type { SandboxState } from './sandbox-state.ts';
import { buildIssuer, findEnvironment } from './sandbox-state.ts';
import type { Step } from './scenario.ts';
import { answerSignOff } from './sign-off-endpoint.ts';
import { answerTokenRequest } from './token-endpoint.ts';
import { answerIntrospection, answerRevocation } from './token-care-endpoints.ts';
import { answerUserInfo } from './user-info-endpoint.ts';

interface Endpoint {
  readonly step: Step;
  readonly answer: (call: AuthCall) => void | Promise<void>;
}

const ENDPOINTS: ReadonlyMap<string, Endpoint> = new Map([
  ['GET /.well-known/openid-configuration', { step: 'discovery', answer: answerDiscovery }],
  ['GET /jwks', { step: 'jwks', answer: answerKeys }],
  ['GET /authorize', { step: 'authorize', answer: answerAuthorizationRequest }],
  ['POST /authorize', { step: 'authorize', answer: answerAuthorizationRequest }],
  ['GET /resume', { step: 'resume', answer: answerResume }],
  ['POST /token', { step: 'token', answer: answerTokenRequest }],
  ['GET /userinfo', { step: 'userinfo', answer: answerUserInfo }],
  ['POST /userinfo', { step: 'userinfo', answer: answerUserInfo }],
  ['POST /introspect', { step: 'introspect', answer: answerIntrospection }],
  ['POST /revoke', { step: 'revoke', answer: answerRevocation }],
  ['GET /signoff', { step: 'signoff', answer: answerSignOff }],
]);

/** Where a client names itself in the address, and proves nothing. */
const BY_ADDRESS: ReadonlySet<Step> = new Set(['authorize', 'signoff']);

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const NOT_FOUND: PlatformError = { status: 404, code: 'NOT_FOUND', message: 'The requested resource object cannot be found.' };
const UNAVAILABLE: PlatformError = { status: 503, code: 'SERVICE_UNAVAILABLE', message: 'The service is not available.' };
const NOT_FOUND_PAGE = '<!doctype html><html lang="en"><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1></body></html>';

/** PingOne's auth host: `/{tld}/{environmentId}/as/...`. */
export function createAuthHost(state: SandboxState, findProvider: (environment: Environment) => OpenProvider): Router {
  const router = express.Router();
  router.use(express.text({ type: 'application/x-www-form-urlencoded', limit: '64kb' }));
  router.all('/:tld/:environmentId/as{/*path}', (request, response) => {
    const { tld, environmentId, path = [] } = request.params;
    return answerCall(state, findProvider, request, response, { tld, environmentId, path: path.join('/') });
  });
  router.use((request, response) => {
    sendPlatformError(response, beginExchange(state, request, response, { presented: {} }), NOT_FOUND);
  });
  return router;
}

async function answerCall(
  state: SandboxState,
  findProvider: (environment: Environment) => OpenProvider,
  request: Request,
  response: Response,
  { tld, environmentId, path }: { readonly tld: string; readonly environmentId: string; readonly path: string },
): Promise<void> {
  const endpoint = ENDPOINTS.get(`${request.method} /${path}`);
  const form = new URLSearchParams(typeof request.body === 'string' ? request.body : '');
  const query = new URL(request.originalUrl, state.url).searchParams;
  const presented = readPresented(state, request, endpoint, form, query);
  const exchange = beginExchange(state, request, response, { ...(endpoint && { step: endpoint.step }), environmentId, presented });
  if (exchange.answered) return;
  const hidden = exchange.matches.some(({ effect }) => effect.hidesEnvironment);
  const environment = hidden ? undefined : findEnvironment(state, tld, environmentId);
  if (!environment) return refuseEnvironment(state, response, exchange, environmentId);
  if (!endpoint) return sendPlatformError(response, exchange, NOT_FOUND);
  await postponeAnswer(response, exchange);
  const provider = findProvider(environment);
  await endpoint.answer({ state, request, response, exchange, environment, presented, form, query, provider });
}

function readPresented(
  state: SandboxState,
  request: Request,
  endpoint: Endpoint | undefined,
  form: URLSearchParams,
  query: URLSearchParams,
): PresentedClient {
  if (endpoint && BY_ADDRESS.has(endpoint.step)) {
    const clientId = form.get('client_id') ?? query.get('client_id');
    return clientId === null ? {} : { clientId };
  }
  return readClientCredentials(request.get('authorization'), form, state.switches.read().basic_credentials);
}

function answerDiscovery({ state, response, exchange, environment }: AuthCall): void {
  if (exchange.matches.some(({ effect }) => effect.hidesMetadata)) return sendPlatformError(response, exchange, UNAVAILABLE);
  const document = buildDiscoveryDocument(buildIssuer(state, environment));
  response.json({ ...document, issuer: chooseIssuer(state, environment, exchange.matches) });
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

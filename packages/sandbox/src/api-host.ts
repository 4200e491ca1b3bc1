import { createHash } from 'node:crypto';
import { findProvider } from '@latchkey/providers';
import type { Request, Response, Router } from 'express';
import express from 'express';
import type { Exchange } from './begin-exchange.ts';
import { beginExchange } from './begin-exchange.ts';
import type { Resource } from './describe-resource.ts';
import { describeApplication, describeEnvironmentResource, describePopulation, describeUser } from './describe-resource.ts';
import type { Application, Environment } from './environments.ts';
import type { PlatformError } from './error-bodies.ts';
import { buildPlatformBody, formatPlatformJson, INSUFFICIENT_PERMISSIONS, INVALID_TOKEN } from './error-bodies.ts';
import type { Actor } from './read-access-token.ts';
import { readAccessToken } from './read-access-token.ts';
import { answerUser } from './answer-user.ts';
import { postponeAnswer } from './postpone-answer.ts';
import { buildPage } from './build-page.ts';
import type { SandboxState } from './sandbox-state.ts';
import { findApplication, findEnvironment } from './sandbox-state.ts';

/** A kind of thing that the API lists. */
interface Collection {
  readonly name: string;
  /** The access check of the catalogue that one of the actor's roles must pass. */
  readonly permission: string;
  /** Whether a page tells how many there are in all. */
  readonly counts: boolean;
  /** @param base The API's base, with version. */
  readonly list: (environment: Environment, base: string) => readonly Resource[];
}

const ENVIRONMENTS: Collection = {
  name: 'environments',
  permission: 'read_environment',
  counts: true,
  // PingOne: roles granted in an environment let an application see that environment alone.
  list: (environment, base) => [describeEnvironmentResource(environment, base)],
};

const IN_ENVIRONMENT: readonly Collection[] = [
  {
    name: 'users',
    permission: 'read_users',
    counts: true,
    list: (environment, base) => environment.directory.map((user) => describeUser(environment, user, base)),
  },
  {
    name: 'populations',
    permission: 'read_populations',
    counts: true,
    list: (environment, base) => environment.populations.map((population) => describePopulation(environment, population, base)),
  },
  {
    name: 'applications',
    permission: 'read_applications',
    // PingOne: applications tell the size of the page and not their total.
    counts: false,
    list: (environment, base) => environment.applications.map((application) => describeApplication(environment, application, base)),
  },
];

const UPDATES: ReadonlySet<string> = new Set(['PATCH', 'PUT']);

const HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'Content-Type,Content-Disposition,X-Amz-Date,Authorization,X-Api-Key,X-Amz-Security-Token,Correlation-Id',
  'access-control-allow-methods': 'GET,PATCH,PUT,OPTIONS',
  'access-control-allow-credentials': 'true',
  'access-control-expose-headers': 'Correlation-Id',
  'cache-control': 'no-cache, no-store, max-age=0, must-revalidate',
  pragma: 'no-cache',
  expires: '0',
  'x-cache': 'Miss from cloudfront',
  via: '1.1 sandbox (CloudFront)',
  'x-amz-apigw-id': 'sandbox=',
  'x-amzn-trace-id': 'Root=1-00000000-000000000000000000000000',
};

/** What a request asks for. */
interface Wanted {
  readonly tld: string;
  /** `undefined` for the actor's own environment. */
  readonly environmentId?: string;
  readonly collection: Collection;
  /** `undefined` for a page of the collection. */
  readonly itemId?: string;
}

/** PingOne's API host: `/{tld}/v1/environments...`. */
export function createApiHost(state: SandboxState): Router {
  const router = express.Router();
  router.get('/:tld/v1/environments{/:environmentId}', (request, response) => {
    const { tld, environmentId } = request.params;
    const wanted = { tld, collection: ENVIRONMENTS };
    return answer(state, request, response, environmentId === undefined ? wanted : { ...wanted, environmentId, itemId: environmentId });
  });
  router.use(express.json({ limit: '64kb', type: ['application/json', 'application/*+json'] }));
  router.all('/:tld/v1/environments/:environmentId/:name{/:itemId}', (request, response, next) => {
    const { tld, environmentId, name, itemId } = request.params;
    const isUser = name === 'users' && itemId !== undefined;
    // PingOne: a worker with the right role may write too; here only people change their own profile.
    if (request.method !== 'GET' && !(isUser && UPDATES.has(request.method))) return next();
    const collection = IN_ENVIRONMENT.find((collection) => collection.name === name);
    if (!collection) return next();
    return answer(state, request, response, { tld, environmentId, collection, ...(itemId !== undefined && { itemId }) });
  });
  router.use((request, response) => {
    if (!begin(state, request, response).answered) refusePath(request, response);
  });
  return router;
}

async function answer(state: SandboxState, request: Request, response: Response, wanted: Wanted): Promise<void> {
  const { tld, collection, itemId } = wanted;
  const actor = await readAccessToken(state, request.get('authorization'), tld);
  const environmentId = wanted.environmentId ?? actor?.environment.id;
  const exchange = begin(state, request, response, environmentId, actor?.clientId);
  if (exchange.answered) return;
  const effects = exchange.matches.map(({ effect }) => effect);
  const application = actor && findApplication(actor.environment, actor.clientId, exchange.matches);
  if (environmentId === undefined || !application?.enabled) return refuse(response, exchange, INVALID_TOKEN);
  await postponeAnswer(response, exchange);
  const refusal = effects.find((effect) => effect.refuse)?.refuse;
  if (refusal) return refuse(response, exchange, refusal);
  const hidden = effects.some((effect) => effect.hidesEnvironment);
  const environment = hidden ? undefined : findEnvironment(state, tld, environmentId);
  if (!environment) return refuse(response, exchange, notFound(`Unable to find environment with ID: '${environmentId}'`));
  if (actor?.environment === environment && actor.claims.sub !== undefined)
    return answerPerson(state, request, response, exchange, wanted, actor);
  if (request.method !== 'GET' || environment !== actor?.environment || !allows(application, collection.permission)) {
    return refuse(response, exchange, INSUFFICIENT_PERMISSIONS);
  }
  const items = collection.list(environment, `${state.url}/api/${tld}/v1`);
  if (itemId !== undefined) {
    const item = items.find(({ id }) => id === itemId);
    return item ? send(response, 200, item) : refuse(response, exchange, notFound('The requested resource object cannot be found.'));
  }
  const page = buildPage(new URL(request.originalUrl, state.url), collection, items);
  if ('error' in page) refuse(response, exchange, page.error);
  else send(response, 200, page.body);
}

/** Answers a user's token, which is good for the user's own record alone. */
function answerPerson(
  { url, switches }: SandboxState,
  request: Request,
  response: Response,
  exchange: Exchange,
  { tld, collection, itemId }: Wanted,
  actor: Actor,
): void {
  if (collection === ENVIRONMENTS && itemId === undefined && switches.read().user_lists_environments === 'empty-list') {
    return send(response, 200, {
      _links: { self: { href: `${url}${request.originalUrl}` } },
      _embedded: { environments: [] },
      count: 0,
      size: 0,
    });
  }
  if (collection.name !== 'users' || itemId === undefined) return refuse(response, exchange, INSUFFICIENT_PERMISSIONS);
  const answer = answerUser(actor, itemId, request.method, request.body);
  if ('error' in answer) refuse(response, exchange, answer.error);
  else send(response, 200, describeUser(actor.environment, answer.user, `${url}/api/${tld}/v1`));
}

function allows(application: Application, permission: string): boolean {
  const roles = findProvider('pingone-cc')?.roles ?? [];
  return roles.some(({ name, allows }) => application.roles.includes(name) && allows.includes(permission));
}

function begin(state: SandboxState, request: Request, response: Response, environmentId?: string, clientId?: string): Exchange {
  response.set(HEADERS);
  return beginExchange(state, request, response, {
    step: 'api',
    ...(environmentId !== undefined && { environmentId }),
    presented: clientId === undefined ? {} : { clientId },
  });
}

// PingOne: its gateway answers for a path that it does not have, and takes the Bearer token for a signature of its own.
function refusePath(request: Request, response: Response): void {
  const authorization = request.get('authorization');
  const hash = createHash('sha256')
    .update(authorization ?? '')
    .digest('base64');
  const message =
    authorization === undefined
      ? 'Missing Authentication Token'
      : `Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): '${hash}'.`;
  response.status(403).json({ message });
}

function notFound(message: string): PlatformError {
  return { status: 404, code: 'NOT_FOUND', message };
}

function refuse(response: Response, { correlationId }: Exchange, error: PlatformError): void {
  send(response, error.status, buildPlatformBody(error, correlationId));
}

function send(response: Response, status: number, body: unknown): void {
  // Express rewrites the charset of a string's content type, so the body goes out as bytes.
  response
    .status(status)
    .set('content-type', 'application/hal+json;charset=UTF-8')
    .send(Buffer.from(formatPlatformJson(body)));
}

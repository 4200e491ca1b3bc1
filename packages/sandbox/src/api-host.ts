import { createHash } from 'node:crypto';
import { findProvider } from '@latchkey/providers';
import type { Request, Response, Router } from 'express';
import express from 'express';
import { INSUFFICIENT_PERMISSIONS, INVALID_TOKEN } from './application-scenarios.ts';
import type { Exchange } from './begin-exchange.ts';
import { beginExchange } from './begin-exchange.ts';
import { describeApplication, describeEnvironmentResource, describePopulation, describeUser } from './describe-resource.ts';
import type { Application, Environment } from './environments.ts';
import type { PlatformError } from './error-bodies.ts';
import { buildPlatformBody, formatPlatformJson } from './error-bodies.ts';
import { readAccessToken } from './read-access-token.ts';
import { readPage } from './read-page.ts';
import type { SandboxState } from './sandbox-state.ts';
import { findApplication, findEnvironment } from './sandbox-state.ts';

/** A kind of thing that the API lists under an environment. */
interface Collection {
  /** The access check of the catalogue that a role must pass. */
  readonly permission: string;
  /** PingOne: some collections tell their total, applications do not. */
  readonly counts: boolean;
  readonly list: (environment: Environment, base: string) => readonly { readonly id: string; readonly [member: string]: unknown }[];
}

const COLLECTIONS: Readonly<Record<string, Collection>> = {
  users: {
    permission: 'read_users',
    counts: true,
    list: (environment, base) => environment.directory.map((user) => describeUser(environment, user, base)),
  },
  populations: {
    permission: 'read_populations',
    counts: true,
    list: (environment, base) => environment.populations.map((population) => describePopulation(environment, population, base)),
  },
  applications: {
    permission: 'read_applications',
    counts: false,
    list: (environment, base) => environment.applications.map((application) => describeApplication(environment, application, base)),
  },
};

const HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'Content-Type,Content-Disposition,X-Amz-Date,Authorization,X-Api-Key,X-Amz-Security-Token,Correlation-Id',
  'access-control-allow-methods': 'GET,OPTIONS',
  'access-control-allow-credentials': 'true',
  'cache-control': 'no-cache, no-store, max-age=0, must-revalidate',
  pragma: 'no-cache',
  expires: '0',
  'x-cache': 'Miss from cloudfront',
  via: '1.1 sandbox (CloudFront)',
};

/** PingOne's API host: `/{tld}/v1/environments...`. */
export function createApiHost(state: SandboxState): Router {
  const router = express.Router();
  router.get('/:tld/v1/environments', (request, response) => answer(request, response, 'read_environment', listEnvironments));
  router.get('/:tld/v1/environments/:environmentId', (request, response) => answer(request, response, 'read_environment', getEnvironment));
  for (const [name, collection] of Object.entries(COLLECTIONS)) {
    const path = `/:tld/v1/environments/:environmentId/${name}`;
    router.get(path, (request, response) => answer(request, response, collection.permission, (call) => listItems(call, name, collection)));
    router.get(`${path}/:itemId`, (request, response) => {
      return answer(request, response, collection.permission, (call) => getItem(call, collection));
    });
  }
  router.use((request, response) => {
    const exchange = begin(state, request, response);
    if (!exchange.answered) refusePath(request, response);
  });
  return router;

  async function answer(request: Request, response: Response, permission: string, produce: (call: Call) => Produced): Promise<void> {
    const { tld = '', environmentId, itemId } = request.params as Record<string, string>;
    const token = await readAccessToken(state, request.get('authorization'), tld);
    const exchange = begin(
      state,
      request,
      response,
      token && { clientId: token.clientId, environmentId: environmentId ?? token.environment.id },
    );
    if (exchange.answered) return;
    const effects = exchange.matches.map(({ effect }) => effect);
    const application = token && findApplication(token.environment, token.clientId, exchange.matches);
    if (!token || !application?.enabled) return refuse(response, exchange, INVALID_TOKEN);
    const refusal = effects.find((effect) => effect.refuse)?.refuse;
    if (refusal) return refuse(response, exchange, refusal);
    const hidden = effects.some((effect) => effect.hidesEnvironment);
    const asked = environmentId ?? token.environment.id;
    const environment = hidden ? undefined : findEnvironment(state, tld, asked);
    if (!environment) return refuse(response, exchange, notFound(`Unable to find environment with ID: '${asked}'`));
    if (environment !== token.environment || !allows(application, permission)) return refuse(response, exchange, INSUFFICIENT_PERMISSIONS);
    const base = `${state.url}/api/${tld}/v1`;
    const produced = produce({ environment, base, url: new URL(request.originalUrl, state.url), ...(itemId !== undefined && { itemId }) });
    if ('error' in produced) refuse(response, exchange, produced.error);
    else send(response, 200, 'application/hal+json;charset=UTF-8', produced.body);
  }
}

interface Call {
  readonly environment: Environment;
  /** The API's base, with version. */
  readonly base: string;
  readonly url: URL;
  readonly itemId?: string;
}

type Produced = { readonly body: unknown } | { readonly error: PlatformError };

// PingOne: roles granted in an environment let an application see that environment alone.
function listEnvironments({ environment, base, url }: Call): Produced {
  return readPage(url, 'environments', [describeEnvironmentResource(environment, base)], true);
}

function getEnvironment({ environment, base }: Call): Produced {
  return { body: describeEnvironmentResource(environment, base) };
}

function listItems({ environment, base, url }: Call, name: string, { list, counts }: Collection): Produced {
  return readPage(url, name, list(environment, base), counts);
}

function getItem({ environment, base, itemId }: Call, { list }: Collection): Produced {
  const item = list(environment, base).find(({ id }) => id === itemId);
  return item ? { body: item } : { error: notFound('The requested resource object cannot be found.') };
}

function allows(application: Application, permission: string): boolean {
  const roles = findProvider('pingone-cc')?.roles ?? [];
  return roles.some(({ name, allows }) => application.roles.includes(name) && allows.includes(permission));
}

function begin(state: SandboxState, request: Request, response: Response, actor?: { clientId: string; environmentId: string }): Exchange {
  const exchange = beginExchange(state, request, response, {
    path: `${request.baseUrl}${request.path}`,
    step: 'api',
    ...(actor && { environmentId: actor.environmentId }),
    presented: actor ? { clientId: actor.clientId } : {},
  });
  if (!response.headersSent) response.set(HEADERS).set('x-amzn-requestid', exchange.correlationId);
  return exchange;
}

function refuse(response: Response, { correlationId }: Exchange, error: PlatformError): void {
  send(response, error.status, 'application/json;charset=UTF-8', buildPlatformBody(error, correlationId));
}

// PingOne: its gateway answers for a path that it does not have, and reads the Bearer token as a signature of its own.
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

function send(response: Response, status: number, contentType: string, body: unknown): void {
  response
    .status(status)
    .set('content-type', contentType)
    .send(Buffer.from(formatPlatformJson(body)));
}

import { randomUUID } from 'node:crypto';
import { headers } from '@latchkey/protocol';
import express, { type ErrorRequestHandler, type RequestHandler, type Router } from 'express';
import helmet from 'helmet';
import { connectError } from '../errors.ts';
import { logError, type Logger } from '../log.ts';
import type { ProxyParts } from '../use-cases/proxy-request.ts';
import { formatError, toConnectError } from './format-error.ts';
import { createBackendOriginCheck, createBrowserOriginCheck } from './origins.ts';
import { isOwnPath } from './own-path.ts';
import { createProxyHandler } from './proxy.ts';
import { routes } from './routes.ts';
import { createServe, type ServeParts } from './serve.ts';

/** What the router is made of. */
export interface RouterParts extends ServeParts {
  readonly allowedOrigins: readonly string[];
  readonly publicOrigin: string;
  readonly proxy: ProxyParts;
}

/** Creates the Express router of the whole HTTP API. */
export function createRouter(parts: RouterParts): Router {
  const { deps, allowedOrigins, publicOrigin } = parts;
  const serve = createServe(parts);
  const browserOrigin = createBrowserOriginCheck(allowedOrigins);
  const backendOrigin = createBackendOriginCheck(publicOrigin);
  const router = express.Router();

  router.use((request, _response, next) => (isOwnPath(request.baseUrl, request.path) ? next() : next('router')));
  router.use(nameRequest, logRequest(deps.logger));
  // The proxy's answers are the provider's, so nothing is put on them; it comes first because it is called most.
  router.all('/proxy/*path', backendOrigin, createProxyHandler(parts, parts.proxy));
  router.use(secureAnswer);

  for (const path of new Set(routes.filter(({ caller }) => caller === 'browser').map((route) => route.path))) {
    router.options(path, ...browserOrigin);
  }
  for (const route of routes) {
    const checks = { anyone: [], backend: [backendOrigin], browser: browserOrigin, console: [backendOrigin] }[route.caller];
    const add = { GET: router.get, POST: router.post, PATCH: router.patch, DELETE: router.delete }[route.method].bind(router);
    add(route.path, ...checks, serve(route));
  }

  router.use(() => {
    throw connectError('not_found');
  });
  router.use(answerError(deps.logger));
  return router;
}

/** The id of the request that a response answers, also when its headers are the provider's. */
const requestIds = new WeakMap<Parameters<RequestHandler>[1], string>();

/** Gives the request an id: the caller's, when it is a sane one. */
const nameRequest: RequestHandler = (request, response, next) => {
  const given = request.get(headers.requestId);
  const requestId = given !== undefined && /^[\w.:-]{1,128}$/.test(given) ? given : randomUUID();
  requestIds.set(response, requestId);
  response.setHeader('X-Request-Id', requestId);
  next();
};

function logRequest(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now();
    // Security: the path alone; a query, a header or a body may hold what is nobody's business.
    const { method, baseUrl, path } = request;
    response.once('close', () => {
      const fields = {
        requestId: readRequestId(response),
        method,
        path: baseUrl + path,
        status: response.statusCode,
        durationMs: Math.round(performance.now() - startedAt),
      };
      logger.info(response.writableFinished ? fields : { ...fields, cutOff: true }, 'request');
    });
    next();
  };
}

const secureHeaders = helmet({
  contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
  // Whether the host's domain is for HTTPS alone is the host's to say.
  strictTransportSecurity: false,
});

const secureAnswer: RequestHandler = (request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  secureHeaders(request, response, next);
};

function answerError(logger: Logger): ErrorRequestHandler {
  return (thrown: unknown, request, response, _next) => {
    const error = toConnectError(thrown);
    const requestId = readRequestId(response);
    logError(logger, error, requestId);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    secureAnswer(request, response, () => undefined);
    if (error.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
    if (error.details.retryAfterSeconds !== undefined) response.setHeader('Retry-After', error.details.retryAfterSeconds);
    response.status(error.status).json(formatError(error, requestId));
  };
}

function readRequestId(response: Parameters<RequestHandler>[1]): string {
  return requestIds.get(response) ?? '';
}

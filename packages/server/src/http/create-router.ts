import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response, type Router } from 'express';
import helmet from 'helmet';
import { connectError } from '../errors.ts';
import { logError, type Logger } from '../log.ts';
import type { ProxyParts } from '../use-cases/proxy-request.ts';
import { formatError, toConnectError } from './format-error.ts';
import { createBackendOriginCheck, createBrowserOriginCheck } from './origins.ts';
import { isOwnPath } from './own-path.ts';
import { createProxyHandler, isProxyPath } from './proxy.ts';
import { nameRequest, readRequestId } from './request-id.ts';
import { routes } from './routes.ts';
import { sendJson } from './send-json.ts';
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
  const checkBackendOrigin = createBackendOriginCheck(publicOrigin);
  const backendOrigin: RequestHandler = (request, _response, next) => {
    checkBackendOrigin(request);
    next();
  };
  const router = express.Router();

  const proxy = createProxyHandler(parts, parts.proxy);

  // One handler does what every request needs, because each step of a router costs as much as what is done here.
  router.use((request, response, next) => {
    const { baseUrl, path } = request;
    if (!isOwnPath(baseUrl, path)) return next('router');
    nameRequest(request, response);
    const isProxied = isProxyPath(path);
    logRequest(deps.logger, request, response, isProxied && deps.requestLog.keeps);
    if (!isProxied) {
      secureAnswer(response);
      return next();
    }
    // The proxy's answers are the provider's, so nothing is put on them.
    checkBackendOrigin(request);
    return proxy(request, response);
  });

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

/** @param kept Whether the request log has it. What that has, and went well, is not written down twice. */
function logRequest(logger: Logger, request: Request, response: Response, kept: boolean): void {
  const startedAt = performance.now();
  // Security: the path alone; a query, a header or a body may hold what is nobody's business.
  const { method, baseUrl, path } = request;
  response.once('close', () => {
    if (kept && response.writableFinished && response.statusCode < 400) return;
    const fields = {
      requestId: readRequestId(response),
      method,
      path: baseUrl + path,
      status: response.statusCode,
      durationMs: Math.round(performance.now() - startedAt),
    };
    logger.info(response.writableFinished ? fields : { ...fields, cutOff: true }, 'request');
  });
}

/** What helmet puts on an answer. They depend on no request, so it is asked once. */
const SECURE_HEADERS = listSecureHeaders();

function listSecureHeaders(): Map<string, string> {
  const secure = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    // Whether the host's domain is for HTTPS alone is the host's to say.
    strictTransportSecurity: false,
  });
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  secure(request, response, () => undefined);
  const headers = Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)] as const);
  return new Map([...headers, ['Cache-Control', 'no-store']]);
}

function secureAnswer(response: Response): void {
  response.removeHeader('X-Powered-By');
  response.setHeaders(SECURE_HEADERS);
  response.setHeader('X-Request-Id', readRequestId(response));
}

function answerError(logger: Logger): ErrorRequestHandler {
  return (thrown: unknown, _request, response, _next) => {
    const error = toConnectError(thrown);
    const requestId = readRequestId(response);
    logError(logger, error, requestId);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    secureAnswer(response);
    if (error.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
    if (error.details.retryAfterSeconds !== undefined) response.setHeader('Retry-After', error.details.retryAfterSeconds);
    sendJson(response, error.status, formatError(error, requestId));
  };
}

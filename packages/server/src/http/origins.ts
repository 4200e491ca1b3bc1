import type { IncomingMessage } from 'node:http';
import cors from 'cors';
import type { RequestHandler } from 'express';
import { connectError, type ConnectError } from '../errors.ts';

/** How long a browser may remember a preflight, in seconds. */
const PREFLIGHT_SECONDS = 600;

/**
 * Lets pages of the allowed origins call, and refuses those of any other. A request without an `Origin` does not come from a foreign page.
 *
 * @see [Fetch §3.3](https://fetch.spec.whatwg.org/#http-cors-protocol)
 */
export function createBrowserOriginCheck(allowedOrigins: readonly string[]): readonly RequestHandler[] {
  const allowed = new Set(allowedOrigins);
  return [
    (request, response, next) => {
      const { origin } = request.headers;
      response.vary('Origin');
      next(origin === undefined || allowed.has(origin) ? undefined : originNotAllowed(origin));
    },
    cors({
      origin: [...allowed],
      methods: ['GET', 'POST', 'DELETE'],
      allowedHeaders: ['Authorization', 'Content-Type', 'Accept', 'X-Request-Id'],
      exposedHeaders: ['X-Request-Id', 'Retry-After', 'X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset'],
      maxAge: PREFLIGHT_SECONDS,
      optionsSuccessStatus: 204,
    }),
  ];
}

/** Names the origin, so that whoever reads the log or the answer need not guess what to add; what is none is not repeated. */
function originNotAllowed(origin: string): ConnectError {
  if (URL.parse(origin)?.origin !== origin) return connectError('origin_not_allowed');
  return connectError('origin_not_allowed', {
    message: `Pages of ${origin} may not use Latchkey.`,
    remedy: `If the page is yours, add "${origin}" to the option "allowedOrigins".`,
  });
}

/**
 * Refuses pages where only a backend may call, but for pages that are served from where the API is: they are the operator's own.
 *
 * @param publicOrigin The origin of the option `publicUrl`.
 * @returns Throws `origin_not_allowed`.
 */
export function createBackendOriginCheck(publicOrigin: string): (request: IncomingMessage) => void {
  return ({ headers: { origin } }) => {
    // Security: a secret key in a foreign page has leaked. Without CORS headers the page could not read the answer; this says so, and does nothing for it.
    if (origin === undefined || origin === publicOrigin) return;
    throw connectError('origin_not_allowed', {
      message: 'A page called a route that is for backends only.',
      remedy: 'Call it from your backend. A secret key never belongs in a browser: if this one was in a page, replace it.',
    });
  };
}

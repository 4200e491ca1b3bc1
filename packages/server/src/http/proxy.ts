import type { IncomingHttpHeaders } from 'node:http';
import { headers } from '@latchkey/protocol';
import type { Request, Response } from 'express';
import { createCanceller } from '../core/cancellation.ts';
import { requireScope, type Principal } from '../core/principal.ts';
import { withoutLocation } from '../core/proxy-headers.ts';
import { parseRetryPlan } from '../core/proxy-retry.ts';
import { connectError } from '../errors.ts';
import type { AnswerHead } from '../use-cases/forward-request.ts';
import { proxyRequest, type ProxyCall, type ProxyParts } from '../use-cases/proxy-request.ts';
import { auditAction } from './audit-action.ts';
import { authenticateBackend } from './authenticate-backend.ts';
import { describeCall } from './call-context.ts';
import { hasBody, openRequestBody } from './request-body.ts';
import type { ServeParts } from './serve.ts';
import { readRequestId } from './request-id.ts';

/** Where proxied paths begin, below the router. */
const PREFIX = '/proxy';
const PROXY_PATH = /^\/proxy\/./i;

/** Methods that change nothing. @see [RFC 9110 §9.2.1](https://www.rfc-editor.org/rfc/rfc9110.html#section-9.2.1) */
const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Tells whether a path below the router is one that is passed on. */
export function isProxyPath(path: string): boolean {
  return PROXY_PATH.test(path);
}

/**
 * Makes the handler of `ALL /proxy/*`. No body parser stands before it: bodies are streamed.
 *
 * The headers `Provider-Config-Key` and `Connection-Id` name the connection; the rest of the path, the query, the method, the end-to-end headers
 * and the body pass unchanged.
 */
export function createProxyHandler(parts: ServeParts, proxyParts: ProxyParts): (request: Request, response: Response) => Promise<void> {
  return (request, response) =>
    parts.gate.enter(async () => {
      // Security: what is proxied is the provider's, reads included, so a page has to prove that it is the console's own.
      const principal = await authenticateBackend(parts, request, response, true);
      const { method } = request;
      // Security: its answer is the request, access token included. @see [RFC 9110 §9.3.8](https://www.rfc-editor.org/rfc/rfc9110.html#section-9.3.8)
      if (method === 'TRACE') throw connectError('not_found', { message: 'TRACE is the one method that is not passed on.' });
      const forward = () => forwardCall(proxyParts, principal, request, response);
      // Backends call more than is worth writing down twice: the request log has it.
      if (principal.kind === 'key' || READS.has(method)) return forward();
      const params = { path: request.path.slice(PREFIX.length + 1) };
      return auditAction(parts.deps.audit, { principal, action: `${method} ${PREFIX}/{path}`, params, response }, forward);
    });
}

async function forwardCall(proxyParts: ProxyParts, principal: Principal, request: Request, response: Response): Promise<void> {
  const { method, rawHeaders, headers: received } = request;
  const canceller = createCanceller();
  response.once('close', () => {
    if (!response.writableFinished) canceller.abort();
  });
  try {
    requireScope(principal, 'proxy');
    const call: ProxyCall = {
      integrationId: getHeader(received, headers.integrationId),
      connectionId: getHeader(received, headers.connectionId),
      method,
      target: readTarget(request.url),
      base: readHeader(received, 'base-url-override'),
      headers: rawHeaders,
      body: hasBody(request) ? openRequestBody(request, proxyParts.timer) : undefined,
      retry: parseRetryPlan(method, readHeader(received, 'retries'), readHeader(received, 'retry-on')),
      caller: describeCall(response, principal, undefined),
      signal: canceller.signal,
      // Security: a browser would go on by itself, with all by which the console's page proves itself, to whatever route of Latchkey's the provider names.
      respond: (head) => begin(response, principal.kind === 'console' ? { ...head, headers: withoutLocation(head.headers) } : head),
    };
    await proxyRequest(proxyParts, call);
  } catch (error) {
    // Nobody is there any more to be told.
    if (!canceller.signal.aborted) throw error;
  }
}

/** Begins the answer. It is the provider's: of what Latchkey and the host put on their own answers only the id is left. */
function begin(response: Response, { status, statusText, headers: received }: AnswerHead): Response {
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  return response.writeHead(status, statusText, ['X-Request-Id', readRequestId(response), ...received]);
}

function readTarget(url: string): string {
  // Security: a request line may hold a whole URL, whose host must not be taken for a path.
  if (!url.startsWith('/')) throw connectError('invalid_proxy_path');
  return url.slice(PREFIX.length);
}

/** Reads a header for Latchkey. One that comes several times is read as a list, as Node.js joins it, and so names nothing that there is. */
function readHeader(received: IncomingHttpHeaders, name: string): string | undefined {
  const value = received[name];
  return typeof value === 'string' ? value : value?.join(', ');
}

function getHeader(received: IncomingHttpHeaders, name: string): string {
  const value = readHeader(received, name);
  if (value) return value;
  throw connectError('invalid_headers', { errors: [{ code: 'missing', message: `The header "${name}" is missing.`, path: [name] }] });
}

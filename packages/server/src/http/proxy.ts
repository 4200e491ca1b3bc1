import type { RequestHandler } from 'express';
import type { Dispatcher } from 'undici';
import { findHeader } from '../core/proxy-headers.ts';
import { connectError } from '../errors.ts';
import { headers } from '@latchkey/protocol';
import type { Deps } from '../use-cases/deps.ts';
import { proxyRequest } from '../use-cases/proxy-request.ts';

/** Where proxied paths begin, below the router. */
const PREFIX = '/proxy';

/**
 * Makes the handler of `ALL /proxy/*`. It stands before every body parser: bodies are streamed.
 *
 * The headers `Provider-Config-Key` and `Connection-Id` name the connection; the rest of the path, the query, the method, the end-to-end headers and the body pass unchanged.
 */
export function createProxyHandler(deps: Deps, dispatcher: Dispatcher): RequestHandler {
  return async (request, response) => {
    const integrationId = require(request.rawHeaders, headers.integrationId);
    const connectionId = require(request.rawHeaders, headers.connectionId);
    if ((findHeader(request.rawHeaders, 'base-url-override') ?? '') !== '') {
      throw connectError('invalid_headers', {
        errors: [{ code: 'unsupported', message: 'The base URL is the one of the connection.', path: ['base-url-override'] }],
      });
    }
    const aborted = new AbortController();
    response.once('close', () => aborted.abort());
    const hasBody = request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
    try {
      await proxyRequest(deps, dispatcher, {
        integrationId,
        connectionId,
        method: request.method,
        // The router may be mounted anywhere: the target is what follows its own prefix.
        target: request.url.slice(request.url.indexOf(PREFIX) + PREFIX.length),
        headers: request.rawHeaders,
        body: hasBody ? request : undefined,
        signal: aborted.signal,
        respond: (status, received) => response.writeHead(status, received),
      });
    } catch (error) {
      // Half an answer cannot be taken back: breaking the connection is the only way to tell the caller.
      if (!response.headersSent) throw error;
      response.destroy();
    }
  };
}

function require(received: readonly string[], name: string): string {
  const value = findHeader(received, name);
  if (value) return value;
  throw connectError('invalid_headers', { errors: [{ code: 'missing', message: `The header "${name}" is missing.`, path: [name] }] });
}

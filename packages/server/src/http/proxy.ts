import { headers } from '@latchkey/protocol';
import type { RequestHandler } from 'express';
import type { Dispatcher } from 'undici';
import { findHeader, type RawHeaders } from '../core/proxy-headers.ts';
import { connectError } from '../errors.ts';
import { proxyRequest } from '../use-cases/proxy-request.ts';
import { authenticateBackend } from './authenticate-backend.ts';
import type { ServeParts } from './serve.ts';

/** Where proxied paths begin, below the router. */
const PREFIX = '/proxy';

/**
 * Makes the handler of `ALL /proxy/*`. No body parser stands before it: bodies are streamed.
 *
 * The headers `Provider-Config-Key` and `Connection-Id` name the connection; the rest of the path, the query, the method, the end-to-end headers
 * and the body pass unchanged.
 */
export function createProxyHandler(parts: ServeParts, dispatcher: Dispatcher): RequestHandler {
  const { deps, gate } = parts;
  return (request, response) =>
    gate.enter(async () => {
      await authenticateBackend(parts, 'proxy', request, response);
      const integrationId = getHeader(request.rawHeaders, headers.integrationId);
      const connectionId = getHeader(request.rawHeaders, headers.connectionId);
      refuseOtherBase(request.rawHeaders);
      if ((await deps.integrations.find(integrationId)) === undefined) throw connectError('unknown_integration');

      const aborted = new AbortController();
      response.once('close', () => aborted.abort());
      const hasBody = request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
      await proxyRequest(deps, dispatcher, {
        integrationId,
        connectionId,
        method: request.method,
        target: request.url.slice(PREFIX.length),
        headers: request.rawHeaders,
        body: hasBody ? request : undefined,
        signal: aborted.signal,
        respond: (status, received) => {
          // The answer is the provider's: what Latchkey puts on its own answers would only hide it.
          for (const name of response.getHeaderNames()) if (name !== 'x-request-id') response.removeHeader(name);
          return response.writeHead(status, received);
        },
      });
    });
}

function getHeader(received: RawHeaders, name: string): string {
  const value = findHeader(received, name);
  if (value) return value;
  throw connectError('invalid_headers', { errors: [{ code: 'missing', message: `The header "${name}" is missing.`, path: [name] }] });
}

/** Compat: clients of this wire always send the header, and send it empty when they mean nothing by it. */
function refuseOtherBase(received: RawHeaders): void {
  if ((findHeader(received, 'base-url-override') ?? '') === '') return;
  throw connectError('invalid_headers', {
    errors: [
      { code: 'unsupported', message: 'The base URL is the one of the connection and cannot be chosen.', path: ['base-url-override'] },
    ],
  });
}

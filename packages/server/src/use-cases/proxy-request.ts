import { Writable, type Readable } from 'node:stream';
import { errors, type Dispatcher } from 'undici';
import { buildRequestHeaders, buildResponseHeaders, type RawHeaders } from '../core/proxy-headers.ts';
import { buildProxyUrl } from '../core/proxy-url.ts';
import { connectError, type ConnectError } from '../errors.ts';
import type { Deps } from './deps.ts';
import { getAccessToken } from './get-access-token.ts';

/** A request that a backend wants passed on. */
export interface ProxyCall {
  readonly integrationId: string;
  readonly connectionId: string;
  readonly method: string;
  /** Path and query as they were sent, beginning with `/`. */
  readonly target: string;
  readonly headers: RawHeaders;
  /** The body as it comes in, or `undefined` when the request has none. */
  readonly body: Readable | undefined;
  /** Aborts when the caller goes away. */
  readonly signal: AbortSignal;
  /** Sends status and headers to the caller, and returns where the body goes. Called once at most. */
  readonly respond: (status: number, headers: string[]) => Writable;
}

/** Time to connect is the dispatcher's; these are for one request, in milliseconds. */
const HEADERS_TIMEOUT_MS = 30_000;
const IDLE_TIMEOUT_MS = 30_000;

/**
 * Passes a request on to the provider's API with the connection's access token, and the answer back. Bodies are streamed in both directions and never held.
 *
 * An answer of 401 has the token replaced, unless somebody has done so since, and asks again, once, when there is no body that was already sent.
 *
 * @throws {ConnectError} `invalid_proxy_path`, `unknown_integration`, `unknown_connection`, `invalid_credentials`, `proxy_timeout`, `proxy_unreachable`; and
 * whatever it throws after `respond` was called means that the answer broke off.
 */
export async function proxyRequest(deps: Deps, dispatcher: Dispatcher, call: ProxyCall): Promise<void> {
  const refusedToken = await send(deps, dispatcher, call);
  if (refusedToken !== undefined) await send(deps, dispatcher, call, refusedToken);
}

/**
 * Sends once.
 *
 * @param refusedToken The token that was refused when it was sent before.
 * @returns The token, when it was refused and the request may be sent again.
 */
async function send(deps: Deps, dispatcher: Dispatcher, call: ProxyCall, refusedToken?: string): Promise<string | undefined> {
  const { integrationId, connectionId, method, body, signal } = call;
  const { accessToken, endpoints } = await getAccessToken(deps, {
    integrationId,
    connectionId,
    ...(refusedToken !== undefined && { refusedToken }),
  });
  const url = buildProxyUrl(endpoints.api, call.target);
  let refused = false;
  try {
    await dispatcher.stream(
      {
        origin: url.origin,
        path: `${url.pathname}${url.search}`,
        method,
        headers: buildRequestHeaders(call.headers, accessToken),
        body: body ?? null,
        signal,
        responseHeaders: 'raw',
        headersTimeout: HEADERS_TIMEOUT_MS,
        bodyTimeout: IDLE_TIMEOUT_MS,
      },
      ({ statusCode, headers }) => {
        refused = statusCode === 401 && body === undefined && refusedToken === undefined;
        // `responseHeaders: 'raw'` gives names and values in turn, which the type does not say.
        return refused ? discard() : call.respond(statusCode, buildResponseHeaders(Array.isArray(headers) ? headers : []));
      },
    );
  } catch (error) {
    throw explain(error);
  }
  return refused ? accessToken : undefined;
}

function discard(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}

function explain(error: unknown): ConnectError {
  const late =
    error instanceof errors.ConnectTimeoutError || error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError;
  return connectError(late ? 'proxy_timeout' : 'proxy_unreachable', { cause: error });
}

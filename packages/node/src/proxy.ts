import { headers as headerNames } from '@latchkey/protocol';
import type { Query } from './build-url.ts';
import type { ConnectionKey } from './connection.ts';
import { LatchkeyError } from './errors.ts';
import { isStream, type Call, type CallOptions, type Exchange } from './exchange.ts';
import { paginate } from './paginate.ts';
import { parseJson } from './read-failure.ts';

/** A call of the provider's API: with which connection, and what is sent. */
export interface ProxyOptions extends ConnectionKey, CallOptions {
  readonly query?: Query | undefined;
  /** Sent to the provider unchanged; but for `Retries` and `Retry-On`, by which Latchkey itself sends the call again. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Another of the provider's hosts in the connection's region, for example `https://scim-api.pingone.eu`. @default that of its API */
  readonly baseUrl?: string | undefined;
}

/** A call that may carry a body. */
export interface ProxyBodyOptions extends ProxyOptions {
  /** A plain object or list is sent as JSON; everything else that `fetch` takes is sent as it is, streams of Node.js and generators too. A stream is sent once, and never again. */
  readonly body?: unknown;
}

/** A call that yields items. */
export interface PaginateOptions extends ProxyOptions {
  /** The name of the list within `_embedded`. @default the only list that is there */
  readonly collection?: string | undefined;
}

/**
 * Calls of the provider's API, with the token of a connection.
 *
 * The answer's body is returned: parsed when it is JSON, `undefined` when it is empty, else as text. What it holds is the provider's, so `Body` is what
 * you expect it to be, unchecked.
 *
 * Every method throws {@link LatchkeyError}: `provider_api_error` when the provider's API answers with an error; `unknown_integration`;
 * `unknown_connection`; `connection_disabled`; `invalid_credentials`; `invalid_proxy_path`; `base_url_not_allowed`; `proxy_timeout`; `proxy_unreachable`.
 *
 * @example
 * ```ts
 * const user = await latchkey.proxy.get<{ username: string }>(`/v1/environments/${environmentId}/users/${userId}`, {
 *   integrationId: 'pingone-cc',
 *   connectionId,
 * });
 * ```
 */
export interface Proxy {
  readonly get: <Body = unknown>(path: string, options: ProxyOptions) => Promise<Body>;
  readonly post: <Body = unknown>(path: string, options: ProxyBodyOptions) => Promise<Body>;
  readonly put: <Body = unknown>(path: string, options: ProxyBodyOptions) => Promise<Body>;
  readonly patch: <Body = unknown>(path: string, options: ProxyBodyOptions) => Promise<Body>;
  readonly delete: <Body = unknown>(path: string, options: ProxyBodyOptions) => Promise<Body>;
  /** Sends any method and gives the whole answer, for its status (304 too), its headers or its stream. `timeoutMs` then ends when the answer begins. */
  readonly request: (method: string, path: string, options: ProxyBodyOptions) => Promise<Response>;
  /**
   * Yields the items of a collection, page after page: the next page is asked for when its first item is wanted.
   *
   * @throws {LatchkeyError} Besides, `invalid_answer` when a page is no collection, or its link to the next one leads elsewhere.
   * @example
   * ```ts
   * for await (const user of latchkey.proxy.paginate<{ id: string }>(`/v1/environments/${id}/users`, { integrationId, connectionId })) {
   *   console.log(user.id);
   * }
   * ```
   */
  readonly paginate: <Item = unknown>(path: string, options: PaginateOptions) => AsyncGenerator<Item, void, undefined>;
}

/** Creates the methods about the provider's API. */
export function createProxy(exchange: Exchange): Proxy {
  const send =
    (method: string) =>
    async <Body>(path: string, options: ProxyBodyOptions): Promise<Body> =>
      exchange(buildProxyCall(method, path, options), readBody<Body>);
  const get = send('GET');
  return {
    get,
    post: send('POST'),
    put: send('PUT'),
    patch: send('PATCH'),
    delete: send('DELETE'),
    request: async (method, path, options) =>
      exchange({ ...buildProxyCall(method.toUpperCase(), path, options), takesNotModified: true }, (response) => Promise.resolve(response)),
    paginate: (path, options) => paginate(get, path, options),
  };
}

function buildProxyCall(method: string, path: string, { body, query, signal, timeoutMs, ...named }: ProxyBodyOptions): Call {
  const headers = buildHeaders(named);
  return { method, path, query, signal, timeoutMs, headers, body: buildBody(body, headers), below: '/proxy' };
}

function buildHeaders({ integrationId, connectionId, baseUrl, headers }: ProxyOptions): Headers {
  try {
    const sent = new Headers(headers);
    sent.set(headerNames.integrationId, integrationId);
    sent.set(headerNames.connectionId, connectionId);
    if (baseUrl !== undefined) sent.set('base-url-override', baseUrl);
    return sent;
  } catch {
    // Security: the platform's own error quotes the value, so it is not kept as the cause.
    throw new LatchkeyError('invalid_argument', 'An id, the base URL or a header holds a character that no header can hold.', {
      remedy: 'Check where these values come from; none is repeated here.',
    });
  }
}

function buildBody(body: unknown, headers: Headers): BodyInit | undefined {
  if (body === undefined || isBodyInit(body)) return body;
  if (!headers.has('content-type')) headers.set('content-type', 'application/json');
  return JSON.stringify(body);
}

function isBodyInit(body: unknown): body is BodyInit {
  if (typeof body === 'string' || isStream(body)) return true;
  const kinds = [Blob, FormData, URLSearchParams, ArrayBuffer];
  return ArrayBuffer.isView(body) || kinds.some((kind) => body instanceof kind);
}

async function readBody<Body>(response: Response): Promise<Body> {
  const text = await response.text();
  const isJson = /^application\/(?:[\w.+-]+\+)?json\b/i.test(response.headers.get('content-type') ?? '');
  const body: unknown = text === '' ? undefined : isJson ? parseJson(text) : text;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the caller names what the provider answers; nobody here knows.
  return body as Body;
}

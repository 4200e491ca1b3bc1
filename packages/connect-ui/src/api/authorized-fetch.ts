import type { RefObject } from 'react';
import { ownFailure, RequestFailed } from './failure.ts';
import { readFailure } from './read-failure.ts';

/** A connect session token, or a function that asks the host's backend for one. An empty text means that it is not there yet. */
export type SessionToken = string | (() => string | Promise<string>);

/** What the host says of its server. */
interface ApiOptions {
  readonly apiUrl: string;
  readonly sessionToken: SessionToken;
  readonly fetch?: typeof fetch | undefined;
}

/** How the server is reached. */
export interface ApiAccess {
  /** Read anew for each request, so that the host may change any of it. */
  readonly options: Readonly<RefObject<ApiOptions>>;
  /** Is aborted when the component is taken away. */
  readonly life: Readonly<RefObject<AbortController | undefined>>;
  /** Shows the host's developers what the host has done wrong. */
  readonly report: (mistake: unknown) => void;
  /**
   * Whether the device has a network.
   *
   * @default What the browser says.
   */
  readonly isOnline?: () => boolean;
}

/** How long one request may take, in milliseconds; the server's own limits are shorter. */
const REQUEST_TIMEOUT_MS = 120_000;

/** Codes that say that another token may do better. */
const STALE_SESSION = new Set(['connect_session_expired', 'unknown_connect_session_token', 'invalid_connect_session_token_format']);

/**
 * Makes a `fetch` that proves itself with the session token.
 *
 * A token that came from a function is kept until the server refuses it; then the function is asked once more, for all requests that were
 * refused with it, and each is sent again. What is no token is not kept, so that the next request asks anew.
 *
 * @throws {RequestFailed} `offline`, `server_unreachable` or `session_token_unavailable`.
 */
export function createAuthorizedFetch(access: ApiAccess): (path: string, init: RequestInit) => Promise<Response> {
  const { isOnline = () => navigator.onLine } = access;
  let kept: Promise<string> | undefined;

  function getToken(): Promise<string> {
    const source = access.options.current.sessionToken;
    return typeof source === 'string' ? readToken(() => source) : (kept ??= readToken(source));
  }

  function readToken(ask: () => string | Promise<string>): Promise<string> {
    const token = Promise.resolve()
      .then(ask)
      .then(requireToken)
      .catch((mistake: unknown) => {
        forget(token);
        access.report(mistake);
        throw new RequestFailed(ownFailure('session_token_unavailable'));
      });
    return token;
  }

  /** Another one may be kept by now. */
  function forget(token: Promise<string>): void {
    if (kept === token) kept = undefined;
  }

  async function send(path: string, init: RequestInit, token: string): Promise<Response> {
    // Security: the token travels in a header; no URL, and so no log or history, holds it.
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Bearer ${token}`);
    const timeout = AbortSignal.timeout(REQUEST_TIMEOUT_MS);
    const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
    const { apiUrl, fetch: send = globalThis.fetch } = access.options.current;
    try {
      return await send(apiUrl.replace(/\/$/, '') + path, {
        ...init,
        headers,
        signal,
        credentials: 'same-origin',
        cache: 'no-store',
      });
    } catch {
      throw new RequestFailed(ownFailure(isOnline() ? 'server_unreachable' : 'offline'));
    }
  }

  return async (path, init) => {
    const used = getToken();
    const token = await used;
    const response = await send(path, init, token);
    if (response.status !== 401) return response;
    const body: unknown = await response
      .clone()
      .json()
      .catch(() => undefined);
    if (!STALE_SESSION.has(readFailure(body).code)) return response;
    forget(used);
    const other = await getToken();
    return other === token ? response : send(path, init, other);
  };
}

/** Gives what can be sent as a token: a page that tells of an error, for example, cannot. */
function requireToken(given: unknown): string {
  if (typeof given === 'string' && /^\s*[!-~]+\s*$/.test(given)) return given;
  throw new TypeError('Latchkey got no token: `sessionToken` must be the token of a connect session, or a function that gives one.');
}

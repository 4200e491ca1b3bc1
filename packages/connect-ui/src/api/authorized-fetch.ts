import { ownFailure, RequestFailed } from './failure.ts';
import { readFailure } from './read-failure.ts';

/** A connect session token, or a function that asks the host's backend for one. */
export type SessionToken = string | (() => Promise<string>);

/** How the server is reached. Read anew for each request, so that the host may change any of it. */
export interface ApiAccess {
  readonly apiUrl: () => string;
  readonly sessionToken: () => SessionToken;
  readonly fetch: () => typeof fetch;
  /** Whether the device has a network, as far as it knows. */
  readonly isOnline: () => boolean;
}

/** How long one request may take, in milliseconds; the server's own limits are shorter. */
const REQUEST_TIMEOUT_MS = 120_000;

/** Codes that say that another token may do better. */
const STALE_SESSION = new Set(['connect_session_expired', 'unknown_connect_session_token']);

/**
 * Makes a `fetch` that proves itself with the session token.
 *
 * A token that came from a function is kept until the server calls it expired or unknown; then the function is asked once more and the
 * request is sent again.
 *
 * @throws {RequestFailed} `offline`, `server_unreachable` or `session_token_unavailable`.
 */
export function createAuthorizedFetch(access: ApiAccess): (path: string, init: RequestInit) => Promise<Response> {
  let kept: Promise<string> | undefined;

  function getToken(): Promise<string> {
    const source = access.sessionToken();
    if (typeof source === 'string') return Promise.resolve(source);
    kept ??= source().catch(() => {
      kept = undefined;
      throw new RequestFailed(ownFailure('session_token_unavailable'));
    });
    return kept;
  }

  async function send(path: string, init: RequestInit): Promise<Response> {
    // Security: the token travels in a header; no URL, and so no log or history, holds it.
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Bearer ${await getToken()}`);
    const timeout = AbortSignal.timeout(REQUEST_TIMEOUT_MS);
    const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
    const send = access.fetch();
    try {
      return await send(access.apiUrl().replace(/\/$/, '') + path, {
        ...init,
        headers,
        signal,
        credentials: 'same-origin',
        cache: 'no-store',
      });
    } catch {
      throw new RequestFailed(ownFailure(access.isOnline() ? 'server_unreachable' : 'offline'));
    }
  }

  return async (path, init) => {
    const response = await send(path, init);
    if (response.status !== 401 || kept === undefined) return response;
    const body: unknown = await response
      .clone()
      .json()
      .catch(() => undefined);
    if (!STALE_SESSION.has(readFailure(body).code)) return response;
    kept = undefined;
    return send(path, init);
  };
}

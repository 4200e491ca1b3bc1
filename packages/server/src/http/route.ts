import type { ConnectSession } from '../core/connect-session.ts';
import type { OnProgress } from '../use-cases/check-client-credentials.ts';
import type { Deps } from '../use-cases/deps.ts';
import type { Query } from './read-query.ts';

/** What a route answers when nothing went wrong. */
export interface Answer {
  readonly status: number;
  /** Sent as JSON; absent for an empty answer. */
  readonly body?: unknown;
}

/** A request as a route gets it: the caller is known, the input is still to be checked. */
export interface RouteRequest {
  readonly deps: Deps;
  /** The values of the path's placeholders. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  /** Any JSON value; `undefined` when there is none. */
  readonly body: unknown;
  readonly onProgress: OnProgress;
}

/** What a route may ask for beyond the usual. */
interface RouteOptions {
  /** Requests a minute that one session may make of this route. @default the limit of all browser routes together */
  readonly perMinute?: number;
  /** Whether progress is streamed to a caller that asks for it. @default false */
  readonly streams?: boolean;
}

/** One row of the table. */
export interface Route extends RouteOptions {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** `backend` needs a secret key, `browser` a connect session token. */
  readonly caller: 'anyone' | 'backend' | 'browser';
  /** @param session The caller's; only browser routes have one. */
  readonly answer: (request: RouteRequest, session: ConnectSession | undefined) => Promise<Answer>;
}

type Work = (request: RouteRequest) => Promise<Answer>;

/** A route that asks for no proof of who calls. */
export function forAnyone(method: Route['method'], path: string, work: Work): Route {
  return { method, path, caller: 'anyone', answer: work };
}

/** A route for the host's backend, with a secret key. */
export function forBackend(method: Route['method'], path: string, work: Work): Route {
  return { method, path, caller: 'backend', answer: work };
}

/** A route for the end user's browser, with a connect session token. */
export function forBrowser(
  method: Route['method'],
  path: string,
  work: (request: RouteRequest, session: ConnectSession) => Promise<Answer>,
  options: RouteOptions = {},
): Route {
  const answer: Route['answer'] = async (request, session) => {
    if (session === undefined) throw new TypeError(`${method} ${path} was reached without a connect session.`);
    return work(request, session);
  };
  return { method, path, caller: 'browser', answer, ...options };
}

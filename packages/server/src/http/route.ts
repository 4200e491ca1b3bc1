import type { ErrorCode, KeyScope } from '@latchkey/protocol';
import type { Request, Response } from 'express';
import type * as z from 'zod/mini';
import type { ConnectSession } from '../core/connect-session.ts';
import type { Principal } from '../core/principal.ts';
import type { ConsoleSession } from '../core/console-session.ts';
import type { OnProgress } from '../use-cases/check-client-credentials.ts';
import type { Deps } from '../use-cases/deps.ts';
import { readBody, readQueryValues } from './read-input.ts';
import type { Query } from './read-query.ts';

/** A request as a route gets it: the caller is known, the input is still to be checked. */
export interface RouteRequest {
  readonly deps: Deps;
  /** The caller's; only browser routes have one. */
  readonly session: ConnectSession | undefined;
  /** Who calls; only routes for backends and the console know. */
  readonly principal: Principal | undefined;
  /** The caller's; only routes for the console have one. */
  readonly consoleSession: ConsoleSession | undefined;
  /** The values of the path's placeholders. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  /** Any JSON value; `undefined` when there is none. */
  readonly body: unknown;
  /** The origin of the page that asks; `undefined` when the request names none. */
  readonly origin: string | undefined;
  readonly onProgress: OnProgress;
}

/** What a route answers when nothing went wrong. */
export interface Answer {
  readonly status: number;
  /** Sent as JSON; absent for an empty answer. */
  readonly body?: unknown;
}

/** The request and answer of Express, for a route that writes its answer itself. */
export interface Exchange {
  readonly request: Request;
  readonly response: Response;
}

/** One row of the table: what is needed to serve it, and to describe it. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the router; `:name` is a placeholder. */
  readonly path: string;
  /** `backend` needs a secret key or a session of the console, `console` the latter, `browser` a connect session token. */
  readonly caller: 'anyone' | 'backend' | 'browser' | 'console';
  /** Only routes for backends have one. */
  readonly scope?: KeyScope;
  /** What they need besides. */
  readonly otherScopes: readonly KeyScope[];
  /** What it does, in one sentence. */
  readonly summary: string;
  readonly query?: z.ZodMiniType;
  readonly body?: z.ZodMiniType;
  /** HTTP status of the success. */
  readonly status: number;
  /** The body of the success, when it is JSON. */
  readonly answer?: z.ZodMiniType;
  /** Its media type, when it is something else: a page, a stream of events. */
  readonly media?: string;
  /** Codes that it may answer, besides those that all routes of its caller, and all with such input, may. */
  readonly errors: readonly ErrorCode[];
  /** What else may be answered, with codes of a provider's own: its failures, problems of the fields of its form. */
  readonly explains: readonly ('failures' | 'fields')[];
  /** Whether one who has the answer already may be told so, with 304. */
  readonly cached: boolean;
  /** Requests a minute that one session may make of this route; where there is none, one address. @default the limit of all browser routes together */
  readonly perMinute?: number;
  /** Whether progress is streamed to a caller that asks for it. */
  readonly streams: boolean;
  /** Checks the input and does the work. @returns `undefined` when the route has answered by itself. */
  readonly run: (request: RouteRequest, exchange: Exchange) => Promise<Answer | undefined>;
}

/** Names what a route does as the documents do: method and path, with the placeholders in braces. */
export function nameAction({ method, path }: Route): string {
  return `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`;
}

/** The names of a path's placeholders. */
type ParamName<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamName<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** What the work gets: checked by the row's schemas. Without a schema it is `unknown`. */
interface Input<Path extends string, Q, B> {
  readonly deps: Deps;
  readonly params: Readonly<Record<ParamName<Path>, string>>;
  readonly query: Q;
  readonly body: B;
  readonly origin: string | undefined;
  /** Told how the work goes; heard only on a route that `streams`. */
  readonly onProgress: OnProgress;
}

/** What is written of a route in the table, whoever may call it. */
interface RowBase<Path extends string, Q, B> {
  readonly method: Route['method'];
  readonly path: Path;
  readonly summary: string;
  readonly query?: z.ZodMiniType<Q>;
  /** Makes of the texts of a URL what the schema takes. @default the texts themselves */
  readonly readQuery?: (query: Query) => Query;
  readonly body?: z.ZodMiniType<B>;
  /** @default none */
  readonly errors?: readonly ErrorCode[];
  /** @default none */
  readonly explains?: Route['explains'];
  /** @default false */
  readonly cached?: boolean;
  readonly perMinute?: number;
  /** @default false */
  readonly streams?: boolean;
}

/**
 * The success of a route: JSON of a schema, nothing at all, or what the route writes itself. One that writes for long returns at once,
 * so that nothing waits for it when the server closes.
 */
type Success<In, A> =
  | {
      readonly status: 200 | 201 | 202;
      readonly answer: z.ZodMiniType<A>;
      readonly work: (input: In, exchange: Exchange) => NoInfer<A> | Promise<NoInfer<A>>;
    }
  | { readonly status: 204; readonly work: (input: In, exchange: Exchange) => void | Promise<void> }
  | {
      readonly status: 200 | 303;
      readonly media: string;
      readonly respond: (input: In, exchange: Exchange) => void | Promise<void>;
    };

type Row<Path extends string, Q, B, A, Extra = unknown> = RowBase<Path, Q, B> & Success<Input<Path, Q, B> & Extra, A>;

/** A route that asks for no proof of who calls. */
export function forAnyone<const Path extends string, Q, B, A>(row: Row<Path, Q, B, A>): Route {
  return createRoute(row, 'anyone', () => ({}));
}

/** A route for the host's backend, with a secret key that has the scope. */
export function forBackend<const Path extends string, Q, B, A>(
  row: Row<Path, Q, B, A, { readonly principal: Principal }> & { readonly scope: KeyScope; readonly otherScopes?: readonly KeyScope[] },
): Route {
  const route = createRoute(row, 'backend', ({ principal }) => {
    if (principal === undefined) throw new TypeError(`${row.method} ${row.path} was reached by nobody in particular.`);
    return { principal };
  });
  return { ...route, scope: row.scope, otherScopes: row.otherScopes ?? [] };
}

/** A route for the console's own pages, with a session of the console. */
export function forConsole<const Path extends string, Q, B, A>(
  row: Row<Path, Q, B, A, { readonly consoleSession: ConsoleSession }>,
): Route {
  return createRoute(row, 'console', ({ consoleSession }) => {
    if (consoleSession === undefined) throw new TypeError(`${row.method} ${row.path} was reached by nobody who is signed in.`);
    return { consoleSession };
  });
}

/** A route for the end user's browser, with a connect session token. */
export function forBrowser<const Path extends string, Q, B, A>(row: Row<Path, Q, B, A, { readonly session: ConnectSession }>): Route {
  return createRoute(row, 'browser', ({ session }) => {
    if (session === undefined) throw new TypeError(`${row.method} ${row.path} was reached without a connect session.`);
    return { session };
  });
}

/** Joins what a row declares with what it does: input that its schemas refuse never reaches the work. */
function createRoute<Path extends string, Q, B, A, Extra>(
  row: Row<Path, Q, B, A, Extra>,
  caller: Route['caller'],
  readCaller: (request: RouteRequest) => Extra,
): Route {
  const { readQuery = (query) => query, ...declared } = row;
  const readInput = ({ deps, params, query, body, origin, onProgress }: RouteRequest): Input<Path, Q, B> => {
    const checkedQuery = row.query && readQueryValues(row.query, readQuery(query));
    const checkedBody = row.body && readBody(row.body, body);
    // oxlint-disable-next-line no-unsafe-type-assertion -- without a schema the type is `unknown`, and the router has filled in each placeholder.
    return { deps, params, query: checkedQuery, body: checkedBody, origin, onProgress } as Input<Path, Q, B>;
  };

  return {
    errors: [],
    explains: [],
    otherScopes: [],
    cached: false,
    streams: false,
    ...declared,
    caller,
    run: async (request, exchange) => {
      const input = { ...readCaller(request), ...readInput(request) };
      if ('answer' in row) return { status: row.status, body: await row.work(input, exchange) };
      if ('respond' in row) {
        await row.respond(input, exchange);
        return undefined;
      }
      await row.work(input, exchange);
      return { status: row.status };
    },
  };
}

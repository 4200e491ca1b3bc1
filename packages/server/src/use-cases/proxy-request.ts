import type { Readable, Writable } from 'node:stream';
import { readRetryAfter } from '@latchkey/protocol';
import type { Dispatcher } from 'undici';
import type { Timer } from '../clock.ts';
import { computeBackoff } from '../core/backoff.ts';
import type { Cancellation } from '../core/cancellation.ts';
import { buildRequestHeaders, buildResponseHeaders, findHeader, measureHead, type RawHeaders } from '../core/proxy-headers.ts';
import type { RetryPlan } from '../core/proxy-retry.ts';
import { buildProxyTarget } from '../core/proxy-url.ts';
import { connectError, ConnectError } from '../errors.ts';
import type { StoredConnection } from '../store/store.ts';
import type { ApiTraffic } from './api-traffic.ts';
import type { Place } from './call-lane.ts';
import type { Deps, KnownIntegration } from './deps.ts';
import type { CallContext, OpenOperation } from './open-operation.ts';
import { noteRefusal, openExchange, readFailure } from './proxy-exchange.ts';
import { findApiBase } from './find-api-base.ts';
import { forwardRequest, type AnswerHead } from './forward-request.ts';
import { openConnection } from './open-connection.ts';
import { waitFor } from './wait-for.ts';

/** What passing requests on needs, besides what every use-case does. */
export interface ProxyParts {
  readonly deps: Deps;
  readonly dispatcher: Dispatcher;
  readonly traffic: ApiTraffic;
  readonly timer: Timer;
}

/** A request that a backend wants passed on. */
export interface ProxyCall {
  readonly integrationId: string;
  readonly connectionId: string;
  readonly method: string;
  /** Path and query as they were sent, beginning with `/`. */
  readonly target: string;
  /** Another host than the API's, as the caller named it. */
  readonly base: string | undefined;
  readonly headers: RawHeaders;
  /** The body as it comes in, or `undefined` when the request has none. */
  readonly body: Readable | undefined;
  readonly retry: RetryPlan;
  /** Who calls. */
  readonly caller: CallContext;
  /** Aborts when the caller goes away. */
  readonly signal: Cancellation;
  /** Sends the head of the answer to the caller, and returns where the body goes. Called once at most. */
  readonly respond: (head: AnswerHead) => Writable;
}

/** What follows from one try. */
type Next =
  | { readonly step: 'end' }
  | { readonly step: 'refresh'; readonly refusedToken: string }
  /** `status` is absent when there was no answer. */
  | { readonly step: 'retry'; readonly status?: number; readonly waitMs: number };

/** What became of a call so far. */
interface Tries {
  refusedToken: string | undefined;
  retries: number;
  waitedMs: number;
}

/** The longest that one call waits between its tries, all in all, in milliseconds. An answer that asks for more is passed on. */
const MAX_RETRY_WAIT_MS = 30_000;

/** A younger token that is refused is not replaced, in milliseconds: another one would fare no better, and be asked for with each call. */
const NEW_TOKEN_MS = 60_000;

/** Pauses when the provider says no time. */
const RETRY_PAUSE = { firstMs: 500, maxMs: 8_000 };

/**
 * Passes a request on to the provider's API with the connection's access token, and the answer back. Bodies are streamed in both directions and
 * never held.
 *
 * The calls of one connection share what the provider grants it, see {@link ApiTraffic}. An answer of 401 has the token replaced, unless somebody
 * has done so since or it is quite new, and the request is sent once more. A request is sent again as its {@link RetryPlan} says, after as long as the
 * provider asks, and the answer to the last try is passed on. No request with a body is sent twice, because what was sent is gone.
 *
 * @throws {ConnectError} `unknown_integration`; whatever `openConnection` throws; `invalid_proxy_path`; `base_url_not_allowed`; `invalid_headers`;
 *   `proxy_headers_too_large`; `proxy_busy`; `proxy_rate_limited`; `proxy_timeout`; `proxy_unreachable`; `proxy_answer_invalid`. Whatever it
 *   throws after `respond` was called means that the answer broke off.
 */
export function proxyRequest(parts: ProxyParts, call: ProxyCall): Promise<void> {
  return parts.deps.requestLog.run({ type: 'proxy' }, (operation) => passOn(parts, call, operation), call.caller);
}

async function passOn(parts: ProxyParts, call: ProxyCall, operation: OpenOperation): Promise<void> {
  const integration = await parts.deps.integrations.find(call.integrationId);
  if (integration === undefined) throw connectError('unknown_integration');
  operation.describe({ integrationId: integration.integrationId });
  const { maxConcurrent } = integration.definition.api;
  const tries: Tries = { refusedToken: undefined, retries: 0, waitedMs: 0 };
  let place = await parts.traffic.enter(call, maxConcurrent, call.signal);
  try {
    for (;;) {
      const next = await sendOnce(parts, { integration, call, place, tries, operation });
      if (next.step === 'end') return;
      if (next.step === 'refresh') {
        tries.refusedToken = next.refusedToken;
        continue;
      }
      tries.retries += 1;
      tries.waitedMs += next.waitMs;
      if (next.status === 429) {
        // All callers of the connection are held back now; this one goes on as soon as any may.
        place.leave();
        place = await parts.traffic.enter(call, maxConcurrent, call.signal, true);
      } else await waitFor(parts.timer, next.waitMs, call.signal);
    }
  } finally {
    place.leave();
  }
}

/** What one try is made with. */
interface Try {
  readonly integration: KnownIntegration;
  readonly call: ProxyCall;
  readonly place: Place;
  readonly tries: Tries;
  readonly operation: OpenOperation;
}

async function sendOnce(parts: ProxyParts, { integration, call, place, tries, operation }: Try): Promise<Next> {
  const { deps } = parts;
  const { integrationId, connectionId, method, body, signal } = call;
  const { refusedToken } = tries;
  const wanted = { integrationId, connectionId, ...(refusedToken !== undefined && { refusedToken }) };
  const { connection, tokens } = await openConnection(deps, wanted, integration);
  const { accessToken } = tokens;
  const { origin, path } = buildProxyTarget(findApiBase(integration, connection.config, call.base), call.target);
  const headers = buildRequestHeaders(call.headers, accessToken);
  if (measureHead(method, path, headers) > integration.definition.api.maxHeaderBytes) throw connectError('proxy_headers_too_large');

  let next: Next = { step: 'end' };
  let answer: AnswerHead | undefined;
  const exchange = openExchange({ method, url: origin + path, headers, startedAt: deps.clock.now() });
  try {
    const received = await forwardRequest(parts, { origin, path, method, headers, body }, signal, (head) => {
      const { status } = head;
      const mayRetry = call.retry.statuses.has(status);
      const retryAfterSeconds =
        mayRetry || status === 429 ? readRetryAfter(findHeader(head.headers, 'retry-after') ?? null, deps.clock.now()) : undefined;
      place.answered(status, retryAfterSeconds);
      answer = head;
      if (status === 401 && refusedToken === undefined && !isNew(connection, deps.clock.now())) {
        if (body === undefined) next = { step: 'refresh', refusedToken: accessToken };
        // For whoever calls next.
        else
          deps.background.start(connection.sealedTokenSet, () =>
            openConnection(deps, { ...wanted, refusedToken: accessToken }, integration),
          );
      } else if (mayRetry) next = planRetry(call, tries, deps.random(), status, retryAfterSeconds);
      return next.step === 'end' ? call.respond({ ...head, headers: buildResponseHeaders(head.headers) }) : undefined;
    });
    operation.record(exchange.end(deps.clock.now(), answer, { responseBytes: received }));
    if (next.step === 'end') noteRefusal(operation, answer);
  } catch (error) {
    operation.record(exchange.end(deps.clock.now(), answer, { failure: readFailure(error, answer, signal) }));
    const mayPass = error instanceof ConnectError && error.retryable && answer === undefined && !signal.aborted;
    next = mayPass ? planRetry(call, tries, deps.random()) : { step: 'end' };
    if (next.step === 'end') throw error;
  }
  return next;
}

function isNew({ lastFetchedAt }: StoredConnection, now: Date): boolean {
  return lastFetchedAt !== undefined && now.getTime() - lastFetchedAt.getTime() < NEW_TOKEN_MS;
}

function planRetry(
  { retry, body }: ProxyCall,
  { retries, waitedMs }: Tries,
  random: number,
  status?: number,
  retryAfterSeconds?: number,
): Next {
  const waitMs = retryAfterSeconds === undefined ? computeBackoff(RETRY_PAUSE, retries + 1, random) : retryAfterSeconds * 1000;
  if (body !== undefined || retries >= retry.retries || waitedMs + waitMs > MAX_RETRY_WAIT_MS) return { step: 'end' };
  return { step: 'retry', waitMs, ...(status !== undefined && { status }) };
}

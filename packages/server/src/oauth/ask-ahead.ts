import { readSign, type Provider, type ProviderAnswer, type Sign } from '@latchkey/providers';
import { parseObject, readCorrelationId } from './read-provider-answer.ts';
import type { OutboundRequest, Received } from './send.ts';

/** Errors with which a provider says that somebody has to do something first: all else is as it should be. */
const WOULD_ASK = new Set(['login_required', 'interaction_required', 'consent_required', 'account_selection_required']);

/** What a refusal that was asked for ahead can mean for certain. Others may be due to nobody being there. */
const CERTAIN: ReadonlySet<Sign> = new Set(['redirect_uri_refused', 'scope_refused', 'grant_refused', 'client_disabled']);

/** Longest part of a page that is read. */
const MAX_TEXT = 4000;

/** Builds a request to the authorization endpoint as a browser would make it, but without one: nobody is signed in. */
export function buildAheadRequest(url: string): OutboundRequest {
  return { method: 'GET', url, headers: { accept: 'text/html, application/json' } };
}

/**
 * Reads what the authorization endpoint answers when it may show nothing to anybody, and so whether the real request would come to anything.
 *
 * @returns The refusal, when there is one for certain; else `undefined`.
 * @see [OpenID Connect Core 1.0 §3.1.2.6](https://openid.net/specs/openid-connect-core-1_0.html#AuthError)
 */
export function readAhead(provider: Provider, received: Received, redirectUri: string): ProviderAnswer | undefined {
  if ('transport' in received) return undefined;
  const answer = isRedirect(received) ? readRedirect(received, redirectUri) : readPage(received);
  if (answer === undefined) return undefined;
  const sign = readSign(provider.signs, answer);
  return sign !== undefined && CERTAIN.has(sign) ? answer : undefined;
}

type Answered = Extract<Received, { status: number }>;

function isRedirect({ status }: Answered): boolean {
  return status >= 300 && status < 400;
}

function readRedirect({ headers }: Answered, redirectUri: string): ProviderAnswer | undefined {
  const target = URL.parse(headers.get('location') ?? '');
  const error = target?.searchParams.get('error');
  if (!target || typeof error !== 'string' || WOULD_ASK.has(error)) return undefined;
  if (target.origin + target.pathname === redirectUri) return describe(error, target.searchParams.get('error_description') ?? undefined);
  // PingOne: what must not be sent back is shown on the sign-on page, which gets it as JSON in the query.
  return describe(undefined, [error, target.searchParams.get('error_description')].join(' ').slice(0, MAX_TEXT));
}

function readPage({ status, headers, body }: Answered): ProviderAnswer | undefined {
  if (status < 400 || status >= 500) return undefined;
  const error = parseObject(body)?.['error'];
  const answer = describe(typeof error === 'string' ? error : undefined, body.slice(0, MAX_TEXT), headers.get('correlation-id'));
  return { ...answer, status };
}

function describe(error: string | undefined, description: string | undefined, header: string | null = null): ProviderAnswer {
  const correlationId = readCorrelationId(header, description, undefined);
  return {
    step: 'authorization',
    ...(error !== undefined && { error }),
    ...(description !== undefined && { description }),
    ...(correlationId !== undefined && { correlationId }),
  };
}

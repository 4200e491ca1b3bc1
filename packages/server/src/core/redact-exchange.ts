import type { OperationMessage } from './operation.ts';
import type { RawHeaders } from './proxy-headers.ts';
import { redactOAuthError } from './redact-oauth-error.ts';
import { findCorrelationId, redactHeaders } from './redact-headers.ts';
import { redactUrl } from './redact-url.ts';

/** One request that was sent, and what came back, with everything that is in it. */
export interface HttpExchange {
  readonly method: string;
  readonly url: string;
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly requestHeaders: RawHeaders;
  readonly requestBytes?: number | undefined;
  /** `undefined` when no answer came. */
  readonly status?: number | undefined;
  readonly responseHeaders?: RawHeaders | undefined;
  readonly responseBytes?: number | undefined;
  /** Why no answer came, or not the whole one. */
  readonly failure?: OperationMessage['failure'];
  /** Of a token request: the form that was sent, and the body that came back. Neither is kept. */
  readonly oauth?: { readonly form: string; readonly answer: string } | undefined;
}

const METHOD = /^[A-Z]{1,20}$/;

/** Makes of an exchange what may be kept of it. Nothing else makes a message, so nothing else must know what is secret. */
export function redactExchange(exchange: HttpExchange): OperationMessage {
  const { method, startedAt, endedAt, status, failure, requestHeaders, requestBytes, responseBytes, oauth } = exchange;
  const responseHeaders = redactHeaders(exchange.responseHeaders ?? []);
  return {
    method: METHOD.test(method) ? method : 'OTHER',
    url: redactUrl(exchange.url),
    startedAt,
    durationMs: Math.max(0, endedAt.getTime() - startedAt.getTime()),
    status,
    failure,
    correlationId: findCorrelationId(responseHeaders),
    requestHeaders: redactHeaders(requestHeaders),
    requestBytes,
    responseHeaders,
    responseBytes,
    oauthError: oauth && status !== undefined && status >= 400 ? redactOAuthError(oauth, requestHeaders) : undefined,
  };
}

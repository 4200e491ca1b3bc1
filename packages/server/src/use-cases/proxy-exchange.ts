import type { Cancellation } from '../core/cancellation.ts';
import type { HttpExchange } from '../core/redact-exchange.ts';
import { findHeader, type RawHeaders } from '../core/proxy-headers.ts';
import { ConnectError } from '../errors.ts';
import type { AnswerHead } from './forward-request.ts';
import type { OpenOperation } from './open-operation.ts';

/** A request that is on its way to the provider. */
interface OpenExchange {
  /** Makes of it, and of what came back, what the request log records. */
  end(endedAt: Date, answer: AnswerHead | undefined, end: Pick<HttpExchange, 'failure' | 'responseBytes'>): HttpExchange;
}

/** Begins to record a request that is passed on. Of its bodies only the lengths are known. */
export function openExchange({
  method,
  url,
  headers,
  startedAt,
}: Pick<HttpExchange, 'method' | 'url' | 'startedAt'> & { readonly headers: RawHeaders }): OpenExchange {
  const length = Number(findHeader(headers, 'content-length') ?? Number.NaN);
  return {
    end: (endedAt, answer, end) => ({
      method,
      url,
      startedAt,
      endedAt,
      requestHeaders: headers,
      requestBytes: Number.isSafeInteger(length) ? length : undefined,
      ...(answer && { status: answer.status, responseHeaders: answer.headers }),
      ...end,
    }),
  };
}

/** Says why no answer came, or not the whole one. */
export function readFailure(error: unknown, answer: AnswerHead | undefined, signal: Cancellation): HttpExchange['failure'] {
  if (signal.aborted) return 'aborted';
  const code = error instanceof ConnectError ? error.code : undefined;
  if (code === 'proxy_timeout') return 'timeout';
  if (code === 'proxy_answer_invalid') return 'invalid';
  return answer === undefined ? 'unreachable' : 'cut_off';
}

/** Notes as a failure what the provider refused, although its answer was passed on as it came. */
export function noteRefusal(operation: OpenOperation, answer: AnswerHead | undefined): void {
  if (answer === undefined || answer.status < 400) return;
  operation.fail({ code: `http_${answer.status}`, message: `The provider answered with the status ${answer.status}.` });
}

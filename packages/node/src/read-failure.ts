import { errorBody, headers, readRetryAfter } from '@latchkey/protocol';
import { LatchkeyError, type LatchkeyErrorFacts } from './errors.ts';

/** Reads an answer that is no success: Latchkey's own error, or what the provider's API answered through the proxy. */
export async function readFailure(response: Response, now: Date, passedOn: boolean): Promise<LatchkeyError> {
  const text = await response.text();
  const body = parseJson(text);
  const facts = {
    status: response.status,
    requestId: response.headers.get(headers.requestId) ?? undefined,
    retryAfterSeconds: readRetryAfter(response.headers.get('retry-after'), now),
  };
  const own = errorBody.safeParse(body);
  if (own.success) {
    const { code, message, remedy, retryable, retry_after, request_id, correlation_id, field, errors } = own.data.error;
    return new LatchkeyError(code, message, {
      status: facts.status,
      remedy,
      retryable,
      retryAfterSeconds: facts.retryAfterSeconds ?? retry_after,
      requestId: request_id ?? facts.requestId,
      correlationId: correlation_id,
      field,
      errors,
    });
  }
  if (!passedOn) return notLatchkey(facts);
  const message = readText(body, 'message') ?? readText(body, 'error_description');
  return new LatchkeyError('provider_api_error', `The provider's API answered ${response.status}${message ? `: ${message}` : '.'}`, {
    ...facts,
    remedy: 'Look at "answer" for what it said; its "correlationId" is for the provider’s support.',
    retryable: response.status === 429 || response.status >= 500,
    correlationId: response.headers.get('correlation-id') ?? readText(body, 'id'),
    answer: body ?? text,
  });
}

/** Makes the error of an answer that is not what Latchkey answers. */
export function notLatchkey(
  facts: Pick<LatchkeyErrorFacts, 'requestId' | 'retryAfterSeconds'> & { readonly status: number },
): LatchkeyError {
  return new LatchkeyError('invalid_answer', `What answered with status ${facts.status} does not answer as Latchkey does.`, {
    ...facts,
    remedy: 'Check "apiUrl": its path must be the one of the router. A proxy in between may have answered.',
  });
}

/** Parses a JSON text; `undefined` when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readText(body: unknown, name: string): string | undefined {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}

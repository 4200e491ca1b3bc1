import { readRetryAfter } from '@latchkey/protocol';
import type { ProviderAnswer } from '@latchkey/providers';
import type { Received } from './send.ts';

/**
 * Reads what is needed to explain an answer, in either shape in which providers report errors: OAuth's `error` and `error_description`, or a
 * platform's `code` and `message`.
 *
 * A redirect, and a body that is not a JSON object, count as an invalid answer, whatever the status says besides.
 *
 * @see [RFC 6749 §5.2](https://www.rfc-editor.org/rfc/rfc6749.html#section-5.2)
 */
export function readProviderAnswer(step: ProviderAnswer['step'], received: Received, now: Date): ProviderAnswer {
  if ('transport' in received) return { step, transport: received.transport };
  const { status, headers, body } = received;
  const json = parseObject(body);
  const error = text(json?.['error']) ?? text(json?.['code']);
  const description = text(json?.['error_description']) ?? text(json?.['message']);
  const detail = readDetail(json?.['details']);
  const correlationId = readCorrelationId(headers.get('correlation-id'), description, json?.['id']);
  const retryAfterSeconds = readRetryAfter(headers.get('retry-after'), now);
  return {
    step,
    status,
    ...((json === undefined || (status >= 300 && status < 400)) && { transport: 'invalid' }),
    ...(error !== undefined && { error }),
    ...(description !== undefined && { description }),
    ...(detail !== undefined && { detail }),
    ...(correlationId !== undefined && { correlationId }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
}

/** Parses a JSON object; `undefined` for anything else. */
export function parseObject(body: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function readDetail(details: unknown): string | undefined {
  const first: unknown = Array.isArray(details) ? details[0] : undefined;
  return isObject(first) ? text(first['code']) : undefined;
}

/** Finds the provider's id of an exchange: in a header, in a description, or on its own. */
// Security: the id is shown to the person and logged, and the answer may come from anybody, so it must look like an id.
export function readCorrelationId(header: string | null, description: string | undefined, id: unknown): string | undefined {
  const quoted = /\(Correlation ID: ([\w-]+)\)/i.exec(description ?? '')?.[1];
  return [header, quoted, text(id)].find((candidate) => typeof candidate === 'string' && /^[\w-]{8,64}$/.test(candidate)) ?? undefined;
}

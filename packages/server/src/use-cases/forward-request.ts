import type { Readable, Writable } from 'node:stream';
import { errors, type Dispatcher } from 'undici';
import type { Timer } from '../clock.ts';
import type { Cancellation } from '../core/cancellation.ts';
import { connectError, ConnectError } from '../errors.ts';
import { passBody, type PassedBody } from './pass-body.ts';

/** A request as it goes to the provider. */
export interface OutgoingCall {
  readonly origin: string;
  readonly path: string;
  readonly method: string;
  /** Names and values in turn. */
  readonly headers: string[];
  readonly body: Readable | undefined;
}

/** The head of an answer. */
export interface AnswerHead {
  readonly status: number;
  readonly statusText: string;
  /** Names and values in turn, as they came. */
  readonly headers: string[];
}

/** Time to connect is the dispatcher's; these are for one request, in milliseconds. */
const HEADERS_TIMEOUT_MS = 30_000;
const IDLE_TIMEOUT_MS = 30_000;

/** As much of an answer that nobody wants is read, in bytes, to keep the connection to the provider. */
const MAX_DISCARDED = 65_536;

/**
 * Sends one request and streams the answer on. Nothing is held but what is on its way.
 *
 * @param signal Ends it at once, at the provider as well.
 * @param receive Gets the head of the answer, and returns where the body goes: `undefined` when nobody wants it.
 * @returns How many bytes the body of the answer had. Resolves at its end, or at the head when nobody wants it.
 * @throws {ConnectError} `proxy_timeout`; `proxy_unreachable`; `proxy_answer_invalid`; whatever `body` fails with; the signal's reason
 */
export function forwardRequest(
  { dispatcher, timer }: { readonly dispatcher: Dispatcher; readonly timer: Timer },
  { origin, path, method, headers, body }: OutgoingCall,
  signal: Cancellation,
  receive: (head: AnswerHead) => Writable | undefined,
): Promise<number> {
  return new Promise((resolve, reject) => {
    let passed: PassedBody | undefined;
    let received = 0;
    let discarded = 0;
    let abortUpstream: ((reason: Error) => void) | undefined;
    const cancel = (): void => {
      const reason = toError(signal.reason);
      reject(reason);
      abortUpstream?.(reason);
    };
    const settle = (): void => signal.removeEventListener('abort', cancel);
    signal.addEventListener('abort', cancel, { once: true });

    dispatcher.dispatch(
      { origin, path, method, headers, body: body ?? null, headersTimeout: HEADERS_TIMEOUT_MS, bodyTimeout: IDLE_TIMEOUT_MS },
      {
        onRequestStart(controller) {
          abortUpstream = (reason) => controller.abort(reason);
          if (signal.aborted) cancel();
        },
        onResponseStart(controller, status, _headers, statusText = '') {
          if (status < 200) return;
          const sink = receive({ status, statusText, headers: readRaw(controller.rawHeaders) });
          if (sink === undefined) resolve(0);
          else passed = passBody(sink, controller, timer);
        },
        onResponseData(controller, chunk) {
          received += chunk.length;
          if (passed !== undefined) passed.write(chunk);
          else {
            discarded += chunk.length;
            if (discarded > MAX_DISCARDED) controller.abort(new Error('The rest is not wanted.'));
          }
        },
        onResponseEnd() {
          settle();
          passed?.end();
          resolve(received);
        },
        onResponseError(_controller, error) {
          settle();
          reject(explain(error));
        },
      },
    );
  });
}

function readRaw(headers: Dispatcher.DispatchController['rawHeaders']): string[] {
  return Array.isArray(headers) ? headers.map((text) => (typeof text === 'string' ? text : text.toString('latin1'))) : [];
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('aborted');
}

function explain(error: Error): ConnectError {
  if (error instanceof ConnectError) return error;
  if (isOneOf(error, [errors.ConnectTimeoutError, errors.HeadersTimeoutError, errors.BodyTimeoutError])) {
    return connectError('proxy_timeout', { cause: error });
  }
  const isInvalid =
    isOneOf(error, [errors.HTTPParserError, errors.HeadersOverflowError, errors.ResponseContentLengthMismatchError]) ||
    isRefusedHead(error);
  return connectError(isInvalid ? 'proxy_answer_invalid' : 'proxy_unreachable', { cause: error });
}

function isOneOf(error: Error, kinds: readonly (new (...of: never[]) => Error)[]): boolean {
  return kinds.some((kind) => error instanceof kind);
}

/** Whether Node.js would not send on what the head of the answer holds. */
function isRefusedHead(error: Error): boolean {
  return 'code' in error && typeof error.code === 'string' && /^ERR_(?:INVALID_CHAR|INVALID_HTTP_TOKEN|HTTP_INVALID_)/.test(error.code);
}

import { LatchkeyError } from './errors.ts';
import { buildUrl, type Query } from './build-url.ts';
import { isTimeout, TIMEOUT_REMEDY, type CheckedOptions } from './options.ts';
import { parseJson, notLatchkey, readFailure } from './read-failure.ts';
import { isIdempotent, planRetry } from './retry.ts';

/** What every method takes besides what it is about. */
export interface CallOptions {
  /** Aborts the call; what is thrown then is the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** In place of the client's own, in milliseconds: 1 to 600,000. */
  readonly timeoutMs?: number | undefined;
}

/** One call of the HTTP API. */
export interface Call extends CallOptions {
  readonly method: string;
  /** Below `apiUrl`, beginning with a slash. */
  readonly path: string;
  readonly query?: Query | undefined;
  readonly headers?: Readonly<Record<string, string>> | Headers | undefined;
  /** `undefined` for none. */
  readonly body?: BodyInit | undefined;
  /** Whether it may be sent twice. @default as the method says */
  readonly idempotent?: boolean;
  /** The path below which it must stay. @default '' */
  readonly below?: string;
  /** Whether 304, which has no body, is an answer to read too. @default false */
  readonly takesNotModified?: boolean;
}

/** Sends calls, tries again where that is safe, and reads the answer with `read` when it is a success. */
export type Exchange = <Result>(call: Call, read: (response: Response) => Promise<Result>) => Promise<Result>;

/** What tells time, waits and draws lots. */
export interface Runtime {
  readonly now: () => Date;
  /** Resolves after this many milliseconds; rejects with the signal's reason when that aborts. */
  readonly sleep: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
  /** 0 to 1, exclusive. */
  readonly random: () => number;
}

/** Reads a part of an answer, as the protocol's schemas do. */
interface Schema<Value> {
  safeParse(value: unknown): { readonly success: true; readonly data: Value } | { readonly success: false };
}

/** Creates an exchange. The secret key stays inside it. */
export function createExchange({ apiUrl, secretKey, fetch, timeoutMs, retries }: CheckedOptions, runtime: Runtime): Exchange {
  const attempt = async <Result>(call: Call, read: (response: Response) => Promise<Result>): Promise<Result> => {
    const timeout = new AbortController();
    const limitMs = call.timeoutMs ?? timeoutMs;
    const timer = setTimeout(() => timeout.abort(), limitMs);
    try {
      const response = await fetch(buildUrl(`${apiUrl}${call.below ?? ''}`, call.path, call.query), {
        method: call.method,
        headers: buildHeaders(call.headers, secretKey),
        signal: call.signal === undefined ? timeout.signal : AbortSignal.any([call.signal, timeout.signal]),
        // Security: the secret key goes where it was meant to go, and nowhere else.
        redirect: 'manual',
        ...(call.body !== undefined && { body: call.body, duplex: 'half' }),
      });
      if (!response.ok && !(call.takesNotModified && response.status === 304))
        throw await readFailure(response, runtime.now(), call.below !== undefined);
      return await read(response);
    } catch (error) {
      call.signal?.throwIfAborted();
      if (error instanceof LatchkeyError) throw error;
      throw timeout.signal.aborted ? late(limitMs) : unreachable(error);
    } finally {
      clearTimeout(timer);
    }
  };

  return async (call, read) => {
    if (call.timeoutMs !== undefined && !isTimeout(call.timeoutMs)) {
      throw new LatchkeyError('invalid_argument', '"timeoutMs" is no whole number in range.', {
        remedy: TIMEOUT_REMEDY,
        field: 'timeoutMs',
      });
    }
    const idempotent = call.idempotent ?? isIdempotent(call.method);
    for (let failed = 0; ; failed += 1) {
      try {
        return await attempt(call, read);
      } catch (error) {
        if (!(error instanceof LatchkeyError) || failed >= retries || isStream(call.body)) throw error;
        const answered = error.status !== undefined || error.code === 'unreachable' || error.code === 'timeout';
        const pauseMs = answered ? planRetry({ idempotent, ...pick(error) }, failed, runtime.random()) : undefined;
        if (pauseMs === undefined) throw error;
        await runtime.sleep(pauseMs, call.signal);
      }
    }
  };
}

/** Reads a JSON answer with a schema. @throws {LatchkeyError} `invalid_answer` */
export function readAs<Value>(schema: Schema<Value>): (response: Response) => Promise<Value> {
  return async (response) => {
    const result = schema.safeParse(parseJson(await response.text()));
    if (result.success) return result.data;
    throw notLatchkey({ status: response.status, requestId: response.headers.get('x-request-id') ?? undefined });
  };
}

/** Reads an answer that says nothing but that it is done. */
export async function readNothing(response: Response): Promise<void> {
  await response.text();
}

/** Builds what a call with a JSON body adds. */
export function buildJson(body: unknown): Pick<Call, 'body' | 'headers'> {
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

function buildHeaders(given: Call['headers'], secretKey: string): Headers {
  const headers = new Headers(given);
  headers.set('authorization', `Bearer ${secretKey}`);
  return headers;
}

function pick({ status, retryAfterSeconds }: LatchkeyError) {
  return { status, retryAfterSeconds };
}

/** Whether it is read once, while it is sent: a stream of the platform, one of Node.js, or a generator. */
export function isStream(body: unknown): boolean {
  return body instanceof ReadableStream || (typeof body === 'object' && body !== null && Symbol.asyncIterator in body);
}

function late(limitMs: number): LatchkeyError {
  return new LatchkeyError('timeout', `No whole answer came within ${limitMs} ms.`, {
    remedy: 'Try again; if it stays so, raise "timeoutMs".',
    retryable: true,
  });
}

/** Makes the error of an answer that did not come, or broke off. */
export function unreachable(cause: unknown): LatchkeyError {
  return new LatchkeyError('unreachable', 'Latchkey could not be reached, or the answer broke off.', {
    remedy: 'Check "apiUrl", and that this machine may reach it; then try again.',
    retryable: true,
    cause,
  });
}

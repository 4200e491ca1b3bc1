import { errorBody } from '@latchkey/protocol';
import { ApiError, toApiError } from './api-error.ts';

/** What a call may carry. */
interface CallOptions {
  /** Values that are `undefined` or empty are left out. */
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, as JSON that somebody typed. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether an answer that is no success is handed back like any other. @default false */
  readonly passErrors?: boolean;
  readonly signal?: AbortSignal;
}

/** The header that says that a request was made by this page and by no other. */
const CSRF_HEADER = 'X-Latchkey-CSRF';

/** What the server tells whoever writes a page, in words for whoever reads one. */
const WORDS: Readonly<Record<string, { readonly message: string; readonly remedy: string }>> = {
  csrf_token_invalid: {
    message: 'Somebody has signed in again in this browser, in another tab, so nothing was changed.',
    remedy: 'See who is signed in now, and try again.',
  },
};

/** What the server says when the cookie is not good any more, is gone, or is another one than when the page was opened. */
const OF_SESSION = new Set(['console_session_ended', 'missing_auth_header', 'csrf_token_invalid']);

let csrfToken: string | undefined;

/** Keeps the token that requests must carry which change something; in memory alone. */
export function keepCsrfToken(token: string | null): void {
  csrfToken = token ?? undefined;
}

/** Where the API is: the page's server has written it into the page. */
export const apiUrl = document.querySelector<HTMLMetaElement>('meta[name="latchkey-api"]')?.content ?? '';

/** Builds the URL of a path of the API. */
export function buildUrl(path: string, query: CallOptions['query'] = {}): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, String(value)]]));
  return `${apiUrl}${path}${given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`}`;
}

/** Sends a request as the person who is signed in. @throws {ApiError} Unless the status is one of success. */
export async function send(method: string, path: string, { query, body, text, signal, ...options }: CallOptions = {}): Promise<Response> {
  const headers = {
    Accept: 'application/json',
    ...options.headers,
    ...((body ?? text) !== undefined && { 'Content-Type': 'application/json' }),
    ...(csrfToken !== undefined && { [CSRF_HEADER]: csrfToken }),
  };
  const content = text ?? (body === undefined ? undefined : JSON.stringify(body));
  const init = { method, headers, ...(content !== undefined && { body: content }), ...(signal && { signal }) };
  const response = await fetch(buildUrl(path, query), init).catch((thrown: unknown) => {
    if (signal?.aborted) throw thrown;
    throw toApiError(thrown);
  });
  const isOfSession = response.status === 401 || response.status === 403;
  if (response.ok || (options.passErrors && !isOfSession)) return response;
  const error = await readError(response.clone());
  // Of the page's own session is what no provider can have said, such as that it has ended.
  if (options.passErrors && !OF_SESSION.has(error.code)) return response;
  throw error;
}

/** Sends a request and reads the JSON that it is answered with. */
export async function call<T>(method: string, path: string, options?: CallOptions): Promise<T> {
  const response = await send(method, path, options);
  return response.json();
}

async function readError(response: Response): Promise<ApiError> {
  const read = errorBody.safeParse(await response.json().catch(() => undefined));
  if (read.success) return new ApiError(response.status, { ...read.data.error, ...WORDS[read.data.error.code] });
  return new ApiError(response.status, {
    code: 'server_answer_invalid',
    message: `The server answered ${response.status}, and not in the way it does.`,
    remedy: 'Something between this page and the server may answer in its place.',
  });
}

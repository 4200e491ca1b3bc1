/** One HTTP request to a provider, ready to be sent. */
export interface OutboundRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What came back: an answer, or why there is none. */
export type Received =
  | { readonly status: number; readonly headers: Headers; readonly body: string }
  | {
      readonly transport: 'timeout' | 'unreachable' | 'too_large';
      /** Set when it is certain that nothing of the request left this machine: no connection came about. */
      readonly neverSent?: true;
    };

/**
 * Sends one request and reads the whole answer. Never rejects, never follows a redirect.
 *
 * @param timeoutMs For the whole exchange, the body included. Defaults to what {@link createSend} was given.
 */
export type Send = (request: OutboundRequest, timeoutMs?: number) => Promise<Received>;

interface SendOptions {
  readonly fetch: typeof fetch;
  readonly timeoutMs: number;
  readonly onUnreachable?: (host: string, reason: string | undefined) => void;
}

/** Longest answer that is read, in bytes after decompression. PingOne's answers to what is asked here are a few kilobytes. */
export const MAX_ANSWER_BYTES = 1_000_000;

/**
 * Creates the one function through which the server talks to providers.
 *
 * @param options.timeoutMs For a whole exchange, in milliseconds.
 * @param options.onUnreachable Told of each host that was not reached, with the code that the machine gives as the reason.
 */
export function createSend(options: SendOptions): Send {
  return async (request, timeoutMs = options.timeoutMs) => {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), timeoutMs);
    // A `fetch` of the host's own may not heed the signal, so the time runs out here as well.
    const timedOut = new Promise<Received>((resolve) => {
      controller.signal.addEventListener('abort', () => resolve({ transport: 'timeout' }), { once: true });
    });
    try {
      return await Promise.race([exchange(options, request, controller.signal), timedOut]);
    } finally {
      clearTimeout(timer);
      controller.abort();
    }
  };
}

async function exchange({ fetch, onUnreachable }: SendOptions, request: OutboundRequest, signal: AbortSignal): Promise<Received> {
  const { url, ...init } = request;
  try {
    // Security: a redirect would carry the credential to a host that no region table names.
    const response = await fetch(url, {
      ...init,
      headers: { 'user-agent': 'latchkey-server', ...init.headers },
      redirect: 'manual',
      signal,
    });
    const body = await readBounded(response);
    return body === undefined ? { transport: 'too_large' } : { status: response.status, headers: response.headers, body };
  } catch (error) {
    // Security: what fetch throws may quote the request, so nothing of it is kept but its cause's code.
    if (signal.aborted) return { transport: 'timeout' };
    const reason = readReason(error);
    onUnreachable?.(new URL(url).host, reason);
    return CONNECT_FAILURES.test(reason ?? '') ? { transport: 'unreachable', neverSent: true } : { transport: 'unreachable' };
  }
}

/** Reads a body as text, or `undefined` as soon as it turns out to be too long. */
async function readBounded(response: Response): Promise<string | undefined> {
  if (response.body === null) return '';
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body) {
    length += chunk.byteLength;
    if (length > MAX_ANSWER_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Codes that say that there was no connection to send anything over, so that the error came before the request; TLS that failed is among them. Any other counts as come after. */
const CONNECT_FAILURES =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EAI_FAIL|ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|ERR_TLS_CERT_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+)$/;

/** The code with which the machine says why there was no answer; one that does not look like a code is none. */
function readReason(error: unknown): string | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && /^[A-Z][A-Z\d_]{1,60}$/.test(cause.code)
    ? cause.code
    : undefined;
}

import { assembleLatchkey, type Latchkey } from '../client.ts';
import type { LatchkeyOptions } from '../options.ts';

/** What a test's server answers: an answer, a failure of the network, or nothing until it is aborted. */
export type FakeReply = Response | Error | 'silence';

/** A client whose network, clock and dice are the test's. */
export interface FakeServer {
  readonly latchkey: Latchkey;
  /** What was sent, in order. */
  readonly requests: Request[];
  /** How long was waited between attempts, in milliseconds. */
  readonly pauses: number[];
}

/** The secret key of every test: it may be found in an `Authorization` header, and nowhere else. */
export const SECRET_KEY = 'latchkey_sk_canary-0123456789';

/** Creates a client that gets these replies, in order; one too few, or one too many, is noticed by the test. */
export function createFakeServer(replies: readonly FakeReply[], options: Partial<LatchkeyOptions> = {}): FakeServer {
  const left = [...replies];
  const requests: Request[] = [];
  const pauses: number[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    requests.push(request);
    const reply = left.shift();
    if (reply === undefined) throw new Error('The test has no reply left.');
    if (reply === 'silence') return new Promise((_resolve, reject) => whenAborted(request.signal, () => reject(request.signal.reason)));
    request.signal.throwIfAborted();
    if (reply instanceof Error) throw reply;
    return reply;
  };
  const latchkey = assembleLatchkey(
    { apiUrl: 'https://app.example/latchkey/', secretKey: SECRET_KEY, fetch, ...options },
    {
      now: () => new Date('2026-11-20T08:00:00Z'),
      random: () => 0.5,
      sleep: async (ms, signal) => {
        signal?.throwIfAborted();
        pauses.push(ms);
      },
    },
  );
  return { latchkey, requests, pauses };
}

/** Makes a JSON answer. */
export function reply(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  const text = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body);
  return new Response(text, { status, headers: { 'content-type': 'application/json', ...headers } });
}

/** Makes an error of Latchkey's. */
export function refusal(status: number, code: string, headers: Readonly<Record<string, string>> = {}): Response {
  return reply(status, { error: { code, message: 'What happened.', remedy: 'What to do.', retryable: false, request_id: 'r-1' } }, headers);
}

function whenAborted(signal: AbortSignal, work: () => void): void {
  if (signal.aborted) work();
  else signal.addEventListener('abort', work, { once: true });
}

import type { ConnectedBody, ConnectSessionView, ErrorBody, ProgressEvent } from '@latchkey/protocol';

/** What the fake server answers to one request. */
export type FakeAnswer =
  | { readonly status: number; readonly json: unknown }
  /** Lines of a stream; it stays open after them, ends, or breaks. */
  | { readonly lines: readonly ProgressEvent[]; readonly ending: 'stay-open' | 'end' | 'break' }
  /** The server is not reached. */
  | { readonly unreachable: true }
  /** The answer never comes. */
  | { readonly silent: true };

/** What the fake server knows. */
export interface FakeServer {
  /** One answer, or one for each time that it is asked for; the last one is given again. */
  readonly session?: FakeAnswer | readonly FakeAnswer[];
  /** Top-level domains by environment ID; every other environment is unknown everywhere. */
  readonly regions?: Readonly<Record<string, string>> | FakeAnswer;
  /** One answer for each attempt; the last one is given again. */
  readonly attempts?: readonly FakeAnswer[];
  /** One answer for each sign-in that is begun; the last one is given again. */
  readonly authorizations?: readonly FakeAnswer[];
  /** One answer for each question how a sign-in stands; the last one is given again. */
  readonly polls?: readonly FakeAnswer[];
}

/** One request that the fake server got. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | null;
  readonly body: unknown;
}

/** Makes a `fetch` that answers as Latchkey's router does, and tells what it was asked. */
export function createFakeFetch(server: FakeServer, onRequest: (request: SeenRequest) => void = () => undefined): typeof fetch {
  const given = { session: 0, attempts: 0, authorizations: 0, polls: 0 };

  function next(kind: keyof typeof given): FakeAnswer {
    const answers = [server[kind] ?? []].flat();
    given[kind] += 1;
    return answers[Math.min(given[kind], answers.length) - 1] ?? notFound;
  }

  function answer(method: string, url: URL): FakeAnswer {
    if (method === 'GET' && url.pathname.endsWith('/connect/session'))
      return server.session ? next('session') : session({ 'pingone-cc': 'PingOne' });
    if (method === 'GET' && url.pathname.endsWith('/connect/regions')) {
      const { regions = {} } = server;
      if (isAnswer(regions)) return regions;
      const tld = regions[url.searchParams.get('environment_id') ?? ''];
      return { status: 200, json: { data: tld === undefined ? null : { region: tld.toUpperCase(), tld } } };
    }
    if (method === 'POST' && url.pathname.endsWith('/connect/connections')) return next('attempts');
    if (method === 'POST' && url.pathname.endsWith('/connect/authorizations')) return next('authorizations');
    return method === 'GET' && url.pathname.includes('/connect/authorizations/') ? next('polls') : notFound;
  }

  return async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const text = await request.text();
    onRequest({
      method: request.method,
      path: url.pathname + url.search,
      authorization: request.headers.get('Authorization'),
      body: text === '' ? undefined : JSON.parse(text),
    });
    return respond(answer(request.method, url), request.signal);
  };
}

const notFound: FakeAnswer = { status: 404, json: { error: { code: 'not_found', message: 'There is nothing here.' } } };

function isAnswer(regions: Readonly<Record<string, string>> | FakeAnswer): regions is FakeAnswer {
  return 'json' in regions || 'silent' in regions || 'unreachable' in regions;
}

function respond(answer: FakeAnswer, signal: AbortSignal): Promise<Response> {
  if ('unreachable' in answer) return Promise.reject(new TypeError('Failed to fetch'));
  if ('silent' in answer) {
    const { promise, reject } = Promise.withResolvers<Response>();
    signal.addEventListener('abort', () => reject(signal.reason));
    return promise;
  }
  if ('json' in answer) return Promise.resolve(Response.json(answer.json, { status: answer.status }));
  return Promise.resolve(new Response(stream(answer), { status: 200, headers: { 'Content-Type': 'application/x-ndjson' } }));
}

function stream({ lines, ending }: Extract<FakeAnswer, { lines: unknown }>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const rest = [...lines];
  return new ReadableStream({
    pull(controller) {
      const line = rest.shift();
      if (line) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      else if (ending === 'end') controller.close();
      else if (ending === 'break') controller.error(new TypeError('network error'));
    },
  });
}

type OfferedRow = ConnectSessionView['data']['integrations'][number];

function describeIntegration(integration_id: string, row: string | Omit<OfferedRow, 'integration_id'>): OfferedRow {
  return typeof row === 'string' ? { integration_id, provider: 'pingone-cc', display_name: row } : { integration_id, ...row };
}

/** The answer to a failed attempt. */
export function failing(error: ErrorBody['error'], status = 422): FakeAnswer {
  return { status, json: { error } };
}

/** The whole stream of an attempt that succeeds. */
export function succeeding(body: ConnectedBody): FakeAnswer {
  const steps = ['environment', 'credentials', 'access', 'saved'] as const;
  const progress = steps.flatMap((step): ProgressEvent[] => [
    { type: 'progress', step, state: 'started' },
    { type: 'progress', step, state: 'done' },
  ]);
  return { lines: [...progress, { type: 'result', status: 201, body }], ending: 'end' };
}

/** The answer of `GET /connect/session`. Integrations are of the provider `pingone-cc`, unless they say something else. */
export function session(
  integrations: Readonly<Record<string, string | Omit<OfferedRow, 'integration_id'>>>,
  connections: ConnectSessionView['data']['connections'] = [],
  reconnect?: ConnectSessionView['data']['reconnect'],
): FakeAnswer {
  const view: ConnectSessionView = {
    data: {
      expires_at: '2030-01-01T00:00:00.000Z',
      end_user: { id: 'user-1' },
      organization: null,
      integrations: Object.entries(integrations).map(([id, row]) => describeIntegration(id, row)),
      connections,
      ...(reconnect && { reconnect }),
    },
  };
  return { status: 200, json: view };
}

import type { OperationListItem } from '@latchkey/protocol';
import { describe, expect, it } from 'vitest';
import { createFakeServer, refusal, reply } from './testing/fake-server.ts';

const item: OperationListItem = {
  id: '018bcfe5-6800-71d0-a765-00a0c91e6bf6',
  type: 'proxy',
  status: 'failed',
  started_at: '2026-11-20T08:00:00.000Z',
  ended_at: '2026-11-20T08:00:00.042Z',
  duration_ms: 42,
  integration_id: 'pingone-cc',
  connection_id: 'c-1',
  end_user_id: null,
  caller: { type: 'secret_key', id: 'key-1', name: null },
  request_id: 'r-1',
  error: { code: 'http_404', message: 'It was refused.', remedy: null, correlation_id: null },
  last_message: { method: 'GET', url: 'https://api.pingone.eu/v1/x', status: 404 },
  message_count: 1,
};

describe('The log', () => {
  it('is listed page by page, only as far as it is read, also over an empty page', async () => {
    const page = (ids: readonly string[], next_cursor: string | null) =>
      reply(200, { data: ids.map((id) => ({ ...item, id })), next_cursor });
    const { latchkey, requests } = createFakeServer([page(['a', 'b'], '1-1'), page([], '2-2'), page(['c'], null)]);
    const filter = {
      from: new Date('2026-11-20T00:00:00Z'),
      status: 'failed',
      type: ['proxy', 'refresh'],
      connectionId: 'c-1',
      search: 'x y',
    } as const;
    const seen: (readonly [id: string, requests: number])[] = [];
    for await (const { operationId } of latchkey.logs.list(filter)) seen.push([operationId, requests.length]);
    expect(seen).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 3],
    ]);
    const [first, ...others] = requests.map(({ url }) => Object.fromEntries(new URL(url).searchParams));
    expect(first).toEqual({
      from: '2026-11-20T00:00:00.000Z',
      status: 'failed',
      type: 'proxy,refresh',
      connection_id: 'c-1',
      search: 'x y',
      limit: '200',
    });
    expect(others).toEqual([
      { ...first, cursor: '1-1' },
      { ...first, cursor: '2-2' },
    ]);
  });

  it('gives an operation with its messages, in the words of this client', async () => {
    const message = {
      attempt: 1,
      method: 'POST',
      url: 'https://auth.pingone.eu/x/as/token',
      started_at: '2026-11-20T08:00:00.000Z',
      duration_ms: 40,
      status: 401,
      failure: null,
      correlation_id: 'c-2',
      request_headers: [{ name: 'authorization', value: '[redacted]' }],
      request_bytes: 10,
      response_headers: [],
      response_bytes: null,
      oauth_error: { error: 'invalid_client', error_description: null },
    };
    const { latchkey, requests } = createFakeServer([reply(200, { data: { ...item, messages: [message] } })]);
    expect(await latchkey.logs.get(item.id)).toEqual({
      operationId: item.id,
      type: 'proxy',
      status: 'failed',
      startedAt: new Date('2026-11-20T08:00:00.000Z'),
      endedAt: new Date('2026-11-20T08:00:00.042Z'),
      durationMs: 42,
      integrationId: 'pingone-cc',
      connectionId: 'c-1',
      endUserId: undefined,
      caller: { type: 'secret_key', id: 'key-1', name: undefined },
      requestId: 'r-1',
      error: { code: 'http_404', message: 'It was refused.', remedy: undefined, correlationId: undefined },
      lastMessage: { method: 'GET', url: 'https://api.pingone.eu/v1/x', status: 404 },
      messageCount: 1,
      messages: [
        {
          attempt: 1,
          method: 'POST',
          url: 'https://auth.pingone.eu/x/as/token',
          startedAt: new Date('2026-11-20T08:00:00.000Z'),
          durationMs: 40,
          status: 401,
          failure: undefined,
          correlationId: 'c-2',
          requestHeaders: [{ name: 'authorization', value: '[redacted]' }],
          requestBytes: 10,
          responseHeaders: [],
          responseBytes: undefined,
          oauthError: { error: 'invalid_client', description: undefined },
        },
      ],
    });
    expect(requests[0]?.url).toBe(`https://app.example/latchkey/logs/operations/${item.id}`);
  });

  it('says what went wrong', async () => {
    const { latchkey } = createFakeServer([refusal(404, 'not_found'), refusal(400, 'invalid_query_params')]);
    await expect(latchkey.logs.get('x')).rejects.toMatchObject({ code: 'not_found' });
    await expect(latchkey.logs.list().next()).rejects.toMatchObject({ code: 'invalid_query_params' });
  });
});

describe('The live log', () => {
  const events = (text: string, type = 'text/event-stream') => new Response(text, { headers: { 'content-type': type } });
  const told = (id: string) => `event: operation\ndata: ${JSON.stringify({ ...item, id })}\n\n`;
  async function watchAll(watched: AsyncIterable<{ operationId: string }>): Promise<readonly string[]> {
    const ids: string[] = [];
    for await (const { operationId } of watched) ids.push(operationId);
    return ids;
  }

  it('yields operations until the stream ends, and tells how many are missing', async () => {
    const text = `:\n\n${told('a')}event: skipped\ndata: {"count":3}\n\nevent: of-tomorrow\ndata: {}\n\n${told('b')}`;
    const { latchkey, requests } = createFakeServer([events(text, 'text/event-stream; charset=utf-8')]);
    const skipped: number[] = [];
    const watched = latchkey.logs.watch({ status: 'failed', type: ['proxy', 'check'] }, { onSkipped: (count) => void skipped.push(count) });
    expect(await watchAll(watched)).toEqual(['a', 'b']);
    expect(skipped).toEqual([3]);
    expect(requests[0]?.url).toBe('https://app.example/latchkey/logs/operations/stream?status=failed&type=proxy%2Ccheck');
  });

  it('is begun anew when it could not begin, and not when it has begun', async () => {
    const broken = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode(told('a'))),
      pull: (controller) => controller.error(new TypeError('terminated')),
    });
    const answer = new Response(broken, { headers: { 'content-type': 'text/event-stream' } });
    const { latchkey, requests } = createFakeServer([refusal(503, 'store_unavailable'), answer]);
    const watched = latchkey.logs.watch();
    expect(await watched.next()).toMatchObject({ value: { operationId: 'a' } });
    await expect(watched.next()).rejects.toMatchObject({ code: 'unreachable', retryable: true });
    expect(requests).toHaveLength(2);
  });

  it('throws what the caller’s own function throws', async () => {
    const { latchkey } = createFakeServer([events('event: skipped\ndata: {"count":3}\n\n')]);
    const mistake = new Error('A mistake of the caller’s.');
    const onSkipped = (): never => {
      throw mistake;
    };
    await expect(latchkey.logs.watch({}, { onSkipped }).next()).rejects.toBe(mistake);
  });

  it('ends by the caller’s signal, with its reason', async () => {
    const controller = new AbortController();
    const reason = new Error('The user went away.');
    const answer = new Response(
      new ReadableStream<Uint8Array>({
        start: (stream) => {
          stream.enqueue(new TextEncoder().encode(told('a')));
          controller.signal.addEventListener('abort', () => stream.error(reason));
        },
      }),
      { headers: { 'content-type': 'text/event-stream' } },
    );
    const { latchkey } = createFakeServer([answer]);
    const watched = latchkey.logs.watch({}, { signal: controller.signal });
    await watched.next();
    controller.abort(reason);
    await expect(watched.next()).rejects.toBe(reason);
  });

  it.each([
    ['a page', events('<html>', 'text/html')],
    ['an event that is none of Latchkey’s', events('event: operation\ndata: {"id":1}\n\n')],
    ['an event that is no JSON', events('event: operation\ndata: x\n\n')],
  ])('names %s for what it is', async (_what, answer) => {
    const { latchkey } = createFakeServer([answer]);
    await expect(latchkey.logs.watch().next()).rejects.toMatchObject({ code: 'invalid_answer' });
  });
});

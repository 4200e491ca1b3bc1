import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startProxy, type TestProxy } from '../testing/start-proxy.ts';

let proxy: TestProxy;
/** Milliseconds that were waited for. */
let waits: number[] = [];

/** Limits of half a minute never run out here; all other waiting is over at once. */
const LIMIT_MS = 30_000;

beforeAll(async () => {
  proxy = await startProxy({
    timer: (clock) => (ms, callBack) => {
      if (ms >= LIMIT_MS) return () => undefined;
      const immediate = setImmediate(() => {
        waits.push(ms);
        clock.advance(ms);
        callBack();
      });
      return () => clearImmediate(immediate);
    },
  });
});
beforeEach(() => {
  proxy.reset();
  waits = [];
});
afterAll(() => proxy.close());

/** Has the API give these statuses in turn, and the last of them for ever. Gives back the methods that it saw. */
function answerInTurn(statuses: readonly number[], headers: Record<string, string> = {}): string[] {
  const seen: string[] = [];
  proxy.answerWith((request, response) => {
    seen.push(request.method ?? '');
    const status = statuses[Math.min(seen.length, statuses.length) - 1] ?? 0;
    request.resume().once('end', () => response.writeHead(status, status < 400 ? {} : headers).end(`${status}`));
  });
  return seen;
}
const retries = (count: number | string, more: Record<string, string> = {}) => ({ headers: { retries: String(count), ...more } });

describe('A call with Retries', () => {
  it.each([429, 500, 502, 503, 504, 408])('is sent again after %i', async (status) => {
    const seen = answerInTurn([status, status, 200]);
    expect(await proxy.call('GET', '/v1/x', retries(2))).toMatchObject({ status: 200, text: '200' });
    expect(seen).toHaveLength(3);
  });

  it('gets the answer to the last try as it is', async () => {
    const seen = answerInTurn([503], { 'x-said': 'later' });
    const { status, text, headers } = await proxy.call('GET', '/v1/x', retries(3));
    expect({ status, text, said: headers.get('x-said') }).toEqual({ status: 503, text: '503', said: 'later' });
    expect(seen).toHaveLength(4);
  });

  it('waits longer each time, by chance a little less', async () => {
    answerInTurn([500]);
    await proxy.call('GET', '/v1/x', retries(4));
    expect(waits).toHaveLength(4);
    for (const [index, ms] of waits.entries()) {
      expect(ms).toBeGreaterThanOrEqual(250 * 2 ** index);
      expect(ms).toBeLessThanOrEqual(500 * 2 ** index);
    }
  });

  it.each([
    ['seconds', () => '7'],
    ['a date', () => new Date(proxy.clock.now().getTime() + 7000).toUTCString()],
  ])('waits as long as Retry-After says in %s', async (_form, write) => {
    answerInTurn([503, 200], { 'retry-after': write() });
    expect((await proxy.call('GET', '/v1/x', retries(1))).status).toBe(200);
    expect(waits).toEqual([7000]);
  });

  it('passes an answer on that asks for more than half a minute', async () => {
    const seen = answerInTurn([503, 200], { 'retry-after': '31' });
    const { status, headers } = await proxy.call('GET', '/v1/x', retries(5));
    expect({ status, retryAfter: headers.get('retry-after') }).toEqual({ status: 503, retryAfter: '31' });
    expect([seen, waits]).toEqual([['GET'], []]);
  });

  it('waits for half a minute at most, all in all', async () => {
    const seen = answerInTurn([503], { 'retry-after': '14' });
    expect((await proxy.call('GET', '/v1/x', retries(9))).status).toBe(503);
    expect(seen).toHaveLength(3);
  });

  it('is not tried more than ten times again', async () => {
    const seen = answerInTurn([500], { 'retry-after': '0' });
    await proxy.call('GET', '/v1/x', retries(1_000_000));
    expect(seen).toHaveLength(11);
  });

  it('is sent again when the provider breaks off before it answers', async () => {
    let asked = 0;
    proxy.answerWith((request, response) => {
      asked += 1;
      if (asked < 3) request.socket.destroy();
      else response.end('there');
    });
    expect(await proxy.call('GET', '/v1/x', retries(2))).toMatchObject({ status: 200, text: 'there' });
    asked = -10;
    expect(await proxy.call('GET', '/v1/x', retries(2))).toMatchObject({ status: 502, body: { error: { code: 'proxy_unreachable' } } });
    expect(asked).toBe(-7);
  });

  it.each(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'])('is sent again for %s', async (method) => {
    const seen = answerInTurn([503, 200]);
    expect((await proxy.call(method, '/v1/x', retries(1))).status).toBe(200);
    expect(seen).toEqual([method, method]);
  });

  it.each(['POST', 'PATCH'])('is never sent again for %s', async (method) => {
    const seen = answerInTurn([503, 200]);
    expect((await proxy.call(method, '/v1/x', retries(1))).status).toBe(503);
    expect(seen).toEqual([method]);
  });

  it('is not sent again with a body, which is gone', async () => {
    const seen = answerInTurn([503, 200]);
    expect((await proxy.call('PUT', '/v1/x', { raw: '{}', ...retries(3) })).status).toBe(503);
    expect(seen).toHaveLength(1);
  });

  it('leaves other statuses alone, unless Retry-On names them', async () => {
    const seen = answerInTurn([404, 409, 200]);
    expect((await proxy.call('GET', '/v1/x', retries(5))).status).toBe(404);
    seen.length = 0;
    expect((await proxy.call('GET', '/v1/x', retries(5, { 'retry-on': '404, 409' }))).status).toBe(200);
    expect(seen).toHaveLength(3);
  });

  it('gets one new token when the API refuses the old one, besides the retries', async () => {
    const tokens: (string | undefined)[] = [];
    proxy.answerWith((request, response) => {
      tokens.push(request.headers.authorization);
      response.writeHead([401, 503, 401][tokens.length - 1] ?? 200).end(`${tokens.length}`);
    });
    expect(await proxy.call('GET', '/v1/x', retries(5))).toMatchObject({ status: 401, text: '3' });
    expect(new Set(tokens).size).toBe(2);
  });

  it.each([
    ['retries', { retries: '-1' }],
    ['retries', { retries: 'many' }],
    ['retry-on', { retries: '1', 'retry-on': '200' }],
    ['retry-on', { retries: '1', 'retry-on': '404;409' }],
  ])('is refused when %s makes no sense: %j', async (name, headers) => {
    expect(await proxy.call('GET', '/v1/x', { headers })).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid_headers', errors: [{ path: [name] }] } },
    });
  });

  it.each(['', ' ', '0'])('is sent once when it says "%s"', async (value) => {
    const seen = answerInTurn([503]);
    expect((await proxy.call('GET', '/v1/x', retries(value, { 'retry-on': '' }))).status).toBe(503);
    expect(seen).toHaveLength(1);
  });
});

describe('A rate limit', () => {
  it('passes through to whom it met, and holds the next caller until it is over', async () => {
    const seen = answerInTurn([429, 200], { 'retry-after': '12' });
    const { status, headers } = await proxy.call('GET', '/v1/x');
    expect({ status, retryAfter: headers.get('retry-after') }).toEqual({ status: 429, retryAfter: '12' });
    const before = proxy.clock.now().getTime();
    expect((await proxy.call('POST', '/v1/x', { raw: '{}' })).status).toBe(200);
    expect(proxy.clock.now().getTime() - before).toBeLessThanOrEqual(12_000);
    expect(waits).toEqual([12_000]);
    expect(seen).toEqual(['GET', 'POST']);
  });

  it('that lasts longer than calls are held is told at once, and nothing is sent', async () => {
    const seen = answerInTurn([429, 200], { 'retry-after': '45' });
    await proxy.call('GET', '/v1/x');
    const { status, headers, body } = await proxy.call('GET', '/v1/x', retries(5));
    expect({ status, retryAfter: headers.get('retry-after'), body }).toMatchObject({
      status: 429,
      retryAfter: '45',
      body: { error: { code: 'proxy_rate_limited', retryable: true, retry_after: 45 } },
    });
    expect(seen).toEqual(['GET']);
    proxy.clock.advance(46_000);
    expect((await proxy.call('GET', '/v1/x')).status).toBe(200);
  });
});

import { Readable } from 'node:stream';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { ProxyOptions } from './proxy.ts';
import { createFakeServer, refusal, reply } from './testing/fake-server.ts';

const key = { integrationId: 'pingone-cc', connectionId: 'c-1' };
const hal = { 'content-type': 'application/hal+json;charset=UTF-8' };

describe('A call of the provider’s API', () => {
  it('names the connection in headers, and sends path, query and headers on', async () => {
    const { latchkey, requests } = createFakeServer([reply(200, { id: 'e-1' }, hal)]);
    const headers = { Accept: 'application/json', 'Connection-Id': 'another' };
    expect(await latchkey.proxy.get('/v1/environments/e-1', { ...key, query: { expand: 'license' }, headers })).toEqual({ id: 'e-1' });
    const [request] = requests;
    expect(request?.url).toBe('https://app.example/latchkey/proxy/v1/environments/e-1?expand=license');
    expect(Object.fromEntries(request?.headers ?? [])).toMatchObject({
      'provider-config-key': 'pingone-cc',
      'connection-id': 'c-1',
      accept: 'application/json',
    });
    expect(request?.headers.has('content-type')).toBe(false);
    expect(request?.headers.has('base-url-override')).toBe(false);
  });

  it('names another host of the provider’s, and how Latchkey itself sends it again', async () => {
    const { latchkey, requests } = createFakeServer([reply(200, {}, hal)]);
    await latchkey.proxy.get('/v2/Users', { ...key, baseUrl: 'https://scim-api.pingone.eu', headers: { Retries: '3' } });
    const { headers } = requests[0]!;
    expect([headers.get('base-url-override'), headers.get('retries')]).toEqual(['https://scim-api.pingone.eu', '3']);
  });

  it('with a header that cannot be sent is refused, and its value is not repeated', async () => {
    const { latchkey, requests } = createFakeServer([]);
    const unusable: readonly Pick<ProxyOptions, 'headers' | 'baseUrl'>[] = [
      { headers: { 'X-Key': 'canary\n-0123' } },
      { headers: { 'not a name': 'canary' } },
      { baseUrl: 'canary\n-0123' },
    ];
    for (const options of unusable) {
      const call = latchkey.proxy.get('/v1/x', { ...key, ...options });
      await expect(call).rejects.toMatchObject({ name: 'LatchkeyError', code: 'invalid_argument' });
      expect(inspect(await call.catch((error: unknown) => error), { depth: 9, showHidden: true })).not.toContain('canary');
    }
    expect(requests).toEqual([]);
  });

  it('sends plain values as JSON, under a media type of the caller’s if there is one', async () => {
    const { latchkey, requests } = createFakeServer([reply(201, {}), reply(200, {}), reply(200, {})]);
    await latchkey.proxy.post('/v1/users', { ...key, body: { username: 'ada' } });
    const type = 'application/vnd.pingidentity.password.reset+json';
    await latchkey.proxy.put('/v1/password', { ...key, body: { value: 'x' }, headers: { 'Content-Type': type } });
    await latchkey.proxy.patch('/v1/list', { ...key, body: ['a'] });
    expect(await Promise.all(requests.map(async (request) => [request.headers.get('content-type'), await request.text()]))).toEqual([
      ['application/json', '{"username":"ada"}'],
      [type, '{"value":"x"}'],
      ['application/json', '["a"]'],
    ]);
  });

  it('sends everything else as fetch does', async () => {
    const { latchkey, requests } = createFakeServer([reply(200, {}), reply(200, {}), reply(200, {})]);
    await latchkey.proxy.post('/a', { ...key, body: new URLSearchParams({ a: '1' }) });
    await latchkey.proxy.post('/b', { ...key, body: new Uint8Array([104, 105]) });
    await latchkey.proxy.post('/c', { ...key, body: new Blob(['hi']).stream() });
    expect(await Promise.all(requests.map((request) => request.text()))).toEqual(['a=1', 'hi', 'hi']);
    expect(requests[0]?.headers.get('content-type')).toContain('application/x-www-form-urlencoded');
  });

  it('sends a stream of Node.js and what a generator yields as fetch does, and never again', async () => {
    const { latchkey, requests } = createFakeServer([reply(200, {}), refusal(429, 'too_many_request')]);
    const csv = { 'content-type': 'text/csv' };
    await latchkey.proxy.post('/a', { ...key, headers: csv, body: Readable.from([Buffer.from('a,'), Buffer.from('b')]) });
    const body = (async function* () {
      yield new TextEncoder().encode('hi');
    })();
    await expect(latchkey.proxy.put('/b', { ...key, body })).rejects.toMatchObject({ code: 'too_many_request' });
    expect(await Promise.all(requests.map(async (request) => [request.headers.get('content-type'), await request.text()]))).toEqual([
      ['text/csv', 'a,b'],
      [null, 'hi'],
    ]);
  });

  it('gives JSON parsed, text as text, and nothing as undefined', async () => {
    const { latchkey } = createFakeServer([
      reply(200, 'a,b', { 'content-type': 'text/csv' }),
      new Response(null, { status: 204 }),
      reply(200, '"text"', hal),
    ]);
    expect(await latchkey.proxy.get('/csv', key)).toBe('a,b');
    expect(await latchkey.proxy.delete('/user', key)).toBeUndefined();
    expect(await latchkey.proxy.get('/json', key)).toBe('text');
  });

  it('gives the whole answer to who asks for it', async () => {
    const { latchkey, requests } = createFakeServer([reply(202, 'streamed', { etag: '"1"' })]);
    const response = await latchkey.proxy.request('head', '/v1/x', key);
    expect([response.status, response.headers.get('etag'), requests[0]?.method]).toEqual([202, '"1"', 'HEAD']);
  });

  it('gives a 304 to who asks for the whole answer, and to nobody else', async () => {
    const unchanged = () => new Response(null, { status: 304 });
    const { latchkey } = createFakeServer([unchanged(), unchanged()]);
    const headers = { 'if-none-match': '"1"' };
    expect((await latchkey.proxy.request('GET', '/v1/x', { ...key, headers })).status).toBe(304);
    await expect(latchkey.proxy.get('/v1/x', { ...key, headers })).rejects.toMatchObject({ code: 'provider_api_error', status: 304 });
  });

  it('tells the provider’s errors from Latchkey’s', async () => {
    const body = { id: 'ping-7', code: 'ACCESS_FAILED', message: 'You do not have access.', user: 'canary' };
    const { latchkey } = createFakeServer([reply(403, body, hal), refusal(404, 'unknown_connection')]);
    const theirs: unknown = await latchkey.proxy.get('/v1/users', key).catch((error: unknown) => error);
    expect(theirs).toMatchObject({ code: 'provider_api_error', status: 403, correlationId: 'ping-7', retryable: false, answer: body });
    expect(inspect(theirs)).not.toContain('canary');
    await expect(latchkey.proxy.get('/v1/users', key)).rejects.toMatchObject({ code: 'unknown_connection', requestId: 'r-1' });
  });

  it('is sent again after 429, but never a stream, which is read once', async () => {
    const again = createFakeServer([reply(429, {}, { 'retry-after': '1' }), reply(201, {})]);
    await again.latchkey.proxy.post('/v1/users', { ...key, body: { a: 1 } });
    expect(await Promise.all(again.requests.map((request) => request.text()))).toEqual(['{"a":1}', '{"a":1}']);
    const once = createFakeServer([reply(429, {}, { 'retry-after': '1' })]);
    const body = new Blob(['x']).stream();
    await expect(once.latchkey.proxy.post('/v1/users', { ...key, body })).rejects.toMatchObject({ status: 429, retryAfterSeconds: 1 });
  });

  it.each(['/../connections', '/%2e%2e/connections', 'v1'])('never leaves the proxy: %s', async (path) => {
    const { latchkey, requests } = createFakeServer([]);
    await expect(latchkey.proxy.get(path, key)).rejects.toMatchObject({ code: 'invalid_argument' });
    expect(requests).toEqual([]);
  });
});

describe('paginate', () => {
  const home = 'https://api.pingone.eu/v1/environments/e-1/users';
  const page = (ids: readonly string[], next?: string, self = home) =>
    reply(
      200,
      {
        _links: { self: { href: self }, ...(next !== undefined && { next: { href: next } }) },
        _embedded: { users: ids.map((id) => ({ id })) },
      },
      hal,
    );
  const path = '/v1/environments/e-1/users';
  const collect = async (items: AsyncIterable<{ id: string }>): Promise<string[]> => {
    const ids: string[] = [];
    for await (const { id } of items) ids.push(id);
    return ids;
  };

  it('yields the items of all pages, with the first page’s query on that page alone', async () => {
    const { latchkey, requests } = createFakeServer([page(['a', 'b'], `${home}?cursor=2&limit=2`), page(['c'])]);
    expect(await collect(latchkey.proxy.paginate<{ id: string }>(path, { ...key, query: { limit: 2 } }))).toEqual(['a', 'b', 'c']);
    expect(requests.map(({ url }) => url.replace('https://app.example/latchkey/proxy', ''))).toEqual([
      `${path}?limit=2`,
      `${path}?cursor=2&limit=2`,
    ]);
  });

  it('asks for a page when its first item is wanted, and no sooner', async () => {
    const { latchkey, requests } = createFakeServer([page(['a'], `${home}?cursor=2`)]);
    for await (const { id } of latchkey.proxy.paginate<{ id: string }>(path, key)) {
      expect(id).toBe('a');
      break;
    }
    expect(requests).toHaveLength(1);
  });

  it('finds its way when the provider’s own URLs have a longer path', async () => {
    const deep = 'http://127.0.0.1:4600/api/eu/v1/environments/e-1/users';
    const { latchkey, requests } = createFakeServer([page(['a'], `${deep}?cursor=2`, `${deep}?limit=1`), page(['b'], undefined, deep)]);
    expect(await collect(latchkey.proxy.paginate<{ id: string }>(path, key))).toEqual(['a', 'b']);
    expect(requests[1]?.url).toBe(`https://app.example/latchkey/proxy${path}?cursor=2`);
  });

  it.each([
    ['another host', 'https://evil.example/v1/environments/e-1/users?cursor=2'],
    ['the page itself', home],
  ])('follows no link to %s', async (_where, next) => {
    const { latchkey } = createFakeServer([page(['a'], next)]);
    await expect(collect(latchkey.proxy.paginate(path, key))).rejects.toMatchObject({ code: 'invalid_answer' });
  });

  it('asks which list is meant when there are several, and takes an empty collection', async () => {
    const two = { _links: {}, _embedded: { users: [{ id: 'a' }], groups: [{ id: 'g' }] } };
    const { latchkey } = createFakeServer([reply(200, two), reply(200, two), reply(200, { _links: {} }), reply(200, { hello: 'world' })]);
    await expect(collect(latchkey.proxy.paginate(path, key))).rejects.toThrow('"users", "groups"');
    expect(await collect(latchkey.proxy.paginate(path, { ...key, collection: 'groups' }))).toEqual(['g']);
    expect(await collect(latchkey.proxy.paginate(path, key))).toEqual([]);
    await expect(collect(latchkey.proxy.paginate(path, key))).rejects.toMatchObject({ code: 'invalid_answer' });
  });
});

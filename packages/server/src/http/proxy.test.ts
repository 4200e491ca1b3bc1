import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hashQuickly } from '../testing/hash-quickly.ts';
import { signInToConsole } from '../testing/sign-in-to-console.ts';
import { startProxy, type TestProxy } from '../testing/start-proxy.ts';

const PASSWORD = 'correct horse battery staple';

let proxy: TestProxy;

beforeAll(async () => {
  proxy = await startProxy({ console: { passwordHash: hashQuickly(PASSWORD) } });
});
beforeEach(() => proxy.reset());
afterAll(() => proxy.close());

describe('A call through the proxy', () => {
  it("reaches the API of the connection's region with its token, and comes back unchanged", async () => {
    const { status, headers, text } = await proxy.call('GET', '/v1/environments?limit=10&filter=name%20sw%20%22A%22');
    expect(proxy.reached).toMatchObject([{ method: 'GET', url: '/com/v1/environments?limit=10&filter=name%20sw%20%22A%22' }]);
    expect(proxy.reached[0]?.headers.authorization).toMatch(/^Bearer ey/);
    expect({ status, text }).toEqual({ status: 200, text: '{"ok" : true}' });
    expect(headers.get('content-type')).toBe('application/hal+json;charset=UTF-8');
    expect(headers.get('correlation-id')).toBe('c-1');
    expect(headers.get('content-security-policy')).toBeNull();
  });

  it("passes method, body and PingOne's media types", async () => {
    const type = 'application/vnd.pingidentity.password.reset+json';
    await proxy.call('PUT', '/v1/environments/e/users/u/password', { raw: '{"newPassword":"x"}', headers: { 'content-type': type } });
    expect(proxy.reached).toMatchObject([{ method: 'PUT', body: '{"newPassword":"x"}', headers: { 'content-type': type } }]);
  });

  it('never sends the secret key, the ids or cookies to the provider', async () => {
    await proxy.call('GET', '/v1/environments', { headers: { cookie: 'session=1', 'base-url-override': '' } });
    const sent = JSON.stringify(proxy.reached);
    expect(sent).not.toContain(proxy.api.secretKey);
    expect(Object.keys(proxy.reached[0]?.headers ?? {})).not.toEqual(expect.arrayContaining(['cookie']));
    expect(sent).not.toContain(proxy.connectionId);
  });

  it("passes the provider's own errors through", async () => {
    proxy.answerWith((_request, response) => response.writeHead(404, { 'Content-Type': 'application/json' }).end('{"code" : "NOT_FOUND"}'));
    const { status, text } = await proxy.call('GET', '/v1/nothing');
    expect({ status, text }).toEqual({ status: 404, text: '{"code" : "NOT_FOUND"}' });
  });

  it('does not follow a redirect', async () => {
    proxy.answerWith((_request, response) => response.writeHead(302, { Location: 'http://127.0.0.1:9/elsewhere' }).end());
    const { status, headers } = await proxy.call('GET', '/v1/moved');
    expect(status).toBe(302);
    expect(headers.get('location')).toBe('http://127.0.0.1:9/elsewhere');
  });

  it('leads no page of the console on, which would go there by itself, with its cookie and its CSRF token', async () => {
    const { headers: signedIn } = await signInToConsole(proxy.api, PASSWORD);
    const target = `${new URL(proxy.api.url).pathname}/integrations/pingone-cc?cascade=true`;
    proxy.answerWith((_request, response) => response.writeHead(307, { Location: target, 'Content-Type': 'text/plain' }).end('moved'));
    const asked = { headers: { ...proxy.names, ...signedIn } };
    const { status, headers, text } = await proxy.api.call('DELETE', '/proxy/v1/moved', asked);
    expect({ status, location: headers.get('location'), type: headers.get('content-type'), text }).toEqual({
      status: 307,
      location: null,
      type: 'text/plain',
      text: 'moved',
    });
  });

  it('gets a new token when the API refuses the old one, and asks once more', async () => {
    proxy.clock.advance(60_000);
    const tokens: (string | undefined)[] = [];
    proxy.answerWith((request, response) => {
      tokens.push(request.headers.authorization);
      response.writeHead(tokens.length === 1 ? 401 : 200).end('again');
    });
    expect(await proxy.call('GET', '/v1/environments')).toMatchObject({ status: 200, text: 'again' });
    expect(new Set(tokens).size).toBe(2);
  });

  it('gets one new token for many calls that are refused with the same old one', async () => {
    proxy.clock.advance(60_000);
    const refused = new Set<string | undefined>();
    const before = proxy.sandbox.requests.filter(({ step }) => step === 'token').length;
    proxy.answerWith((request, response) => {
      const { authorization } = request.headers;
      if (refused.size === 0) refused.add(authorization);
      response.writeHead(refused.has(authorization) ? 401 : 200).end();
    });
    const answers = await Promise.all(Array.from({ length: 100 }, () => proxy.call('GET', '/v1/environments')));
    expect(answers.map(({ status }) => status)).toEqual(Array(100).fill(200));
    expect(proxy.sandbox.requests.filter(({ step }) => step === 'token')).toHaveLength(before + 1);
  });

  it('gives a second refusal back as it is, and asks for no token that would be refused as well', async () => {
    proxy.clock.advance(60_000);
    const before = proxy.sandbox.requests.filter(({ step }) => step === 'token').length;
    let asked = 0;
    proxy.answerWith((_request, response) => {
      asked += 1;
      response.writeHead(401).end('no');
    });
    expect(await proxy.call('GET', '/v1/environments')).toMatchObject({ status: 401, text: 'no' });
    expect(asked).toBe(2);
    for (let call = 0; call < 3; call += 1) expect((await proxy.call('GET', '/v1/environments')).status).toBe(401);
    expect(asked).toBe(5);
    expect(proxy.sandbox.requests.filter(({ step }) => step === 'token')).toHaveLength(before + 1);
  });

  it('does not send a body twice, but gets a new token for the next call', async () => {
    proxy.clock.advance(60_000);
    const tokens: (string | undefined)[] = [];
    proxy.answerWith((request, response) => {
      tokens.push(request.headers.authorization);
      request.resume().once('end', () => response.writeHead(tokens.at(-1) === tokens[0] ? 401 : 200).end('no'));
    });
    expect(await proxy.call('POST', '/v1/things', { raw: '{}' })).toMatchObject({ status: 401, text: 'no' });
    expect(tokens).toHaveLength(1);
    await expect.poll(async () => (await proxy.call('POST', '/v1/things', { raw: '{}' })).status).toBe(200);
  });

  it('streams: the first part arrives while the last is not yet there', async () => {
    let finish: (() => void) | undefined;
    proxy.answerWith((_request, response) => {
      response.write('first ');
      finish = () => response.end('last');
    });
    const response = await fetch(`${proxy.api.url}/proxy/v1/stream`, {
      headers: { authorization: `Bearer ${proxy.api.secretKey}`, ...proxy.names },
    });
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toBe('first ');
    finish?.();
    expect((await reader.read()).value).toBe('last');
  });

  it('ends at the provider when the caller goes away', async () => {
    const gone = new Promise<void>((done) => {
      proxy.answerWith((_request, response) => {
        response.write('begun');
        response.once('close', done);
      });
    });
    const caller = new AbortController();
    const response = await fetch(`${proxy.api.url}/proxy/v1/slow`, {
      headers: { authorization: `Bearer ${proxy.api.secretKey}`, ...proxy.names },
      signal: caller.signal,
    });
    await response.body!.getReader().read();
    caller.abort();
    await expect(gone).resolves.toBeUndefined();
  });

  it('breaks off when the provider breaks off in the middle', async () => {
    proxy.answerWith((_request, response) => {
      response.writeHead(200, { 'Content-Length': '100' });
      response.write('half');
      setImmediate(() => response.destroy());
    });
    await expect(proxy.call('GET', '/v1/half')).rejects.toThrow('terminated');
  });

  it('explains that the provider could not be reached', async () => {
    proxy.answerWith((request) => request.socket.destroy());
    expect(await proxy.call('GET', '/v1/environments')).toMatchObject({
      status: 502,
      body: { error: { code: 'proxy_unreachable', retryable: true } },
    });
  });
});

describe('The proxy refuses', () => {
  it('a TRACE, which would show the caller the access token', async () => {
    const port = Number(new URL(proxy.api.url).port);
    const headers = {
      authorization: `Bearer ${proxy.api.secretKey}`,
      'provider-config-key': 'pingone-cc',
      'connection-id': proxy.connectionId,
    };
    const trace = request({ host: '127.0.0.1', port, path: '/latchkey/proxy/v1/environments', method: 'TRACE', headers }).end();
    const [answer]: IncomingMessage[] = await once(trace, 'response');
    answer?.resume();
    expect([answer?.statusCode, proxy.reached.length]).toEqual([404, 0]);
  });

  it.each([
    ['no key', 401, 'missing_auth_header', { authorization: '' }],
    ['an unknown integration', 404, 'unknown_integration', { 'provider-config-key': 'nothing' }],
    ['an unknown connection', 404, 'unknown_connection', { 'connection-id': 'nothing' }],
    ['no integration', 400, 'invalid_headers', { 'provider-config-key': '' }],
    ['another base URL', 400, 'base_url_not_allowed', { 'base-url-override': 'https://evil.example' }],
    ['a page of another origin', 403, 'origin_not_allowed', { origin: 'https://evil.example' }],
  ])('%s', async (_what, status, code, headers) => {
    expect(await proxy.call('GET', '/v1/environments', { headers })).toMatchObject({ status, body: { error: { code } } });
    expect(proxy.reached).toEqual([]);
  });

  it('a session token in place of a secret key', async () => {
    const token = await proxy.api.startSession();
    expect(await proxy.api.call('GET', '/proxy/v1/environments', { token, headers: proxy.names })).toMatchObject({
      status: 401,
      body: { error: { code: 'unknown_account' } },
    });
  });

  it.each(['/proxy//evil.example/', '/proxy/v1/%2e%2e/x', '/proxy/v1/%252e%252e', '/proxy/v1/a%00', '/proxy/v1/..;/x\\y'])(
    'the target %s',
    async (path) => {
      const response = await proxy.send(path);
      expect(response.statusCode).toBe(400);
      response.resume();
      expect(proxy.reached).toEqual([]);
    },
  );

  it('a whole URL in the request line', async () => {
    const response = await proxy.send('http://evil.example/latchkey/proxy/v1/environments');
    expect(response.statusCode).toBe(400);
    response.resume();
    expect(proxy.reached).toEqual([]);
  });

  it('more headers than the provider takes', async () => {
    expect(await proxy.call('GET', '/v1/environments', { headers: { 'x-long': 'x'.repeat(6_000) } })).toMatchObject({
      status: 431,
      body: { error: { code: 'proxy_headers_too_large' } },
    });
    expect(proxy.reached).toEqual([]);
    expect((await proxy.call('GET', '/v1/environments', { headers: { 'x-long': 'x'.repeat(4_000) } })).status).toBe(200);
  });
});

describe('Another host', () => {
  it("gets the call when the connection's region has it", async () => {
    const headers = { 'base-url-override': 'https://scim-api.pingone.com' };
    expect((await proxy.call('GET', '/v2/Users', { headers })).status).toBe(200);
    expect(proxy.reached).toMatchObject([{ url: '/scim/com/v2/Users' }]);
  });

  it.each(['https://scim-api.pingone.eu', 'https://orchestrate-api.pingone.com'])(
    'is refused when it is of another region, or not there: %s',
    async (base) => {
      expect(await proxy.call('GET', '/v2/Users', { headers: { 'base-url-override': base } })).toMatchObject({
        status: 400,
        body: { error: { code: 'base_url_not_allowed' } },
      });
      expect(proxy.reached).toEqual([]);
    },
  );
});

describe('The provider gets', () => {
  it('custom headers under their own names, once, and nothing that only the client library means', async () => {
    await proxy.call('POST', '/v1/x', {
      raw: '{}',
      headers: {
        'content-type': 'application/json',
        'nango-proxy-content-type': 'application/vnd.pingidentity.user.import+json',
        'nango-proxy-x-trace': 't',
        'nango-activity-log-id': '',
        decompress: 'true',
        'forward-headers-on-redirect': 'true',
        retries: '0',
        'retry-on': '',
      },
    });
    const [{ headers, rawHeaders } = { headers: {}, rawHeaders: [] }] = proxy.reached;
    expect(headers).toMatchObject({ 'content-type': 'application/vnd.pingidentity.user.import+json', 'x-trace': 't' });
    expect(rawHeaders.filter((text) => text.toLowerCase() === 'content-type')).toHaveLength(1);
    const known = ['accept', 'accept-encoding', 'accept-language', 'sec-fetch-mode', 'user-agent', 'content-length'];
    const own = ['authorization', 'connection', 'host', 'content-type', 'x-trace'];
    expect(Object.keys(headers).filter((name) => ![...known, ...own].includes(name))).toEqual([]);
  });
});

describe('The log lines', () => {
  const callOf = async ({ api, names }: TestProxy, requestId: string, path = '/v1/x'): Promise<void> =>
    void (await api.call('GET', `/proxy${path}`, { token: api.secretKey, headers: { ...names, 'x-request-id': requestId } }));
  const linesOf = ({ api }: TestProxy, requestId: string): string[] => api.logs.filter((line) => line.includes(requestId));

  it('name no call that went well, because the request log does, and each that did not', async () => {
    await callOf(proxy, 'went-well');
    proxy.answerWith((_request, response) => response.writeHead(404).end());
    await callOf(proxy, 'not-there');
    await expect
      .poll(() => linesOf(proxy, 'not-there'))
      .toEqual([expect.stringMatching(/^request .*"path":"[^"]*\/proxy\/v1\/x","status":404/)]);
    expect(linesOf(proxy, 'went-well')).toEqual([]);
  });

  it('name every call when there is no request log', async () => {
    const unlogged = await startProxy({ logRetentionDays: 0 });
    await callOf(unlogged, 'went-well');
    await expect.poll(() => linesOf(unlogged, 'went-well')).toEqual([expect.stringContaining('"status":200')]);
    await unlogged.close();
  });
});

import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createSend, MAX_ANSWER_BYTES } from './send.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const send = createSend({ fetch: globalThis.fetch, timeoutMs: 300 });
const get = (url: string) => ({ method: 'GET' as const, url, headers: {} });

describe('Sending', () => {
  it('brings back status, headers and text', async () => {
    const url = await serve((_request, response) => void response.writeHead(418, { 'x-a': 'b' }).end('tëa'));
    const received = await send(get(url));
    expect(received).toMatchObject({ status: 418, body: 'tëa' });
    expect('headers' in received && received.headers.get('x-a')).toBe('b');
  });

  it('sends method, headers and body as they are', async () => {
    const url = await serve((request, response) => {
      let body = '';
      request
        .on('data', (chunk) => (body += chunk))
        .on('end', () => response.end([request.method, request.headers['x-a'], body].join(' ')));
    });
    expect(await send({ method: 'POST', url, headers: { 'x-a': 'b' }, body: 'c=d' })).toMatchObject({ body: 'POST b c=d' });
  });

  it('tells which host was not reached, and why, and nothing else of the request', async () => {
    const heard: unknown[] = [];
    const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    const odd = Object.assign(new Error('odd'), { code: 'secret in the code' });
    for (const cause of [refused, odd]) {
      const onUnreachable = (...told: unknown[]) => void heard.push(told);
      const fail = createSend({ fetch: () => Promise.reject(new TypeError('fetch failed', { cause })), timeoutMs: 300, onUnreachable });
      expect(await fail(get('https://auth.example:8443/path?secret'))).toMatchObject({ transport: 'unreachable' });
    }
    expect(heard).toEqual([
      ['auth.example:8443', 'ECONNREFUSED'],
      ['auth.example:8443', undefined],
    ]);
  });

  it('never follows a redirect', async () => {
    let asked = 0;
    const url = await serve((_request, response) => {
      asked += 1;
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    expect(await send(get(url))).toMatchObject({ status: 302 });
    expect(asked).toBe(1);
  });

  it('gives up on an answer that never comes, never ends, or drips', async () => {
    const silent = await serve(() => undefined);
    expect(await send(get(silent))).toEqual({ transport: 'timeout' });
    const stuck = await serve((_request, response) => void response.write('{'));
    expect(await send(get(stuck))).toEqual({ transport: 'timeout' });
    const dripping = await serve((_request, response) => {
      const timer = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(timer));
    });
    expect(await send(get(dripping))).toEqual({ transport: 'timeout' });
  });

  it('gives up in time on a fetch that does not heed its signal', async () => {
    const deaf = createSend({ fetch: () => new Promise(() => undefined), timeoutMs: 50 });
    expect(await deaf(get('http://127.0.0.1/'))).toEqual({ transport: 'timeout' });
  });

  it('reads up to a megabyte and hangs up on more, compressed or not', async () => {
    const exact = await serve((_request, response) => void response.end('a'.repeat(MAX_ANSWER_BYTES)));
    expect(await send(get(exact), 5000)).toMatchObject({ status: 200 });
    let closed: Promise<unknown> = Promise.resolve();
    const endless = await serve((_request, response) => {
      closed = once(response, 'close');
      const more = (): void => {
        while (response.write('a'.repeat(65_536)));
        response.once('drain', more);
      };
      more();
    });
    expect(await send(get(endless), 5000)).toEqual({ transport: 'too_large' });
    await closed;
    const bomb = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(MAX_ANSWER_BYTES + 1)));
    });
    expect(await send(get(bomb), 5000)).toEqual({ transport: 'too_large' });
  });

  it('tells nothing of why a server cannot be reached', async () => {
    const url = await serve((request) => request.socket.destroy());
    expect(await send(get(url))).toEqual({ transport: 'unreachable' });
    expect(await send(get('http://127.0.0.1:1/'))).toEqual({ transport: 'unreachable' });
    expect(await send({ method: 'GET', url, headers: { authorization: 'Bearer bad\nvalue' } })).toEqual({ transport: 'unreachable' });
  });

  it('says when nothing was sent, because there was no connection', async () => {
    const url = await serve((_request, response) => void response.end());
    const [server] = servers.splice(0);
    server?.close();
    expect(await send(get(url))).toEqual({ transport: 'unreachable', neverSent: true });
  });

  it.each([
    ['ENOTFOUND', true],
    ['EAI_AGAIN', true],
    ['UND_ERR_CONNECT_TIMEOUT', true],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', true],
    ['ERR_TLS_CERT_ALTNAME_INVALID', true],
    ['ECONNRESET', undefined],
    ['EPIPE', undefined],
    ['UND_ERR_SOCKET', undefined],
    ['UND_ERR_HEADERS_TIMEOUT', undefined],
  ])('takes %s for what it is: only before the connection is nothing sent', async (code, neverSent) => {
    const fail = createSend({
      fetch: () => Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })),
      timeoutMs: 300,
    });
    expect(await fail(get('https://auth.example/'))).toEqual({ transport: 'unreachable', ...(neverSent && { neverSent }) });
  });
});

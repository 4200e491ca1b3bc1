import { once } from 'node:events';
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { gzipSync } from 'node:zlib';
import express from 'express';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startProxy, type TestProxy } from '../testing/start-proxy.ts';

let proxy: TestProxy;
/** Ends all waiting that is under way for a body that pauses. */
let endPauses: (() => void)[] = [];

beforeAll(async () => {
  proxy = await startProxy({
    timer: () => (_ms, callBack) => {
      endPauses.push(callBack);
      return () => (endPauses = endPauses.filter((other) => other !== callBack));
    },
  });
});
beforeEach(() => proxy.reset());
afterAll(() => proxy.close());

async function readAll(stream: AsyncIterable<Buffer>): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += chunk.toString('latin1');
  return text;
}

describe('A body on its way to the provider', () => {
  it.each([
    ['with a length', 'Content-Length: 11\n\nhello world', 'content-length', '11'],
    ['in chunks', 'Transfer-Encoding: chunked\n\n5\nhello\n6\n world\n0\n\n', 'transfer-encoding', 'chunked'],
    [
      'in chunks with a trailer, which is dropped',
      'Transfer-Encoding: chunked\n\nb\nhello world\n0\nX-Late: 1\n\n',
      'transfer-encoding',
      'chunked',
    ],
    ['after it was asked for', 'Expect: 100-continue\nContent-Length: 11\n\nhello world', 'content-length', '11'],
  ])('%s arrives whole', async (_how, rest, name, value) => {
    const socket = await proxy.begin(`DELETE /proxy/v1/x HTTP/1.1\n${rest}`);
    socket.setEncoding('latin1');
    let answer = '';
    for await (const chunk of socket) {
      answer += chunk;
      if (answer.includes('{"ok" : true}')) break;
    }
    expect(answer).toMatch(/^HTTP\/1\.1 (?:100 Continue\r\n\r\nHTTP\/1\.1 )?200 OK/);
    expect(proxy.reached).toMatchObject([{ method: 'DELETE', body: 'hello world' }]);
    const { headers } = proxy.reached[0]!;
    expect(headers).toMatchObject({ [name]: value });
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['expect', 'trailer', 'x-late']));
  });

  it('of any bytes and any size arrives as it was sent, and comes back so', async () => {
    const bytes = Buffer.from(Array.from({ length: 3_000_000 }, (_, index) => (index * 7919) % 256));
    proxy.answerWith((request, response) => request.pipe(response));
    const response = await fetch(`${proxy.api.url}/proxy/v1/echo`, {
      method: 'POST',
      headers: { authorization: `Bearer ${proxy.api.secretKey}`, ...proxy.names },
      body: bytes,
    });
    const hash = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');
    expect(hash(new Uint8Array(await response.arrayBuffer()))).toBe(hash(bytes));
  });

  it('that stops halfway is refused after half a minute, and cut off at the provider', async () => {
    const cut = new Promise<void>((resolve) => {
      proxy.answerWith((request) => request.once('error', () => resolve()).resume());
    });
    const begun = endPauses.length;
    const socket = await proxy.begin('POST /proxy/v1/x HTTP/1.1\nContent-Length: 100\n\nhalf');
    await expect.poll(() => endPauses.length).toBeGreaterThan(begun);
    endPauses.at(-1)?.();
    const [answer] = await once(socket.setEncoding('latin1'), 'data');
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('"code":"proxy_body_timeout"');
    await cut;
    socket.destroy();
  });

  it('that breaks off with its caller is cut off at the provider', async () => {
    const cut = new Promise<string>((resolve) => {
      proxy.answerWith((request) => {
        request.once('data', () => socket.destroy());
        request.once('error', () => resolve('cut'));
      });
    });
    const socket = await proxy.begin('POST /proxy/v1/x HTTP/1.1\nContent-Length: 100\n\nhalf');
    await expect(cut).resolves.toBe('cut');
  });

  it('that the provider does not want to the end does not keep its answer from the caller', async () => {
    proxy.answerWith((request, response) => {
      response.writeHead(413, { connection: 'close' }).end('too much');
      request.destroy();
    });
    const socket = await proxy.begin('POST /proxy/v1/x HTTP/1.1\nContent-Length: 10000000\n\nbegin');
    const [answer] = await once(socket.setEncoding('latin1'), 'data');
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
  });

  it('does not keep the reason from the caller when the provider cannot be reached', async () => {
    proxy.answerWith((request) => request.socket.destroy());
    expect(await proxy.call('POST', '/v1/x', { raw: 'x'.repeat(500_000) })).toMatchObject({
      status: 502,
      body: { error: { code: 'proxy_unreachable' } },
    });
  });
});

it('A body that the host app has read already is refused at once, with what to do about it', async () => {
  const behindParser = await startProxy({
    mount: (app, connect) => app.use(express.json()).use('/latchkey', connect.router),
  });
  expect(await behindParser.call('POST', '/v1/x', { json: { a: 1 } })).toMatchObject({
    status: 500,
    body: { error: { code: 'proxy_body_taken', remedy: expect.stringContaining('express.json()') } },
  });
  expect(behindParser.reached).toEqual([]);
  expect((await behindParser.call('POST', '/v1/x', { raw: 'text', headers: { 'content-type': 'text/plain' } })).status).toBe(200);
  await behindParser.close();
});

describe('An answer', () => {
  it.each([
    ['HEAD', 200, { 'content-length': '1234', etag: '"1"' }],
    ['GET', 204, {}],
    ['GET', 304, { etag: '"1"' }],
  ])('to %s with status %i has no body, and its headers', async (method, status, headers) => {
    proxy.answerWith((_request, response) => response.writeHead(status, headers).end());
    const response = await proxy.send('/proxy/v1/x', { method });
    expect(await readAll(response)).toBe('');
    expect({ status: response.statusCode, headers: response.headers }).toMatchObject({ status, headers });
  });

  it('keeps its reason phrase, repeated headers, and bytes above ASCII', async () => {
    proxy.answerWith((_request, response) =>
      response.writeHead(299, 'Quite OK', ['Link', 'a', 'Link', 'b', 'X-Name', 'J\u{fc}rgen']).end(),
    );
    const { statusMessage, rawHeaders, headers } = await proxy.send('/proxy/v1/x');
    expect(statusMessage).toBe('Quite OK');
    expect(rawHeaders.join(',')).toContain('Link,a,Link,b');
    expect(headers['x-name']).toBe('J\u{fc}rgen');
  });

  it.each([
    ['with a length', { 'content-length': '256' }],
    ['in chunks', { 'transfer-encoding': 'chunked' }],
  ])('that is short, %s, keeps every byte', async (_how, headers) => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
    proxy.answerWith((_request, response) => response.writeHead(200, headers).end(bytes));
    const response = await proxy.send('/proxy/v1/x');
    expect(response.headers).toMatchObject(headers);
    expect(await readAll(response)).toBe(bytes.toString('latin1'));
  });

  it('without a length comes to its end', async () => {
    proxy.answerWith((request) => request.socket.end('HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\nuntil the end'));
    expect(await proxy.call('GET', '/v1/x')).toMatchObject({ status: 200, text: 'until the end' });
  });

  it('that is compressed stays so, however long it would be', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000));
    proxy.answerWith((_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb));
    const response = await proxy.send('/proxy/v1/x', { headers: { decompress: 'true' } });
    const received = await readAll(response);
    expect([response.headers['content-encoding'], received.length]).toEqual(['gzip', bomb.length]);
  });

  it('in chunks that breaks off is cut off, so that nobody takes it for whole', async () => {
    proxy.answerWith((_request, response) => {
      response.write('half');
      setImmediate(() => response.destroy());
    });
    const response = await proxy.send('/proxy/v1/x');
    await expect(readAll(response)).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(response.complete).toBe(false);
  });

  it.each([
    ['a control character in a header', 'HTTP/1.1 200 OK\r\nX-A: \x01\r\nContent-Length: 0\r\n\r\n'],
    ['a space in the name of a header', 'HTTP/1.1 200 OK\r\nX A: 1\r\nContent-Length: 0\r\n\r\n'],
    ['no status', 'HTTP/1.1 OK\r\n\r\n'],
    ['something else than HTTP', 'SSH-2.0-OpenSSH_9.6\r\n'],
    ['more headers than fit', `HTTP/1.1 200 OK\r\nX-A: ${'x'.repeat(100_000)}\r\n\r\n`],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx'],
    ['a length that is none', 'HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n'],
  ])('with %s is not passed on', async (_what, text) => {
    proxy.answerWith((request) => request.socket.end(text));
    expect(await proxy.call('GET', '/v1/x')).toMatchObject({ status: 502, body: { error: { code: 'proxy_answer_invalid' } } });
  });

  it('that is announced is not taken for the answer', async () => {
    proxy.answerWith((request) => {
      request.socket.end('HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
    });
    expect(await proxy.call('GET', '/v1/x')).toMatchObject({ status: 200, text: 'ok' });
  });

  it('to a caller that does not read is not fetched to the end, and not kept for ever', async () => {
    let sent = 0;
    const cut = Promise.withResolvers<void>();
    proxy.answerWith((_request, response) => {
      response.once('close', () => cut.resolve());
      const chunk = Buffer.alloc(65_536);
      const more = (): void => {
        while (sent < 200_000_000 && response.write(chunk)) sent += chunk.length;
      };
      response.on('drain', more);
      more();
    });
    const response: IncomingMessage = await proxy.send('/proxy/v1/x');
    let before = -1;
    // It stops growing once everything on the way is full.
    await expect.poll(() => [before === sent, (before = sent)][0], { interval: 200, timeout: 10_000 }).toBe(true);
    expect(sent).toBeLessThan(50_000_000);
    endPauses.at(-1)?.();
    await cut.promise;
    await expect(readAll(response)).rejects.toMatchObject({ code: 'ECONNRESET' });
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express, { type ErrorRequestHandler } from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servePages } from './serve-pages.ts';

describe('pages that were built beforehand', () => {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-pages-'));
  let server: Server;
  let url: string;
  /** What was left to the app to handle: Express would show and log it. */
  const thrown: unknown[] = [];

  beforeAll(async () => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<meta name="latchkey-api" content="" /><div id="app"></div>');
    writeFileSync(join(folder, 'assets', 'main-abc.js'), 'export {};');
    writeFileSync(join(folder, 'icon.svg'), '<svg/>');
    const app = express();
    app.use(
      '/console',
      servePages({ folder, apiUrl: 'https://api.example.com/"latch<key', logoUrl: 'https://cdn.example.com/a/logo.svg' }),
    );
    app.use(((error, _request, response, _next) => {
      thrown.push(error);
      response.status(500).end();
    }) satisfies ErrorRequestHandler);
    server = createServer(app).listen(0, '127.0.0.1');
    await new Promise((done) => server.once('listening', done));
    const address = server.address() as AddressInfo;
    url = `http://127.0.0.1:${address.port}/console`;
  });

  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  it('are the same document at every address, and name the API', async () => {
    for (const path of ['', '/', '/connections', '/connections/a%2Fb/logs', '/index.html']) {
      const response = await fetch(`${url}${path}`);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('content="https://api.example.com/&quot;latch&lt;key"');
      expect(response.headers.get('cache-control')).toBe('no-cache');
    }
  });

  it('are found without the slash too, wherever a proxy has put them', async () => {
    const response = await fetch(`${url}?from=mail`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([302, './console/?from=mail']);
  });

  it('show a logo from its origin alone', async () => {
    const policy = (await fetch(`${url}/`)).headers.get('content-security-policy');
    expect(policy).toContain("img-src 'self' data: https://cdn.example.com;");
  });

  it('allow nothing from elsewhere but the API', async () => {
    const { headers } = await fetch(`${url}/logs`);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self' https://api.example.com;");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it('are kept for long where their names change with their content, and an asset that is gone is not a page', async () => {
    const asset = await fetch(`${url}/assets/main-abc.js`);
    expect(asset.headers.get('cache-control')).toContain('immutable');
    expect(asset.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await fetch(`${url}/assets/main-old.js`)).status).toBe(404);
    expect((await fetch(`${url}/icon.svg`)).headers.get('content-type')).toContain('svg');
  });

  it.each([
    ['a file that is not there', '/assets/main-old.js', 404],
    ['one whose name would begin a line in a log', '/assets/a%0A%7B%22level%22%3A30%7D', 404],
    ['one that leads out of the folder', '/assets/%2e%2e%2findex.html', 403],
    ['a name that is too long', `/assets/${'a'.repeat(300)}`, 404],
    ['a path that cannot be decoded', '/%zz', 400],
  ])('say of %s neither where it would be nor anything else, and leave nothing of it to the app', async (_what, path, status) => {
    const response = await fetch(url + path);
    expect([response.status, await response.text()]).toEqual([status, 'There is no such file.']);
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(thrown).toEqual([]);
  });

  it('must have been built', () => {
    expect(() => servePages({ folder: join(folder, 'nowhere'), apiUrl: '' })).toThrow(/index\.html/);
  });
});

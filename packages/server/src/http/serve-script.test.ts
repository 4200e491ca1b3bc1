import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveScript } from './serve-script.ts';

describe('the script for pages without React', () => {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-script-'));
  let server: Server;
  let url: string;

  beforeAll(async () => {
    mkdirSync(join(folder, 'connect-assets/parts'), { recursive: true });
    for (const file of ['connect.js', 'connect-assets/runtime.js', 'connect-assets/parts/form-abc.js', 'other.txt']) {
      writeFileSync(join(folder, file), `// ${file}`);
    }
    const app = express();
    app.use('/latchkey', serveScript({ folder }), (_request, response) => void response.status(418).end());
    server = createServer(app).listen(0, '127.0.0.1');
    await new Promise((done) => server.once('listening', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/latchkey`;
  });

  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  it.each(['connect.js', 'connect-assets/runtime.js', 'connect-assets/parts/form-abc.js'])(
    'may be loaded by any page: %s',
    async (file) => {
      const response = await fetch(`${url}/${file}`);
      expect(await response.text()).toBe(`// ${file}`);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
        'x-content-type-options': 'nosniff',
        'content-type': expect.stringContaining('javascript'),
      });
    },
  );

  it('is kept for minutes, and for a year where a name changes with its content', async () => {
    const keptFor = async (file: string) => (await fetch(`${url}/${file}`)).headers.get('cache-control');
    expect(await keptFor('connect.js')).toBe('public, max-age=300');
    expect(await keptFor('connect-assets/runtime.js')).toBe('public, max-age=300');
    expect(await keptFor('connect-assets/parts/form-abc.js')).toBe('public, max-age=31536000, immutable');
  });

  it('leaves everything else to whatever comes after it', async () => {
    for (const path of ['/connect/session', '/other.txt', '/', '/connect-assets/none.js'])
      expect((await fetch(url + path)).status).toBe(418);
  });

  it.each([
    ['connect-assets/parts/form-old.js', 404],
    ['connect-assets/parts/a%0Ab', 404],
    ['connect-assets/%zz', 400],
  ])('says of a part that is not there no more than that: %s', async (path, status) => {
    const response = await fetch(`${url}/${path}`);
    expect([response.status, await response.text()]).toEqual([status, 'There is no such file.']);
  });

  it('must have been built', () => {
    expect(() => serveScript({ folder: join(folder, 'nowhere') })).toThrow(/connect\.js/);
  });
});

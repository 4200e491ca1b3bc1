import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { createLatchkey, type Latchkey } from '@latchkey/node';
import { Nango } from '@nangohq/node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findSeeded } from '../../sandbox/src/testing/ask-sandbox.ts';
import { getUserTokens } from '../../sandbox/src/testing/browse.ts';
import { readWorker, startServer, type RunningServer } from './start-server.ts';

/** How another client of this wire calls the provider's API, unmodified but for its host. `@latchkey/node` must see the same. */
let server: RunningServer;
let latchkey: Latchkey;
let nango: Nango;
let connectionId: string;
let home: string;
let key: { integrationId: string; connectionId: string };
let names: { providerConfigKey: string; connectionId: string };

/** A host of the provider's that the sandbox does not have, played by the tests. */
const SCIM = 'https://scim-api.pingone.com';
let scim: Server;
let answer: (...exchange: Parameters<RequestListener>) => unknown;
let reached: { method: string | undefined; url: string | undefined; headers: IncomingHttpHeaders; body: string }[];

beforeAll(async () => {
  scim = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
  await once(scim, 'listening');
  const address = scim.address();
  server = await startServer({}, { scim: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/scim/{tld}` });
  latchkey = createLatchkey({ apiUrl: server.apiUrl, secretKey: server.secretKey, retries: 0 });
  nango = new Nango({ host: server.apiUrl, apiKey: server.secretKey });
  const { environment, connectionConfig, credentials } = readWorker(server.sandbox);
  ({ connectionId } = await latchkey.connections.import({ integrationId: 'pingone-cc', connectionConfig, credentials }));
  home = `/v1/environments/${environment.environmentId}`;
  key = { integrationId: 'pingone-cc', connectionId };
  names = { providerConfigKey: 'pingone-cc', connectionId };
});
beforeEach(() => {
  reached = [];
  answer = async (request, response) => {
    const { method, url, headers } = request;
    reached.push({ method, url, headers, body: await text(request) });
    response.writeHead(200, { 'content-type': 'application/scim+json' }).end('{"ok" : true}');
  };
});
afterAll(async () => {
  scim.close();
  scim.closeAllConnections();
  await server.close();
});

const refusal = (status: number, code: string) => ({ name: 'AxiosError', response: { status, data: { error: { code } } } });

describe('Reads', () => {
  it('give what the provider answers, with its status and headers', async () => {
    const { status, data, headers } = await nango.get({ ...names, endpoint: home });
    expect([status, headers['content-type']]).toEqual([200, 'application/hal+json;charset=UTF-8']);
    expect(headers['correlation-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(data).toMatchObject({ name: 'Acme Production' });
    expect(data).toEqual(await latchkey.proxy.get(home, key));
    // By its other names, without the first slash, and with the names of a client that has one connection.
    const bound = new Nango({ host: server.apiUrl, apiKey: server.secretKey, ...names });
    expect((await nango.proxy({ ...names, endpoint: home.slice(1) })).data).toEqual(data);
    expect((await bound.proxy({ endpoint: home, method: 'get' })).data).toEqual(data);
  });

  it.each([
    ['an object', { params: { limit: 2, filter: 'username sw "ada"' } }, ''],
    ['a text', { params: 'limit=2&filter=username%20sw%20%22ada%22' }, ''],
    ['a text with its question mark', { params: '?limit=2&filter=username%20sw%20%22ada%22' }, ''],
    ['a part of the path', {}, '?limit=2&filter=username%20sw%20%22ada%22'],
  ])('take a query as %s', async (_form, params, inPath) => {
    const { data } = await nango.get({ ...names, ...params, endpoint: `${home}/users${inPath}` });
    expect(data._embedded.users).toMatchObject([{ username: 'ada.lovelace' }, { username: expect.stringMatching(/^ada/) }]);
    const query = { limit: 2, filter: 'username sw "ada"' };
    expect(data._embedded).toEqual((await latchkey.proxy.get<typeof data>(`${home}/users`, { ...key, query }))._embedded);
  });

  it('reach another of the provider’s hosts', async () => {
    const { environmentId } = readWorker(server.sandbox).environment;
    const endpoint = `/${environmentId}/as/.well-known/openid-configuration`;
    const baseUrl = 'https://auth.pingone.com';
    const { data } = await nango.get({ ...names, endpoint, baseUrlOverride: baseUrl });
    expect(data).toMatchObject({ issuer: expect.stringContaining(`/${environmentId}/as`), token_endpoint: expect.any(String) });
    expect(data).toEqual(await latchkey.proxy.get(endpoint, { ...key, baseUrl }));
  });

  it('end as the provider ends them', async () => {
    const endpoint = '/v1/environments/6f9619ff-8b86-4011-b42d-00c04fc964ff';
    const error = await nango.get({ ...names, endpoint }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      name: 'AxiosError',
      response: { status: 404, data: { code: 'NOT_FOUND', message: expect.any(String) } },
    });
    const { message } = (error as { response: { data: { message: string } } }).response.data;
    await expect(latchkey.proxy.get(endpoint, key)).rejects.toMatchObject({ status: 404, message: expect.stringContaining(message) });
  });

  it.each([
    ['unknown_connection', 404, { connectionId: 'nope' }],
    ['unknown_integration', 404, { providerConfigKey: 'nope' }],
    // The client leaves out of headers what they cannot hold.
    ['invalid_headers', 400, { connectionId: 'ж' }],
    ['base_url_not_allowed', 400, { baseUrlOverride: 'https://evil.example' }],
    ['invalid_proxy_path', 400, { endpoint: '/v1/a%2fb' }],
  ])('are refused with %s', async (code, status, change) => {
    await expect(nango.get({ ...names, endpoint: home, ...change })).rejects.toMatchObject(refusal(status, code));
  });

  it('lead out of the proxy when the path does, because the client resolves it', async () => {
    const { data } = await nango.get({ ...names, endpoint: '/v1/../../integrations' });
    expect(data).toEqual({ data: (await nango.listIntegrations()).configs });
    await expect(latchkey.proxy.get('/v1/../../integrations', key)).rejects.toMatchObject({ code: 'invalid_argument' });
  });

  it('reach a connection whose id is no plain word', async () => {
    const { connectionConfig, credentials } = readWorker(server.sandbox);
    const id = 'acme 1:ü+ada@acme.example,;=&$!';
    await latchkey.connections.import({ integrationId: 'pingone-cc', connectionId: id, connectionConfig, credentials });
    expect((await nango.get({ ...names, connectionId: id, endpoint: home })).data).toMatchObject({ name: 'Acme Production' });
  });
});

describe('Writes', () => {
  it('patch and put, and both clients see what came of it', async () => {
    const portal = findSeeded(server.sandbox, 'Acme Portal');
    const { clientId: client_id, clientSecret: client_secret } = portal;
    const credentials = { type: 'OAUTH2', client_id, client_secret, scopes: 'openid,p1:read:user,p1:update:user' } as const;
    await nango.createIntegration({ provider: 'pingone', unique_key: 'portal', credentials });
    const { access_token: accessToken, refresh_token: refreshToken } = await getUserTokens(server.sandbox, portal);
    const { connectionConfig } = readWorker(server.sandbox);
    const tokens = { integrationId: 'portal', connectionConfig, credentials: { accessToken, refreshToken } };
    const { connectionId: id, access } = await latchkey.connections.import(tokens);
    const endpoint = access.find(({ name }) => name === 'read_own_user')?.proxyPath ?? '';
    const own = { providerConfigKey: 'portal', connectionId: id, endpoint };
    const read = () =>
      latchkey.proxy.get<{ name: { given: string }; email: string }>(endpoint, { integrationId: 'portal', connectionId: id });

    const before = await read();
    const patched = await nango.patch({ ...own, data: { name: { given: 'Augusta' } } });
    expect(patched).toMatchObject({ status: 200, data: { name: { given: 'Augusta' }, email: before.email } });
    expect(await read()).toEqual(patched.data);
    const put = await nango.put({ ...own, data: { name: { given: 'Augusta' }, email: 'augusta@acme.example' } });
    expect(put).toMatchObject({ status: 200, data: { name: { given: 'Augusta' }, email: 'augusta@acme.example' } });
    expect((await nango.get(own)).data).toEqual(await read());
    await expect(nango.post({ ...own, data: {} })).rejects.toMatchObject({ response: { status: 403 } });
  });

  it.each([
    ['POST', () => nango.post({ ...names, baseUrlOverride: SCIM, endpoint: '/v2/Users', data: { userName: 'ada' } })],
    ['PUT', () => nango.put({ ...names, baseUrlOverride: `${SCIM}/`, endpoint: '/v2/Users', data: { userName: 'ada' } })],
    ['PATCH', () => nango.patch({ ...names, baseUrlOverride: 'scim-api.pingone.com', endpoint: '/v2/Users', data: { userName: 'ada' } })],
    ['DELETE', () => nango.delete({ ...names, baseUrlOverride: SCIM, endpoint: '/v2/Users', data: { userName: 'ada' } })],
    ['REPORT', () => nango.proxy({ ...names, method: 'REPORT', baseUrlOverride: SCIM, endpoint: '/v2/Users', data: { userName: 'ada' } })],
  ])('%s reaches another of the provider’s hosts, with its body', async (method, call) => {
    expect(await call()).toMatchObject({ status: 200, data: { ok: true } });
    expect(reached).toMatchObject([{ method, url: '/scim/com/v2/Users', body: '{"userName":"ada"}' }]);
    expect(reached[0]?.headers['content-type']).toBe('application/json');
  });

  it('without a body arrive without one', async () => {
    await nango.post({ ...names, baseUrlOverride: SCIM, endpoint: '/v2/Users' });
    const { status } = await nango.delete({ ...names, baseUrlOverride: SCIM, endpoint: '/v2/Users/1' });
    expect([status, ...reached.map(({ method, body }) => `${method} ${body}`)]).toEqual([200, 'POST ', 'DELETE ']);
  });
});

describe('What is sent along', () => {
  const call = { baseUrlOverride: SCIM, endpoint: '/v2/Users' };

  it('goes out under its own name, and nothing else does', async () => {
    const headers = { 'Content-Type': 'application/vnd.pingidentity.user.import+json', Accept: 'application/hal+json', 'X-Trace': 'abc' };
    await nango.post({ ...names, ...call, headers, data: { userName: 'ada' }, retries: 3, decompress: true, retryOn: [404] });
    const { accessToken } = (await latchkey.connections.get(key)).credentials;
    expect(reached).toMatchObject([
      {
        body: '{"userName":"ada"}',
        headers: {
          authorization: `Bearer ${accessToken}`,
          'content-type': 'application/vnd.pingidentity.user.import+json',
          accept: 'application/hal+json',
          'x-trace': 'abc',
        },
      },
    ]);
    const others = /^(nango-|connection-id|provider-config-key|base-url-override|retries|retry-on|decompress|forward-headers)/;
    expect(Object.keys(reached[0]?.headers ?? {}).filter((name) => others.test(name))).toEqual([]);
    expect(JSON.stringify(reached)).not.toContain(server.secretKey);
  });

  it('says how often to try again, and on which status', async () => {
    let statuses = [503, 200];
    answer = (_request, response) => response.writeHead(statuses.shift() ?? 500, { 'retry-after': '0' }).end('{}');
    expect((await nango.get({ ...names, ...call, retries: 1 })).status).toBe(200);
    statuses = [503, 200];
    await expect(nango.get({ ...names, ...call })).rejects.toMatchObject({ response: { status: 503 } });
    statuses = [404, 200];
    expect((await nango.get({ ...names, ...call, retries: 1, retryOn: [404] })).status).toBe(200);
  });
});

describe('Answers', () => {
  const call = { baseUrlOverride: SCIM, endpoint: '/v2/Users' };

  it('that are compressed are read', async () => {
    answer = (request, response) => {
      expect(request.headers['accept-encoding']).toContain('gzip');
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(gzipSync('{"ada":"ü"}'));
    };
    expect((await nango.get({ ...names, ...call, decompress: true })).data).toEqual({ ada: 'ü' });
    expect(await latchkey.proxy.get('/v2/Users', { ...key, baseUrl: SCIM })).toEqual({ ada: 'ü' });
  });

  it('are streamed: the first part is there before the last is sent', async () => {
    const { promise: wanted, resolve: want } = Promise.withResolvers<void>();
    answer = async (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/octet-stream' }).write('first ');
      await wanted;
      response.end('last');
    };
    const { data } = await nango.get<Readable>({ ...names, ...call, responseType: 'stream' });
    const [first] = await once(data, 'data');
    want();
    expect(String(first) + (await text(data))).toBe('first last');
  });

  it('are given byte for byte', async () => {
    const bytes = Buffer.from([0, 255, 128, 13, 10]);
    answer = (_request, response) => response.end(bytes);
    const { data } = await nango.get<Buffer>({ ...names, ...call, responseType: 'arraybuffer' });
    expect(data).toEqual(bytes);
  });

  it('that redirect are followed by the client, to Latchkey itself too, unless it is told not to', async () => {
    const location = `${new URL(server.apiUrl).pathname}/integrations`;
    answer = (_request, response) => response.writeHead(302, { location }).end();
    const careful = new Nango({ host: server.apiUrl, apiKey: server.secretKey, ...names });
    expect((await careful.get(call)).data).toEqual({ data: (await nango.listIntegrations()).configs });
    careful.http.defaults.maxRedirects = 0;
    await expect(careful.get(call)).rejects.toMatchObject({ response: { status: 302, headers: { location } } });
  });
});

import { createServer, type RequestListener, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { WebhookTargets } from '../core/webhook-target.ts';
import { createWebhookPoster, type WebhookPoster } from './post-webhook.ts';
import type { Resolve } from './public-connector.ts';

let server: Server | undefined;
let poster: WebhookPoster | undefined;
let connections = 0;
afterEach(async () => {
  await poster?.close();
  server?.close();
  server?.closeAllConnections();
});

async function listen(answer: RequestListener): Promise<number> {
  connections = 0;
  server = createServer(answer).listen(0, '127.0.0.1');
  server.on('connection', () => (connections += 1));
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

function open(targets: WebhookTargets, options: { resolve?: Resolve; timeoutMs?: number } = {}): WebhookPoster {
  poster = createWebhookPoster({ targets, now: () => new Date('2026-11-20T10:00:00Z'), ...options });
  return poster;
}

const post = (url: string, signal = new AbortController().signal) => poster!.post({ url, headers: { 'x-test': '1' }, body: '{}' }, signal);

const resolveTo =
  (...addresses: readonly string[]): Resolve =>
  (_hostname, _options, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

test('Status and Retry-After are told, and nothing of the body is kept.', async () => {
  const port = await listen((_request, response) => void response.writeHead(503, { 'retry-after': '17' }).end('canary-9b1d'));
  open('any');
  const outcome = await post(`http://127.0.0.1:${port}/`);
  expect(outcome).toMatchObject({ status: 503, retryAfterSeconds: 17 });
  expect(JSON.stringify(outcome)).not.toContain('canary');
});

test('A redirect is not followed.', async () => {
  const paths: (string | undefined)[] = [];
  const port = await listen((request, response) => {
    paths.push(request.url);
    response.writeHead(307, { location: '/elsewhere' }).end();
  });
  open('any');
  expect(await post(`http://127.0.0.1:${port}/hook`)).toMatchObject({ status: 307 });
  expect(paths).toEqual(['/hook']);
});

test('A body that never ends holds nothing up.', async () => {
  const port = await listen((_request, response) => void response.writeHead(200).write('x'));
  open('any');
  expect(await post(`http://127.0.0.1:${port}/`)).toMatchObject({ status: 200 });
});

test('A receiver that does not answer in time, one that is not there, and an end from outside are told apart.', async () => {
  const port = await listen(() => undefined);
  open('any', { timeoutMs: 100 });
  expect(await post(`http://127.0.0.1:${port}/`)).toEqual({ error: 'timeout' });
  expect(await post('http://127.0.0.1:1/')).toEqual({ error: 'unreachable' });
  expect(await post(`http://127.0.0.1:${port}/`, AbortSignal.abort())).toEqual({ error: 'interrupted' });
});

test.each([
  ['loopback', ['127.0.0.1']],
  ['a private address', ['10.1.2.3']],
  ['a metadata service', ['169.254.169.254']],
  ['a mapped address', ['::ffff:127.0.0.1']],
  ['a private address of IPv6', ['fd00:ec2::254']],
  ['a public address and a private one', ['8.8.8.8', '192.168.0.1']],
  ['nothing', []],
])('A name that leads to %s is refused before anything is sent.', async (_what, addresses) => {
  const port = await listen((_request, response) => void response.end());
  open('public', { resolve: resolveTo(...addresses) });
  expect(await post(`https://hooks.example.com:${port}/`)).toEqual({ error: 'target_refused' });
  expect(connections).toBe(0);
});

test('A name is looked up for each connection, so that what it led to before counts for nothing.', async () => {
  const port = await listen((_request, response) => void response.end());
  const answers = ['10.0.0.1', '127.0.0.1'];
  open('public', { resolve: (...given) => resolveTo(answers.shift() ?? '')(...given) });
  for (const left of [1, 0]) {
    expect(await post(`https://hooks.example.com:${port}/`)).toEqual({ error: 'target_refused' });
    expect(answers).toHaveLength(left);
  }
  expect(connections).toBe(0);
});

test.each(['https://127.0.0.1', 'https://[::1]', 'https://[::ffff:127.0.0.1]', 'http://hooks.example.com', 'https://2130706433'])(
  'A webhook that was made when anything was allowed is refused now: %s.',
  async (origin) => {
    const port = await listen((_request, response) => void response.end());
    open('public', { resolve: resolveTo('8.8.8.8') });
    expect(await post(`${origin}:${port}/`)).toEqual({ error: 'target_refused' });
    expect(connections).toBe(0);
  },
);

test('A name that cannot be resolved is not there.', async () => {
  open('public', { resolve: (_hostname, _options, done) => done(Object.assign(new Error('none'), { code: 'ENOTFOUND' }), []) });
  expect(await post('https://hooks.example.com/')).toEqual({ error: 'unreachable' });
});

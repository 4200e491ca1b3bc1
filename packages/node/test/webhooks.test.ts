import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { inspect } from 'node:util';
import { createLatchkey, verifyWebhook, type Latchkey } from '@latchkey/node';
import { Nango } from '@nangohq/node';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { readWorker, startServer, type RunningServer } from './start-server.ts';

let server: RunningServer;
let latchkey: Latchkey;
let receiver: Server;
let url: string;
let received: { readonly body: string; readonly headers: IncomingHttpHeaders }[];
let arrived: () => void;

beforeAll(async () => {
  server = await startServer({ webhookTargets: 'any' });
  latchkey = createLatchkey({ apiUrl: server.apiUrl, secretKey: server.secretKey, retries: 0 });
  receiver = createServer(async (request, response) => {
    received.push({ body: await text(request), headers: request.headers });
    response.writeHead(204).end();
    arrived();
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const address = receiver.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/hooks`;
});
beforeEach(() => {
  received = [];
  arrived = () => undefined;
});
afterAll(async () => {
  receiver.close();
  receiver.closeAllConnections();
  await server.close();
});

type Told = (typeof received)[number];

/** Verifies as a receiver does that has another client of this wire, with the webhook's secret as its signing key. */
function verifyElsewhere({ body, headers }: Told, webhookSigningKey: string): boolean {
  const nango = new Nango({ host: server.apiUrl, apiKey: server.secretKey, webhookSigningKey });
  return nango.verifyIncomingWebhookRequest(body, headers);
}

/** Does something, and waits for what the receiver is then told. */
async function toldBy<Result>(act: () => Promise<Result>) {
  const { promise, resolve } = Promise.withResolvers<void>();
  arrived = resolve;
  const result = await act();
  await promise;
  return { result, request: received.at(-1)! };
}

it('Webhooks are made, listed, changed, tried and removed, and what they are told is verified', async () => {
  const created = await latchkey.webhooks.create({ url, description: 'Ops', events: ['connection.created', 'connection.deleted'] });
  const { secret, ...webhook } = { ...created, secret: created.secret };
  expect(inspect(created)).not.toContain(secret);
  expect(await latchkey.webhooks.list()).toEqual([webhook]);
  expect(await latchkey.webhooks.get(webhook.id)).toEqual(webhook);
  expect((await latchkey.webhooks.getSecret(webhook.id)).secret).toBe(secret);

  const { connectionConfig, credentials } = readWorker(server.sandbox);
  const { result: connection, request } = await toldBy(() =>
    latchkey.connections.import({ integrationId: 'pingone-cc', connectionConfig, credentials, endUser: { id: 'ada' } }),
  );
  const { integrationId, connectionId, endUser, environment } = connection;
  expect(await verifyWebhook(request.body, request.headers, secret)).toMatchObject({
    type: 'connection.created',
    connection: { integrationId, connectionId, endUser, environment, status: 'active', error: undefined },
  });

  expect(verifyElsewhere(request, secret)).toBe(true);
  expect(verifyElsewhere({ ...request, body: `${request.body} ` }, secret)).toBe(false);
  expect(verifyElsewhere(request, server.secretKey)).toBe(false);
  // What the other client's older method wants.
  expect(request.headers).not.toHaveProperty('x-nango-signature');
  const rotated = await latchkey.webhooks.rotateSecret(webhook.id, { overlapSeconds: 3600 });
  expect(rotated.formerSecretUntil?.getTime()).toBeGreaterThan(Date.now());
  const { result: test, request: tried } = await toldBy(() => latchkey.webhooks.sendTest(webhook.id));
  for (const good of [secret, rotated.secret]) {
    expect(await verifyWebhook(tried.body, tried.headers, good)).toMatchObject({ type: 'webhook.test', webhookId: webhook.id });
  }
  expect([secret, rotated.secret].map((key) => verifyElsewhere(tried, key))).toEqual([false, true]);

  const first = await latchkey.webhooks.listDeliveries(webhook.id, { limit: 1 });
  expect(first.deliveries).toMatchObject([{ id: test.id, webhookId: webhook.id, type: 'webhook.test', connectionId: undefined }]);
  const second = await latchkey.webhooks.listDeliveries(webhook.id, { cursor: first.nextCursor });
  expect(second).toMatchObject({ deliveries: [{ type: 'connection.created', connectionId, integrationId }], nextCursor: undefined });
  const { request: again } = await toldBy(() => latchkey.webhooks.resend(second.deliveries[0]!.id));
  expect([again.body, again.headers['webhook-id']]).toEqual([request.body, request.headers['webhook-id']]);

  expect(await latchkey.webhooks.update(webhook.id, { enabled: false, events: null })).toMatchObject({
    enabled: false,
    disabledReason: 'request',
    events: undefined,
    description: 'Ops',
  });
  await expect(latchkey.webhooks.sendTest(webhook.id)).rejects.toMatchObject({ code: 'webhook_disabled' });
  await latchkey.webhooks.delete(webhook.id);
  await expect(latchkey.webhooks.get(webhook.id)).rejects.toMatchObject({ code: 'unknown_webhook', status: 404 });
});

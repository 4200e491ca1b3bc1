import { webhookEvent } from '@latchkey/protocol';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectBody, startApi, type TestApi } from '../testing/start-api.ts';
import { startReceiver, type TestReceiver } from '../testing/start-receiver.ts';

let api: TestApi;
let receiver: TestReceiver;
beforeEach(async () => {
  receiver = await startReceiver();
  api = await startApi({ options: { webhookTargets: 'any' } });
});
afterEach(async () => {
  await api.close();
  await receiver.close();
});

const asBackend = (method: string, path: string, json?: unknown) => api.call(method, path, { token: api.secretKey, json });

async function addWebhook(body: Readonly<Record<string, unknown>> = {}) {
  const answer = await asBackend('POST', '/webhooks', { url: receiver.url, ...body });
  expect(answer.status).toBe(201);
  return answer.body.data;
}

async function connect(): Promise<string> {
  const token = await api.startSession({ end_user: { id: 'ada', email: 'ada@example.com' }, tags: { team: 'red' } });
  const answer = await api.call('POST', '/connect/connections', { token, json: connectBody(api.sandbox.environments[0]!) });
  expect(answer.status).toBe(201);
  return answer.body.data.connection_id;
}

test('A webhook is told of a new connection, signed so that the published library verifies it, and without anything secret.', async () => {
  const { secret } = await addWebhook();
  const connectionId = await connect();
  const [post] = await receiver.received(1);
  const event = webhookEvent.parse(post!.verify(secret));
  expect(event).toMatchObject({
    type: 'connection.created',
    id: post!.headers['webhook-id'],
    data: {
      connection_id: connectionId,
      provider_config_key: 'pingone-cc',
      status: 'active',
      end_user: { id: 'ada' },
      tags: { team: 'red' },
    },
  });
});

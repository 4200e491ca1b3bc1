import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openStore } from '../../../../packages/server/src/store/open-store.ts';
import { openWorkplace, type Workplace } from '../testing/run-latchkey.ts';

// Each call is a process of its own, which takes its time where many tests run at once.
vi.setConfig({ testTimeout: 60_000 });

let workplace: Workplace;

beforeEach(() => {
  workplace = openWorkplace();
});

afterEach(() => workplace.remove());

const databasePath = (): string => join(workplace.path, 'latchkey-data/latchkey.db');

/** Calls the API of a process that serves for as long as that takes. */
async function post(path: string, body: object, environment: Readonly<Record<string, string>> = {}): Promise<{ data: { id: string } }> {
  const serving = await workplace.serve(environment);
  const [key] = /latchkey_sk_\S+/.exec(serving.welcome) ?? [];
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const answer = await fetch(`${serving.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const text = await answer.text();
  expect(answer.ok).toBe(true);
  await serving.stop();
  return JSON.parse(text);
}

test('a command that only looks seals nothing with a key that was added, because processes that serve cannot open that yet', async () => {
  const credentials = { type: 'OAUTH2', client_id: 'client', client_secret: 'secret' };
  await post('/integrations', { provider: 'pingone', unique_key: 'sign-on', credentials });
  const readSealed = (): unknown => {
    const database = new DatabaseSync(databasePath());
    const rows = database.prepare('select sealed_client from latchkey_integrations').all();
    database.close();
    return rows;
  };
  const before = readSealed();
  expect(await workplace.run(['encryption-keys', 'add'])).toMatchObject({ code: 0 });
  await workplace.run(['doctor']);
  expect(await workplace.run(['keys', 'list'])).toMatchObject({ code: 0 });
  expect(readSealed()).toEqual(before);
  expect(await workplace.run(['encryption-keys', 'rotate'])).toMatchObject({ code: 0 });
  expect(readSealed()).not.toEqual(before);
});

test('a command calls no receiver of webhooks: processes that serve do', async () => {
  let calls = 0;
  const receiver = createServer((_request, response) => {
    calls += 1;
    response.writeHead(204).end();
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const address = receiver.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const environment = { LATCHKEY_WEBHOOK_TARGETS: 'any' };
  const made = await post('/webhooks', { url: `http://127.0.0.1:${port}/hooks` }, environment);
  const store = openStore({ database: `file:${databasePath()}` });
  await store.insertDelivery({
    webhookId: made.data.id,
    eventId: 'evt_1',
    type: 'webhook.test',
    integrationId: undefined,
    connectionId: undefined,
    payload: '{}',
    createdAt: new Date(),
  });
  await store.close();

  expect(await workplace.run(['keys', 'list'], environment)).toMatchObject({ code: 0 });
  expect(calls).toBe(0);
  const serving = await workplace.serve(environment);
  await expect.poll(() => calls).toBe(1);
  await serving.stop();
  receiver.close();
  receiver.closeAllConnections();
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { webhookEvent } from '@latchkey/protocol';
import { createSandbox, type Sandbox } from '@latchkey/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateSecretKey } from '../secret-key.ts';
import { connectBody } from '../testing/start-api.ts';
import { startPostgres, type TestPostgres } from '../testing/start-postgres.ts';
import { startReceiver, type ReceivedPost, type TestReceiver } from '../testing/start-receiver.ts';
import { startServerProcess, type ServerProcess } from '../testing/start-server-process.ts';
import { generateEncryptionKey } from '../vault/encryption-key.ts';

const secretKey = generateSecretKey();
const encryptionKey = generateEncryptionKey();
const folder = mkdtempSync(join(tmpdir(), 'latchkey-'));
const running = new Set<ServerProcess>();
let sandbox: Sandbox;
let postgres: TestPostgres;
let receiver: TestReceiver;

beforeAll(async () => {
  [sandbox, postgres, receiver] = await Promise.all([createSandbox({ port: 0 }), startPostgres(), startReceiver()]);
}, 60_000);
afterAll(async () => {
  await Promise.all([...running].map(kill));
  await Promise.all([sandbox.close(), postgres.stop(), receiver.close()]);
  rmSync(folder, { recursive: true });
});

async function start(database: string, aheadMs = 0): Promise<ServerProcess> {
  const options = { webhookTargets: 'any', refreshIdleConnections: false };
  const server = await startServerProcess({ database, encryptionKey, secretKey, hosts: sandbox.hosts, options, aheadMs });
  running.add(server);
  return server;
}

async function kill(server: ServerProcess): Promise<void> {
  await server.kill();
  running.delete(server);
}

async function call({ url }: ServerProcess, method: string, path: string, json?: unknown) {
  const response = await fetch(url + path, {
    method,
    headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' },
    ...(json !== undefined && { body: JSON.stringify(json) }),
  });
  return { status: response.status, body: await response.json() };
}

/** Stores a connection; `undefined` when the server was killed before it said so. */
async function importConnection(server: ServerProcess, connectionId: string): Promise<string | undefined> {
  const { connection_config, credentials } = connectBody(sandbox.environments[0]!);
  const body = {
    provider_config_key: 'pingone-cc',
    connection_id: connectionId,
    connection_config,
    credentials: { type: 'OAUTH2_CC', ...credentials },
  };
  try {
    return (await call(server, 'POST', '/connections', body)).status === 201 ? connectionId : undefined;
  } catch {
    return undefined;
  }
}

const ROUNDS = 3;
const AT_ONCE = 6;

/** What receivers do in a round: take the event, refuse it, or never answer. */
const behaviours: readonly TestReceiver['answer'][] = [
  (response) => void response.writeHead(204).end(),
  (response) => void response.writeHead(500).end(),
  () => undefined,
];

describe('Servers that are killed between a change and its delivery', () => {
  it.each(['SQLite', 'PostgreSQL'])(
    'lose no event on %s, and those that come after them deliver each once',
    { timeout: 120_000 },
    async (engine) => {
      const database = engine === 'SQLite' ? join(folder, 'latchkey.db') : postgres.urlOf('postgres');
      receiver.posts.length = 0;
      const acknowledged: string[] = [];
      let secret = '';
      for (let round = 0; round < ROUNDS; round += 1) {
        receiver.answer = behaviours[round % behaviours.length]!;
        const server = await start(database);
        if (round === 0) secret = (await call(server, 'POST', '/webhooks', { url: receiver.url })).body.data.secret;
        const imports = Array.from({ length: AT_ONCE }, (_, index) => importConnection(server, `${engine}-${round}-${index}`));
        // With the first, so that others are in every stage of it.
        await Promise.any(imports);
        await kill(server);
        acknowledged.push(...(await Promise.all(imports)).filter((id) => id !== undefined));
      }
      expect(acknowledged.length).toBeGreaterThanOrEqual(ROUNDS);

      // Later, so that what the killed ones had taken, or was to be tried again, is due.
      receiver.answer = behaviours[0]!;
      const before = receiver.posts.length;
      const [one] = await Promise.all([start(database, 120_000), start(database, 120_000)]);
      const [webhook] = (await call(one, 'GET', '/webhooks')).body.data;
      const list = async (state: string) =>
        (await call(one, 'GET', `/webhooks/${webhook.id}/deliveries?state=${state}&limit=100`)).body.data;
      while ((await list('pending')).length > 0) await new Promise((resolve) => setImmediate(resolve));

      const genuine = ({ event }: ReceivedPost): string => event.data.connection_id;
      const told = new Set(receiver.posts.map((post) => webhookEvent.parse(post.verify(secret)) && genuine(post)));
      expect([...told]).toEqual(expect.arrayContaining(acknowledged));
      const stored = (await call(one, 'GET', '/connections')).body.connections.map(
        ({ connection_id }: { connection_id: string }) => connection_id,
      );
      expect(new Set(stored)).toEqual(told);
      const late = receiver.posts.slice(before).map(genuine);
      expect(new Set(late).size).toBe(late.length);
      await Promise.all([...running].map(kill));
    },
  );
});

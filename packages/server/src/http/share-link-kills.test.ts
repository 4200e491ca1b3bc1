import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandbox, type Sandbox } from '@latchkey/sandbox';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generateSecretKey } from '../secret-key.ts';
import { connectBody } from '../testing/start-api.ts';
import { startServerProcess, type ServerProcess } from '../testing/start-server-process.ts';
import { generateEncryptionKey } from '../vault/encryption-key.ts';

const secretKey = generateSecretKey();
const encryptionKey = generateEncryptionKey();
const folder = mkdtempSync(join(tmpdir(), 'latchkey-'));
let sandbox: Sandbox;
let server: ServerProcess;

beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 });
});
afterAll(async () => {
  await server.kill();
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

async function start(): Promise<void> {
  const options = { hostedPage: true, refreshIdleConnections: false };
  server = await startServerProcess({ database: join(folder, 'links.db'), encryptionKey, secretKey, hosts: sandbox.hosts, options });
}

async function call(method: string, path: string, json?: unknown, token = secretKey) {
  const response = await fetch(server.url + path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(json !== undefined && { body: JSON.stringify(json) }),
  });
  return response.json();
}

/** Opens a link and connects; ends early when the server is killed. */
async function follow(url: string): Promise<void> {
  try {
    const { data } = await call('POST', '/connect/links/open', { token: url.split('#share=')[1] });
    await call('POST', '/connect/connections', connectBody(sandbox.environments[0]!), data.session_token);
  } catch {
    // It was killed.
  }
}

const ROUNDS = 8;
const AT_ONCE = 6;

it(
  'Servers that are killed while people connect leave a connection for each link that was used, and none for one that is open.',
  { timeout: 120_000 },
  async () => {
    const made: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await start();
      const links: string[] = [];
      for (let index = 0; index < AT_ONCE; index += 1) {
        const endUser = { id: `user-${made.length}` };
        links.push((await call('POST', '/connect/links', { integration_id: 'pingone-cc', end_user: endUser })).data.url);
        made.push(endUser.id);
      }
      const following = links.map((url) => follow(url));
      // One of them has come to its end, and the others are wherever they are.
      await following[round % AT_ONCE];
      await server.kill();
      await Promise.all(following);
    }

    await start();
    const { data } = await call('GET', '/connect/links?limit=200');
    const { connections } = await call('GET', '/connections');
    const used = data.filter(({ state }: { state: string }) => state === 'used');
    expect(data).toHaveLength(ROUNDS * AT_ONCE);
    expect(used.map((link: { connection_id: string }) => link.connection_id).toSorted()).toEqual(
      connections.map((connection: { connection_id: string }) => connection.connection_id).toSorted(),
    );
    // Else the moments were not well chosen, and nothing was tried.
    expect(used.length).toBeGreaterThan(0);
    expect(used.length).toBeLessThan(data.length);
  },
);

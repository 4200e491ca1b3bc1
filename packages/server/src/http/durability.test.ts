import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createSandbox, type Sandbox } from '@latchkey/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateSecretKey } from '../secret-key.ts';
import { connectBody } from '../testing/start-api.ts';
import { generateEncryptionKey } from '../vault/encryption-key.ts';

const script = fileURLToPath(new URL('../testing/run-server.ts', import.meta.url));
const secretKey = generateSecretKey();
const encryptionKey = generateEncryptionKey();
const folder = mkdtempSync(join(tmpdir(), 'latchkey-'));
const running = new Set<ChildProcess>();
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 });
});
afterAll(async () => {
  await Promise.all([...running].map(kill));
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

async function startServer(): Promise<{ url: string; child: ChildProcess }> {
  const options = JSON.stringify({ database: `file:${join(folder, 'latchkey.db')}`, encryptionKey, secretKey, hosts: sandbox.hosts });
  const child = spawn(process.execPath, ['--conditions=@latchkey/source', script, options], { stdio: ['ignore', 'pipe', 'inherit'] });
  running.add(child);
  const [url] = await once(createInterface({ input: child.stdout }), 'line');
  return { url, child };
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
  running.delete(child);
}

async function call(method: string, url: string, token: string, json?: unknown) {
  const response = await fetch(url, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(json !== undefined && { body: JSON.stringify(json) }),
  });
  return { status: response.status, body: JSON.parse(await response.text()) };
}

describe('A server that is killed the moment it acknowledged a connection', () => {
  it('has lost nothing: the next one lists it and opens it', { timeout: 60_000 }, async () => {
    const [environment] = sandbox.environments;
    const first = await startServer();
    const { body: session } = await call('POST', `${first.url}/connect/sessions`, secretKey, { end_user: { id: 'ada' } });
    const connected = await call('POST', `${first.url}/connect/connections`, session.data.token, connectBody(environment!));
    await kill(first.child);
    expect(connected.status).toBe(201);
    const id = connected.body.data.connection_id;

    const second = await startServer();
    const list = await call('GET', `${second.url}/connections`, secretKey);
    expect(list.body.connections.map(({ connection_id }: { connection_id: string }) => connection_id)).toEqual([id]);
    const opened = await call('GET', `${second.url}/connections/${id}?provider_config_key=pingone-cc`, secretKey);
    expect([opened.status, opened.body.status]).toEqual([200, 'active']);
    const refreshed = await call('GET', `${second.url}/connections/${id}?provider_config_key=pingone-cc&force_refresh=true`, secretKey);
    expect(refreshed.status).toBe(200);
    // The session, too, outlives the process that made it.
    const shown = await call('GET', `${second.url}/connect/session`, session.data.token);
    expect(shown.body.data.connections).toEqual([{ connection_id: id, integration_id: 'pingone-cc' }]);
  });
});

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../clock.ts';
import { generateSecretKey } from '../secret-key.ts';
import { openStore } from '../store/open-store.ts';
import type { StoredConnection } from '../store/store.ts';
import { insertOpenable } from '../testing/make-deps.ts';
import { startPostgres, type TestPostgres } from '../testing/start-postgres.ts';
import { startTokenEndpoint, type TokenEndpoint } from '../testing/start-token-endpoint.ts';
import { generateEncryptionKey } from '../vault/encryption-key.ts';
import { createVault } from '../vault/vault.ts';

const script = fileURLToPath(new URL('../testing/run-server.ts', import.meta.url));
const secretKey = generateSecretKey();
const encryptionKey = generateEncryptionKey();
const folder = mkdtempSync(join(tmpdir(), 'latchkey-'));
const running = new Set<ChildProcess>();
let endpoint: TokenEndpoint;
let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
beforeEach(async () => {
  endpoint = await startTokenEndpoint();
});
afterEach(async () => {
  await Promise.all([...running].map(kill));
  endpoint.close();
});
afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true });
});

interface RunningServer {
  readonly url: string;
  readonly child: ChildProcess;
}

async function startServer(database: string, options: object = {}): Promise<RunningServer> {
  const { hosts } = endpoint;
  const given = JSON.stringify({ database, encryptionKey, secretKey, hosts, options });
  const child = spawn(process.execPath, ['--conditions=@latchkey/source', script, given], { stdio: ['ignore', 'pipe', 'inherit'] });
  running.add(child);
  const [url] = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    once(child, 'exit').then(() => Promise.reject(new Error('The server ended before it said its URL.'))),
  ]);
  return { url, child };
}

async function kill(child: ChildProcess): Promise<void> {
  running.delete(child);
  if (child.exitCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Stores a connection whose token expired a minute ago. */
async function insertExpired(database: string, refreshToken?: string): Promise<StoredConnection> {
  const store = openStore({ database });
  await store.migrate();
  const clock = { ...systemClock, now: () => new Date(Date.now() - 3_660_000) };
  const signedIn = refreshToken === undefined ? {} : { integrationId: 'pingone', provider: 'pingone' };
  const tokens = {
    accessToken: 'expired',
    ...(refreshToken !== undefined && { refreshToken }),
    expiresAt: new Date(Date.now() - 60_000),
    raw: {},
  };
  const connection = await insertOpenable(store, { vault: createVault([encryptionKey]), clock }, tokens, signedIn);
  await store.close();
  return connection;
}

async function readToken({ url }: RunningServer, { connectionId, integrationId }: StoredConnection, query = ''): Promise<string> {
  const response = await fetch(`${url}/connections/${connectionId}?provider_config_key=${integrationId}${query}`, {
    headers: { authorization: `Bearer ${secretKey}` },
  });
  const body = await response.json();
  return response.status === 200 ? (body.credentials.token ?? body.credentials.access_token) : `${response.status} ${body.error.code}`;
}

describe.each([
  ['one SQLite file', () => join(folder, 'latchkey.db')],
  ['one PostgreSQL database', () => postgres.urlOf('postgres')],
])('Several processes on %s', (_name, urlOf) => {
  it('make one token request for a thousand reads of an expired connection', { timeout: 60_000 }, async () => {
    const database = urlOf();
    const connection = await insertExpired(database);
    const servers = await Promise.all(Array.from({ length: 4 }, () => startServer(database)));
    const tokens = await Promise.all(Array.from({ length: 1000 }, (_, index) => readToken(servers[index % 4]!, connection)));
    expect(new Set(tokens)).toEqual(new Set(['token-1']));
    expect(tokens).toHaveLength(1000);
    expect(endpoint.count()).toBe(1);
  });

  it('finish what one of them began that was killed in the middle', { timeout: 60_000 }, async () => {
    const database = urlOf();
    const connection = await insertExpired(database);
    const options = { requestTimeoutMs: 1000 };
    const [first, ...others] = await Promise.all(Array.from({ length: 3 }, () => startServer(database, options)));
    const held = endpoint.holdNext();
    const broken = readToken(first!, connection).catch(() => 'broken off');
    await held;
    await kill(first!.child);
    expect(await broken).toBe('broken off');
    const tokens = await Promise.all(Array.from({ length: 20 }, (_, index) => readToken(others[index % 2]!, connection)));
    expect(new Set(tokens)).toEqual(new Set(['token-2']));
    expect(endpoint.count()).toBe(2);
  });

  const signIn = { integrations: [{ id: 'pingone', provider: 'pingone', clientId: 'client', clientSecret: 'secret' }] };

  it('send a rotating refresh token once for a thousand reads, and the next one once after that', { timeout: 60_000 }, async () => {
    const database = urlOf();
    const connection = await insertExpired(database, 'refresh-0');
    const servers = await Promise.all(Array.from({ length: 4 }, () => startServer(database, signIn)));
    const tokens = await Promise.all(Array.from({ length: 1000 }, (_, index) => readToken(servers[index % 4]!, connection)));
    expect(new Set(tokens)).toEqual(new Set(['token-1']));
    expect(await readToken(servers[1]!, connection, '&force_refresh=true')).toBe('token-2');
    expect(endpoint.refreshTokens).toEqual(['refresh-0', 'refresh-1']);
  });

  it('never send a refresh token again whose refresh was killed in the middle', { timeout: 60_000 }, async () => {
    const database = urlOf();
    const connection = await insertExpired(database, 'refresh-0');
    const [first, ...others] = await Promise.all(
      Array.from({ length: 3 }, () => startServer(database, { ...signIn, requestTimeoutMs: 1000 })),
    );
    const held = endpoint.holdNext();
    const broken = readToken(first!, connection).catch(() => 'broken off');
    await held;
    await kill(first!.child);
    await broken;
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => readToken(others[index % 2]!, connection)));
    expect(new Set(answers)).toEqual(new Set(['424 invalid_credentials']));
    expect(endpoint.refreshTokens).toEqual(['refresh-0']);
  });
});

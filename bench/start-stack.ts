import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandbox } from '../packages/sandbox/src/index.ts';
import { generateEncryptionKey, generateSecretKey } from '../packages/server/src/index.ts';
import { startProcess, type BenchProcess } from './start-process.ts';

/** Everything that is measured, each in a process of its own. */
export interface Stack {
  readonly upstream: BenchProcess;
  readonly bare: BenchProcess;
  readonly latchkey: BenchProcess;
  /** How long Latchkey took from the start of its process to its first answer of 200, in milliseconds. */
  readonly coldStartMs: number;
  readonly load: BenchProcess;
  /** Where Latchkey's API is. */
  readonly apiUrl: string;
  readonly secretKey: string;
  readonly connectionId: string;
  /** What the proxy is called with. */
  readonly headers: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** What `deploy/` starts Node.js with. The baseline has it too. */
const DEPLOYED = ['--max-semi-space-size=8'];
Object.assign(process.env, { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '65536' });

/** Starts it, with one connection to an environment of the sandbox, whose API is the upstream. */
export async function startStack(execArgv: readonly string[] = []): Promise<Stack> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-bench-'));
  const sandbox = await createSandbox({ port: 0 });
  const upstream = await startProcess('upstream');
  const secretKey = generateSecretKey();
  const options = {
    publicUrl: 'http://127.0.0.1/latchkey',
    encryptionKeys: [generateEncryptionKey()],
    secretKeys: [secretKey],
    database: `file:${join(folder, 'latchkey.db')}`,
    integrations: [{ id: 'pingone-cc', provider: 'pingone-cc' }],
    ...JSON.parse(process.env['BENCH_OPTIONS'] ?? '{}'),
    providerHosts: { pingone: { ...sandbox.hosts, api: `${upstream.url}/{tld}` } },
  };
  const startedAt = performance.now();
  const latchkey = await startProcess('latchkey-app', [JSON.stringify(options)], [...DEPLOYED, ...execArgv]);
  const apiUrl = `${latchkey.url}/latchkey`;
  const health = await fetch(`${apiUrl}/health`);
  const coldStartMs = performance.now() - startedAt;
  if (health.status !== 200) throw new Error(`GET /health answered ${health.status}.`);

  const bare = await startProcess('bare-proxy', [upstream.url], [...DEPLOYED, ...execArgv]);
  const load = await startProcess('load');
  const connectionId = 'bench';
  await importConnection(apiUrl, secretKey, connectionId, sandbox.environments[0]);
  const headers = { authorization: `Bearer ${secretKey}`, 'provider-config-key': 'pingone-cc', 'connection-id': connectionId };
  return {
    upstream,
    bare,
    latchkey,
    coldStartMs,
    load,
    apiUrl,
    secretKey,
    connectionId,
    headers: { ...headers, accept: 'application/json, text/plain, */*', 'user-agent': 'bench' },
    async stop() {
      for (const process of [load, latchkey, bare, upstream]) await process.stop();
      await sandbox.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function importConnection(
  apiUrl: string,
  secretKey: string,
  connectionId: string,
  environment: Awaited<ReturnType<typeof createSandbox>>['environments'][number] | undefined,
): Promise<void> {
  const worker = environment?.workers[0];
  if (!environment || !worker) throw new Error('The sandbox has no worker.');
  const response = await fetch(`${apiUrl}/connections`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      provider_config_key: 'pingone-cc',
      connection_id: connectionId,
      connection_config: { environmentId: environment.environmentId, tld: environment.tld },
      credentials: { type: 'OAUTH2_CC', client_id: worker.clientId, client_secret: worker.clientSecret },
    }),
  });
  if (!response.ok) throw new Error(`POST /connections answered ${response.status}: ${await response.text()}`);
}

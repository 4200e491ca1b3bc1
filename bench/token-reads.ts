/**
 * How fast a credential is read, as ratios to a bare read of the store in the same run: part of `pnpm bench`. Timings differ from machine to
 * machine, ratios hardly.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../packages/server/src/clock.ts';
import type { ConnectionKey } from '../packages/server/src/core/connect-session.ts';
import { openStore } from '../packages/server/src/store/open-store.ts';
import { insertOpenable, makeDeps } from '../packages/server/src/testing/make-deps.ts';
import { openConnection } from '../packages/server/src/use-cases/open-connection.ts';
import { createVault } from '../packages/server/src/vault/vault.ts';
import { generateEncryptionKey } from '../packages/server/src/vault/encryption-key.ts';

const CONNECTIONS = 500;
const ROUND_MS = 300;
const ROUNDS = 7;

const folder = mkdtempSync(join(tmpdir(), 'latchkey-bench-'));
const database = process.env['DATABASE_URL'] ?? join(folder, 'latchkey.db');
const store = openStore({ database });
await store.migrate();

const vault = createVault([generateEncryptionKey()]);
const deps = makeDeps({
  store,
  vault,
  clock: systemClock,
  requestTokenSet: () => Promise.reject(new Error('No token is requested here.')),
});
// As long as PingOne's tokens are.
const tokens = {
  accessToken: 'x'.repeat(900),
  expiresAt: new Date(Date.now() + 3_600_000),
  raw: { token_type: 'Bearer', expires_in: 3600 },
};
const keys: ConnectionKey[] = [];
for (let index = 0; index < CONNECTIONS; index += 1) {
  const { integrationId, connectionId } = await insertOpenable(store, { vault, clock: systemClock }, tokens);
  keys.push({ integrationId, connectionId });
}

const kinds: readonly { readonly name: string; readonly read: (key: ConnectionKey) => Promise<unknown> }[] = [
  { name: 'bare read of the store', read: (key) => store.findConnection(key.integrationId, key.connectionId) },
  { name: 'token from memory', read: (key) => openConnection(deps, key) },
  {
    name: 'token opened anew each time',
    read: (key) => {
      deps.tokenMemory.forget(key);
      return openConnection(deps, key);
    },
  },
];

// All kinds take turns, so that whatever else the machine does meets them alike; the median round counts.
const rates = new Map<string, number[]>(kinds.map(({ name }) => [name, []]));
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const { name, read } of kinds) {
    const rate = await measure(read);
    // The first round warms up.
    if (round > 0) rates.get(name)?.push(rate);
  }
}
const [baseline = 0] = [...rates.values()].map(median);
for (const [name, measured] of rates) {
  const rate = median(measured);
  console.log(
    `${name.padEnd(30)} ${Math.round(rate).toLocaleString('en').padStart(9)} reads/s   ${(rate / baseline).toPrecision(2)} × the bare read`,
  );
}
await store.close();
rmSync(folder, { recursive: true });

async function measure(read: (key: ConnectionKey) => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  let reads = 0;
  while (performance.now() - startedAt < ROUND_MS) {
    for (const key of keys.slice(0, 100)) await read(key);
    keys.push(...keys.splice(0, 100));
    reads += 100;
  }
  return (reads * 1000) / (performance.now() - startedAt);
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

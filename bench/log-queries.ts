/**
 * How long the request log takes at a million operations: to write a batch, and to answer each kind of question. Everything but the first page is
 * printed as a ratio to it, because timings differ from machine to machine: `node --conditions=@latchkey/source bench/log-queries.ts`.
 *
 * Options: how many operations; `DATABASE_URL` for another database than a new SQLite file.
 */

import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildOperationId } from '../packages/server/src/core/operation-id.ts';
import { writeOperation } from '../packages/server/src/core/written-operation.ts';
import type { LoggedOperation } from '../packages/server/src/core/operation.ts';
import { redactExchange } from '../packages/server/src/core/redact-exchange.ts';
import { openStore } from '../packages/server/src/store/open-store.ts';
import type { OperationCursor, OperationFilter } from '../packages/server/src/store/request-log-store.ts';

const OPERATIONS = Number(process.argv[2] ?? 1_000_000);
const BATCH = 100;
const CONNECTIONS = 2000;
const LIMIT = 50;
const ROUNDS = 15;

const folder = mkdtempSync(join(tmpdir(), 'latchkey-bench-'));
const file = join(folder, 'latchkey.db');
const store = openStore({ database: process.env['DATABASE_URL'] ?? file });
await store.migrate();

const start = Date.now() - OPERATIONS * 100;
const responseHeaders = [
  'content-type',
  'application/hal+json;charset=UTF-8',
  'content-length',
  '1659',
  'date',
  new Date().toUTCString(),
  'correlation-id',
  'a8514fac-3966-4eda-bb73-2d34f9bdfafc',
  'cache-control',
  'no-cache, no-store, max-age=0, must-revalidate',
  ...Array.from({ length: 15 }, (_, index) => [`x-other-${'abcdefghijklmno'.charAt(index)}`, 'value']).flat(),
];

const writes: number[] = [];
for (let from = 0; from < OPERATIONS; from += BATCH) {
  const batch = Array.from({ length: Math.min(BATCH, OPERATIONS - from) }, (_, index) => makeOperation(from + index));
  const startedAt = performance.now();
  await store.saveOperations(batch.map(writeOperation));
  writes.push(performance.now() - startedAt);
}
const last = writes.slice(-1000);
console.log(
  `write of ${BATCH}: median ${format(quantile(last, 0.5))}, p99 ${format(quantile(last, 0.99))}, longest ${format(quantile(last, 1))}`,
);
if (process.env['DATABASE_URL'] === undefined) console.log(`${Math.round(statSync(file).size / OPERATIONS)} bytes an operation`);

const middle = new Date(start + OPERATIONS * 50);
const questions: readonly {
  readonly name: string;
  readonly filter: OperationFilter;
  readonly after?: OperationCursor;
  readonly all?: true;
}[] = [
  { name: 'first page', filter: {} },
  { name: 'page in the middle', filter: {}, after: { startedAt: middle, rowId: OPERATIONS / 2 } },
  { name: 'status: failed', filter: { statuses: ['failed'] } },
  { name: 'status: success', filter: { statuses: ['success'] } },
  { name: 'type: refresh', filter: { types: ['refresh'] } },
  { name: 'one connection', filter: { connectionId: makeConnectionId(7) } },
  { name: 'an integration with few', filter: { integrationId: 'rare' } },
  { name: 'an hour, in the middle', filter: { from: middle, to: new Date(middle.getTime() + 3_600_000) } },
  { name: 'failed refreshes', filter: { statuses: ['failed'], types: ['refresh'] } },
  { name: 'failed, in an integration with few', filter: { statuses: ['failed'], integrationId: 'rare' } },
  {
    name: 'proxy and refresh, failed, of one connection',
    filter: { types: ['proxy', 'refresh'], statuses: ['failed'], connectionId: makeConnectionId(7) },
  },
  { name: 'search: a path, found at once', filter: { search: '/users' } },
  { name: 'search: found nowhere, one page', filter: { search: 'nothing has this' } },
  { name: 'search: a connection’s id', filter: { search: makeConnectionId(9) } },
  { name: 'search: found nowhere, to the end', filter: { search: 'nothing has this' }, all: true },
];
let baseline: number | undefined;
for (const { name, filter, after, all } of questions) {
  const times: number[] = [];
  let found = 0;
  let pages = 0;
  for (let round = 0; round < (all ? 1 : ROUNDS); round += 1) {
    [found, pages] = [0, 0];
    let cursor = after;
    const startedAt = performance.now();
    for (;;) {
      const page = await store.listOperations(filter, { limit: LIMIT, ...(cursor && { after: cursor }) });
      found += page.operations.length;
      pages += 1;
      cursor = page.next;
      if (!all || cursor === undefined) break;
    }
    times.push(performance.now() - startedAt);
  }
  const time = quantile(times, 0.5);
  baseline ??= time;
  const ratio = `${(time / baseline).toFixed(1)} × the first page`;
  console.log(
    `${name.padEnd(46)} ${format(time).padStart(10)}  longest ${format(quantile(times, 1)).padStart(10)}  ${ratio.padEnd(26)} ${found} in ${pages}`,
  );
}

const removals: number[] = [];
for (let round = 0; round < 50; round += 1) {
  const startedAt = performance.now();
  await store.deleteOperations({ startedBefore: new Date(0), maxRows: OPERATIONS / 2, limit: 200 });
  removals.push(performance.now() - startedAt);
}
console.log(`removal of 200: median ${format(quantile(removals, 0.5))}, longest ${format(quantile(removals, 1))}`);

await store.close();
rmSync(folder, { recursive: true });

function makeConnectionId(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

function makeOperation(index: number): LoggedOperation {
  const startedAt = new Date(start + index * 100);
  const endedAt = new Date(startedAt.getTime() + 80);
  const type = index % 50 === 0 ? 'refresh' : index % 997 === 0 ? 'connect' : 'proxy';
  const failed = index % 41 === 0;
  const message = redactExchange({
    method: 'GET',
    url: `https://api.pingone.eu/v1/environments/${makeConnectionId(index % 300)}/${index % 3 === 0 ? 'users' : 'groups'}?limit=10&filter=x`,
    startedAt,
    endedAt,
    status: failed ? 404 : 200,
    requestHeaders: ['accept', 'application/json', 'authorization', 'Bearer x', 'user-agent', 'node'],
    requestBytes: 0,
    responseHeaders,
    responseBytes: 1659,
  });
  return {
    operationId: buildOperationId(startedAt, crypto.randomUUID()),
    type,
    status: failed ? 'failed' : 'success',
    startedAt,
    endedAt,
    integrationId: index % 100_003 === 0 ? 'rare' : 'pingone-cc',
    connectionId: makeConnectionId((index * 7919) % CONNECTIONS),
    endUserId: `user-${index % 5000}`,
    caller: { type: 'secret_key', id: 'key-1', name: 'production' },
    requestId: crypto.randomUUID(),
    error: failed ? { code: 'http_404', message: 'The provider answered with the status 404.' } : undefined,
    lastMessage: { method: message.method, url: message.url, status: message.status },
    messageCount: 1,
    messages: [message],
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function format(ms: number): string {
  return `${ms.toFixed(2)} ms`;
}

/** A server in a process of its own, for tests that kill it. Prints its URL as its first line. */

import { once } from 'node:events';
import { createServer } from 'node:http';
import { flushCompileCache } from 'node:module';
import express from 'express';
import { systemClock } from '../clock.ts';
import { createConnect } from '../connect.ts';

const { database, encryptionKey, secretKey, hosts, options = {}, aheadMs = 0 } = JSON.parse(process.argv[2] ?? '{}');

const app = express();
const server = createServer(app).listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
const ignore = (): void => undefined;
const connect = createConnect({
  publicUrl: url,
  encryptionKeys: [encryptionKey],
  secretKeys: [secretKey],
  database,
  integrations: [{ id: 'pingone-cc', provider: 'pingone-cc' }],
  providerHosts: { pingone: hosts },
  logger: { info: ignore, warn: ignore, error: ignore },
  clock: { ...systemClock, now: () => new Date(Date.now() + aheadMs) },
  ...options,
});
app.use(connect.router);
await connect.ready;
process.stdout.write(`${url}\n`);
// Node.js writes its cache of what it compiled when a process ends, which one that is killed never does.
flushCompileCache();

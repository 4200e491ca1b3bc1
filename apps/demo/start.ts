import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createSandbox, type Sandbox } from '@latchkey/sandbox';
import { createConnect, generateEncryptionKey, generateSecretKey, hashPassword, servePages, serveScript } from '@latchkey/server';
import express from 'express';
import { build } from 'vite';
import { createDemoApp } from './server.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const DEMO_PORT = 4500;
const SANDBOX_PORT = 4600;

const usualFolder = here('../../.demo');
const dataFolder = resolve(process.env['DEMO_DATA_DIR'] ?? usualFolder);
mkdirSync(dataFolder, { recursive: true });

for (const config of ['vite.config.ts', '../console/vite.config.ts', '../hosted/vite.config.ts', '../hosted/vite.script.config.ts'])
  await build({ configFile: here(config) });
const sandbox = await startSandbox();
const { encryptionKey, secretKey, consolePassword } = readKeys(join(dataFolder, 'keys.json'));

const [webApp] = sandbox.environments[0]?.webApps ?? [];
if (!webApp) throw new Error('The sandbox has no web app to sign in through.');

const server = createServer();
await listen(server, DEMO_PORT);
const demoUrl = `http://localhost:${addressOf(server).port}`;
const apiUrl = `${demoUrl}/latchkey`;

const connect = createConnect({
  publicUrl: apiUrl,
  encryptionKeys: [encryptionKey],
  secretKeys: [secretKey],
  database: process.env['DATABASE_URL'] ?? `file:${join(dataFolder, 'latchkey.db')}`,
  integrations: [
    { id: 'pingone-cc', provider: 'pingone-cc' },
    { id: 'pingone', provider: 'pingone', clientId: webApp.clientId, clientSecret: webApp.clientSecret },
  ],
  providerHosts: { pingone: sandbox.hosts },
  // Besides the demo's own pages, the one of examples/no-react.
  allowedOrigins: [demoUrl, 'http://localhost:4510'],
  hostedPage: true,
  console: { passwordHash: await hashPassword(consolePassword) },
  app: { name: 'Rollcall', logoUrl: '/icon.svg' },
});
await connect.ready;

const app = express();
app.use('/latchkey/link', servePages({ folder: here('../hosted/dist/page'), apiUrl: '/latchkey' }));
app.use('/console', servePages({ folder: here('../console/dist'), apiUrl: '/latchkey' }));
app.use('/latchkey', serveScript({ folder: here('../hosted/dist/script') }));
app.use(createDemoApp({ connect, apiUrl, secretKey, authHost: sandbox.hosts.auth, pages: here('dist') }));
server.on('request', app);

const consoleUrl = `${demoUrl}/console`;
const stack = {
  demoUrl,
  apiUrl,
  consoleUrl,
  consolePassword,
  sandboxUrl: sandbox.url,
  secretKey,
  sandbox: { environments: sandbox.environments },
};
for (const folder of new Set([usualFolder, dataFolder])) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'stack.json'), `${JSON.stringify(stack, null, 2)}\n`, { mode: 0o600 });
}
printWelcome();

let ending = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end());

async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  server.close();
  server.closeAllConnections();
  await connect.close();
  await sandbox.close();
}

async function startSandbox(): Promise<Sandbox> {
  try {
    return await createSandbox({ port: SANDBOX_PORT });
  } catch (error) {
    if (!isPortTaken(error)) throw error;
    return createSandbox({ port: 0 });
  }
}

async function listen(target: Server, port: number): Promise<void> {
  const attempt = (wanted: number): Promise<void> =>
    new Promise((done, fail) => {
      target.once('error', fail);
      target.listen(wanted, '127.0.0.1', () => {
        target.off('error', fail);
        done();
      });
    });
  try {
    await attempt(port);
  } catch (error) {
    if (!isPortTaken(error)) throw error;
    await attempt(0);
  }
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

function addressOf(target: Server): AddressInfo {
  const address = target.address();
  if (address === null || typeof address === 'string') throw new Error('The demo server has no port.');
  return address;
}

/** What the demo keeps from start to start, so that connections can still be opened, and the console be signed in to. */
interface Keys {
  readonly encryptionKey: string;
  readonly secretKey: string;
  readonly consolePassword: string;
}

/** Keys are made at the first start, and whenever one is missing. */
function readKeys(file: string): Keys {
  const made: Keys = {
    encryptionKey: generateEncryptionKey(),
    secretKey: generateSecretKey(),
    consolePassword: randomBytes(12).toString('base64url'),
  };
  const kept: Partial<Keys> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const keys = { ...made, ...kept };
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
  return keys;
}

function printWelcome(): void {
  const environment = sandbox.environments[0];
  const user = environment?.users[0];
  const worker = environment?.workers.find(
    ({ enabled, roles, authMethod }) => enabled && roles.length > 0 && authMethod === 'CLIENT_SECRET_POST',
  );
  console.log(`
  Rollcall, a SaaS app        ${demoUrl}
  the form alone              ${demoUrl}/embed#session_token=…&integration=pingone-cc
  the console                 ${consoleUrl}   (password: ${consolePassword})
  the sandbox, a PingOne      ${sandbox.url}

  Log in as anybody, open Settings, press Connect PingOne, and type:

    Environment ID   ${environment?.environmentId}
    Region           found by itself
    Client ID        ${worker?.clientId}
    Client Secret    ${worker?.clientSecret}

  Or press Sign in with PingOne, give the same Environment ID, and sign on as

    Username         ${user?.username}
    Password         ${user?.password}

  Everything for scripts is in ${join(dataFolder, 'stack.json')}. Ctrl-C ends it all.
`);
}

import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createConnect, type Connect } from '@latchkey/server';
import { buildOptions, DEFAULT_DATA_DIR } from '../build-options.ts';
import type { Command } from '../command.ts';
import { createApp } from '../create-app.ts';
import { openDataFolder } from '../data-folder.ts';
import { listen } from '../listen.ts';
import { loadSettings } from '../load-settings.ts';
import { prepareConsolePassword, prepareEncryptionKeys } from '../prepare-secrets.ts';
import { formatWelcome } from '../print-welcome.ts';

/** How long requests under way may take after the process was told to end, in milliseconds. */
const END_WITHIN_MS = 15_000;

/** `latchkey serve`: one process with the API, the console and the hosted page, until it is told to end. */
export const serve: Command = async ({ environment, print, warn }) => {
  const settings = loadSettings(environment, warn);
  const folder = openDataFolder(settings.dataDir ?? DEFAULT_DATA_DIR);
  const encryptionKeys = await prepareEncryptionKeys(settings, folder);
  const password = await prepareConsolePassword(settings, folder);

  const server = createServer();
  const port = await listen(server, settings.host ?? '127.0.0.1', settings.port);
  const publicUrl = (settings.publicUrl ?? `http://localhost:${port}`).replace(/\/+$/, '');
  const connect = createConnect(buildOptions(settings, { publicUrl, encryptionKeys }));
  try {
    await connect.ready;
    const newSecretKey = await makeFirstKey(connect, settings.secretKeys);
    server.on('request', createApp({ connect, publicUrl, trustProxy: settings.trustProxy ?? 0 }));
    print(formatWelcome({ publicUrl, newPassword: password?.made, newSecretKey }));
    await untilTold();
  } finally {
    await end(server, connect);
  }
  return 0;
};

/** The first key of a new deployment: with it a backend can begin at once. */
async function makeFirstKey(connect: Connect, given: readonly string[] | undefined): Promise<string | undefined> {
  if (given !== undefined && given.length > 0) return undefined;
  const { data } = await connect.listSecretKeys();
  if (data.length > 0) return undefined;
  return (await connect.createSecretKey({ name: 'First key', scopes: ['all'] })).data.key;
}

async function untilTold(): Promise<void> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
}

/** Lets nobody in any more, waits for who is inside, and closes the database. */
async function end(server: Server, connect: Connect): Promise<void> {
  const impatience = setTimeout(() => server.closeAllConnections(), END_WITHIN_MS);
  server.close();
  server.closeIdleConnections();
  await connect.close();
  server.closeAllConnections();
  clearTimeout(impatience);
}

import { createServer } from 'node:http';
import { createConnect, createLogger, type Connect } from '@latchkey/server';
import { buildOptions, DEFAULT_DATA_DIR, isShared, readDatabase } from '../build-options.ts';
import type { Command, CommandContext } from '../command.ts';
import { createApp } from '../create-app.ts';
import { openDataFolder } from '../data-folder.ts';
import { endServer, untilTold } from '../end-server.ts';
import { findPages } from '../find-pages.ts';
import { listen } from '../listen.ts';
import { loadSettings } from '../load-settings.ts';
import { takeNothing } from '../parse-words.ts';
import { keepConsolePassword, prepareConsolePassword, prepareEncryptionKeys } from '../prepare-secrets.ts';
import { formatWelcome } from '../print-welcome.ts';
import { readPublicUrl } from '../read-public-url.ts';
import type { Settings } from '../read-settings.ts';

/** What one client may keep a connection busy with, in milliseconds. */
const LIMITS = {
  // Who sends a header letter by letter would otherwise hold a socket for long.
  headersTimeout: 15_000,
  // With its body, which the proxy passes on while it comes.
  requestTimeout: 300_000,
  // Longer than load balancers keep theirs, so that none sends a request into a connection that is being closed.
  keepAliveTimeout: 75_000,
};

/** `latchkey serve`: one process with the API, the console and the hosted page, until it is told to end. */
export const serve: Command = {
  about: 'the API, the console and the hosted page, in one process',
  usage: `latchkey serve

  Serves the API, the console and the hosted page until it is told to end (SIGINT or SIGTERM).
  In an empty folder it needs no settings: it makes what it needs, and says once how to sign in.
  Log lines are JSON, on standard error.`,
  run,
};

async function run({ words, environment, print, warn }: CommandContext): Promise<number> {
  takeNothing(words);
  const settings = loadSettings(environment, warn);
  const pages = findPages(settings);
  const folder = openDataFolder(settings.dataDir ?? DEFAULT_DATA_DIR);
  const encryptionKeys = await prepareEncryptionKeys(settings, folder);
  const password = await prepareConsolePassword(settings, folder);

  const server = createServer(LIMITS);
  const told = untilTold();
  const port = await listen(server, settings.host ?? '127.0.0.1', settings.port);
  let connect: Connect | undefined;
  try {
    const publicUrl = readPublicUrl(settings, port);
    const options = buildOptions(settings, { publicUrl, encryptionKeys, passwordHash: password?.hash });
    connect = createConnect({ ...options, logger: createLogger('stderr') });
    // What comes before the database is ready waits for it.
    server.on('request', createApp({ connect, pages, logoUrl: settings.appLogoUrl, trustProxy: settings.trustProxy ?? 0 }));
    await connect.ready;
    const newSecretKey = await makeFirstKey(connect, settings);
    print(formatWelcome({ publicUrl, newPassword: password?.made, newSecretKey }));
    if (password !== undefined) await keepConsolePassword(password, folder);
    if (options.console === undefined) warn('Nobody can sign in to the console: set LATCHKEY_CONSOLE_PASSWORD, or LATCHKEY_OIDC_ISSUER.');
    await told;
  } finally {
    await endServer(server, connect);
  }
  return 0;
}

/** The first key of a new deployment: with it a backend can begin at once. Of several processes each would make one. */
async function makeFirstKey(connect: Connect, settings: Settings): Promise<string | undefined> {
  if (settings.secretKeys !== undefined || isShared(readDatabase(settings))) return undefined;
  const { data } = await connect.listSecretKeys();
  if (data.length > 0) return undefined;
  return (await connect.createSecretKey({ name: 'First key', scopes: ['all'] })).data.key;
}

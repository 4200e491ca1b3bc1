#!/usr/bin/env node
import { ConnectError, OptionsError } from '@latchkey/server';
import { UsageError, type Command } from './command.ts';
import { encryptionKeys } from './commands/encryption-keys.ts';
import { keys } from './commands/keys.ts';
import { migrate } from './commands/migrate.ts';
import { serve } from './commands/serve.ts';
import { SettingsError } from './settings-error.ts';

const commands: Readonly<Record<string, Command>> = { serve, keys, 'encryption-keys': encryptionKeys, migrate };

const USAGE = `latchkey COMMAND

  serve              the API, the console and the hosted page, in one process
  keys               makes, lists and revokes secret keys
  encryption-keys    makes an encryption key, and seals everything with the newest
  migrate            brings the database to the newest version
  doctor             finds out what would keep Latchkey from working
  import             takes over the connections of an export

Settings are environment variables: docs/standalone.md lists them.`;

const write = (stream: NodeJS.WriteStream) => (line: string) => void stream.write(`${line}\n`);
const [name = '', ...words] = process.argv.slice(2);

try {
  const command = commands[name];
  if (command === undefined) throw new UsageError(USAGE);
  process.exitCode = await command({ words, environment: process.env, print: write(process.stdout), warn: write(process.stderr) });
} catch (error) {
  write(process.stderr)(explain(error));
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

/** What went wrong and what to do, for who reads it in a terminal. */
function explain(error: unknown): string {
  if (error instanceof ConnectError) return `${error.message} ${error.remedy}`;
  if (error instanceof UsageError || error instanceof SettingsError || error instanceof OptionsError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

#!/usr/bin/env node
import { text } from 'node:stream/consumers';
import { ConnectError, OptionsError } from '@latchkey/server';
import { UsageError, type Command } from './command.ts';
import { doctor } from './commands/doctor.ts';
import { encryptionKeys } from './commands/encryption-keys.ts';
import { importConnections } from './commands/import.ts';
import { keys } from './commands/keys.ts';
import { migrate } from './commands/migrate.ts';
import { serve } from './commands/serve.ts';
import { explainOptions, SettingsError } from './settings-error.ts';

const commands: ReadonlyMap<string, Command> = new Map(
  Object.entries({ serve, keys, 'encryption-keys': encryptionKeys, migrate, doctor, import: importConnections }),
);

const USAGE = `latchkey COMMAND

${[...commands].map(([name, { about }]) => `  ${name.padEnd(18)} ${about}`).join('\n')}

latchkey COMMAND --help tells more. Settings are environment variables, or stand in latchkey.json: docs/standalone.md lists them.`;

// Security: names of keys and ids come from whoever made them, and a terminal obeys control characters.
const CONTROLS = /(?![\t\n])\p{Cc}/gu;

const write = (stream: NodeJS.WriteStream) => (line: string) => void stream.write(`${line.replace(CONTROLS, '\u{FFFD}')}\n`);
// Who reads may have seen enough, as "head" does; that is no reason to end in the middle of something.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
const print = write(process.stdout);
const warn = write(process.stderr);

const [name = '', ...words] = process.argv.slice(2);
const command = commands.get(name);
const helps = new Set(['--help', '-h']);

if (helps.has(name) || name === 'help') print(USAGE);
else if (command === undefined) {
  warn(USAGE);
  process.exitCode = 2;
} else if (words.some((word) => helps.has(word))) print(command.usage);
else process.exitCode = await run(command);

async function run({ run: work, usage }: Command): Promise<number> {
  try {
    return await work({ words, environment: process.env, readInput: () => text(process.stdin), print, warn });
  } catch (error) {
    if (error instanceof UsageError) {
      warn(`${error.message}\n\n${usage}`);
      return 2;
    }
    warn(explain(error));
    return 1;
  }
}

/** What went wrong and what to do, for who reads it in a terminal. */
function explain(error: unknown): string {
  if (error instanceof ConnectError) return `${error.message} ${error.remedy}`;
  if (error instanceof OptionsError) return explainOptions(error).message;
  if (error instanceof SettingsError) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return 'The port is taken. Give another with LATCHKEY_PORT, or end what listens there.';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

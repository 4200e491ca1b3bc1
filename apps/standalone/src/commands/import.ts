import { readFile } from 'node:fs/promises';
import { UsageError, type Command, type CommandContext } from '../command.ts';
import { importAll, type ImportResult } from '../import/import-all.ts';
import { ExportError, readExport } from '../import/read-export.ts';
import { loadSettings } from '../load-settings.ts';
import { openLatchkey } from '../open-latchkey.ts';
import { parseWords, takeNothing } from '../parse-words.ts';

/** `latchkey import`: takes over connections from an export of Nango's API. */
export const importConnections: Command = {
  about: 'takes over connections from an export of Nango’s API',
  usage: `latchkey import FILE [--integration FROM=TO]... [--dry-run] [--replace]

  Imports connections as "GET /connections/{id}?refresh_token=true" answers them: a JSON list, or one on each line.
  Each is stored once it has been used: its credentials got a token, or its token called the API. Prints a line for each:
  what came of it, its id, and why it failed. Ends with 1 when one failed. It can be run again: what is there is left as it is.

  FILE                    - reads what is piped in
  --integration FROM=TO   the integration FROM is called TO here; may be given several times
  --dry-run               only reads the export, and says what would be imported
  --replace               also gives connections that are there the credentials of the export`,

  async run(context) {
    const { values, positionals } = parseWords(context.words, {
      integration: { type: 'string', multiple: true },
      'dry-run': { type: 'boolean' },
      replace: { type: 'boolean' },
    });
    const [file, ...rest] = positionals;
    takeNothing(rest);
    if (file === undefined) throw new UsageError('Which file?');
    const rename = new Map((values.integration ?? []).map(readRename));
    const exported = await readExported(file, context);
    if (exported === undefined) return 1;

    const connect = await openLatchkey(loadSettings(context.environment, context.warn));
    const counts = { imported: 0, checked: 0, present: 0, failed: 0 };
    const onResult = ({ connectionId, outcome, reason }: ImportResult): void => {
      counts[outcome] += 1;
      context.print([outcome, connectionId, ...(reason === undefined ? [] : [reason])].join('\t'));
    };
    try {
      await importAll(exported, { connect, rename, isDryRun: values['dry-run'] ?? false, replaces: values.replace ?? false, onResult });
    } finally {
      await connect.close();
    }
    const done = values['dry-run'] ? `${counts.checked} can be imported` : `${counts.imported} imported`;
    context.warn(`${done}, ${counts.present} there already, ${counts.failed} failed.`);
    return counts.failed === 0 ? 0 : 1;
  },
};

async function readExported(file: string, { readInput, warn }: CommandContext): Promise<readonly unknown[] | undefined> {
  try {
    return readExport(await (file === '-' ? readInput() : readFile(file, 'utf8')));
  } catch (error) {
    if (error instanceof ExportError) warn(error.message);
    else warn(`${file} cannot be read. See that it is there, and that this process may read it.`);
    return undefined;
  }
}

function readRename(text: string): readonly [string, string] {
  const [from = '', to = '', ...rest] = text.split('=');
  if (from === '' || to === '' || rest.length > 0)
    throw new UsageError(`--integration takes FROM=TO, such as --integration pingone-old=pingone-cc.`);
  return [from, to];
}

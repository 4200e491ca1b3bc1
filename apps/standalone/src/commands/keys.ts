import { parseArgs } from 'node:util';
import { keyScopes, type KeyGrant } from '@latchkey/protocol';
import { UsageError, type Command } from '../command.ts';
import { loadSettings } from '../load-settings.ts';
import { openLatchkey } from '../open-latchkey.ts';

const USAGE = `latchkey keys create --name NAME [--scope SCOPE …]   makes a secret key and prints it once; without a scope it may do everything
  latchkey keys list                                  lists the keys
  latchkey keys revoke ID                             revokes one
  Scopes: ${keyScopes.join(', ')}, all`;

const grants: ReadonlySet<string> = new Set([...keyScopes, 'all']);

/** `latchkey keys`: makes, lists and revokes secret keys. */
export const keys: Command = async ({ words, environment, print, warn }) => {
  const { values, positionals } = parseWords(words);
  const [verb, id] = positionals;
  const scopes = values.scope ?? ['all'];
  if (!scopes.every(isGrant)) throw new UsageError(`There is no such scope.\n  ${USAGE}`);
  const isUsable = verb === 'list' || (verb === 'create' && values.name !== undefined) || (verb === 'revoke' && id !== undefined);
  if (!isUsable) throw new UsageError(USAGE);

  const { connect } = await openLatchkey(loadSettings(environment, warn));
  try {
    if (verb === 'create') {
      const { data } = await connect.createSecretKey({ name: values.name ?? '', scopes });
      warn(`Made "${data.name}". The key is shown this once:`);
      print(data.key);
    } else if (verb === 'revoke') {
      await connect.revokeSecretKey(id ?? '');
      warn('Revoked.');
    } else {
      for (const key of (await connect.listSecretKeys()).data) {
        print([key.id, key.name, `…${key.hint}`, key.scopes.join(','), key.last_used_at ?? 'never used'].join('\t'));
      }
    }
    return 0;
  } finally {
    await connect.close();
  }
};

function isGrant(scope: string): scope is KeyGrant {
  return grants.has(scope);
}

function parseWords(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { name: { type: 'string' }, scope: { type: 'string', multiple: true } },
    });
  } catch {
    throw new UsageError(USAGE);
  }
}

import { keyScopes, type KeyGrant } from '@latchkey/protocol';
import { UsageError, type Command } from '../command.ts';
import { loadSettings } from '../load-settings.ts';
import { openLatchkey } from '../open-latchkey.ts';
import { parseWords } from '../parse-words.ts';

const grants: ReadonlySet<string> = new Set([...keyScopes, 'all']);

/** `latchkey keys`: makes, lists and revokes secret keys. */
export const keys: Command = {
  about: 'makes, lists and revokes secret keys',
  usage: `latchkey keys create --name NAME [--scope SCOPE]...   makes a secret key and prints it, this once
latchkey keys list [--json]                           lists the keys, never the keys themselves
latchkey keys revoke ID                               revokes one

  --scope SCOPE   what it may do; may be given several times. Default: all
                  ${formatScopes()}`,

  async run({ words, environment, print, warn }) {
    const { values, positionals } = parseWords(words, {
      name: { type: 'string' },
      scope: { type: 'string', multiple: true },
      json: { type: 'boolean' },
    });
    const [verb, id, ...rest] = positionals;
    const order = readOrder(verb, id, values);
    if (rest.length > 0) throw new UsageError(`"${rest.join(' ').slice(0, 64)}" is not understood.`);

    const connect = await openLatchkey(loadSettings(environment, warn));
    try {
      if (order.verb === 'create') {
        const { data } = await connect.createSecretKey({ name: order.name, scopes: order.scopes });
        warn(`Made "${data.name}" (${data.id}). The key is shown this once:`);
        print(data.key);
      } else if (order.verb === 'revoke') {
        await connect.revokeSecretKey(order.id);
        warn('Revoked. Processes that serve refuse it within two seconds.');
      } else {
        const { data } = await connect.listSecretKeys();
        if (values.json) print(JSON.stringify(data, undefined, 2));
        else
          for (const key of data)
            print([key.id, key.name, `…${key.hint}`, key.scopes.join(','), key.last_used_at ?? 'never used'].join('\t'));
      }
      return 0;
    } finally {
      await connect.close();
    }
  },
};

type Order =
  | { readonly verb: 'create'; readonly name: string; readonly scopes: KeyGrant[] }
  | { readonly verb: 'revoke'; readonly id: string }
  | { readonly verb: 'list' };

function readOrder(
  verb: string | undefined,
  id: string | undefined,
  { name, scope: scopes = ['all'] }: { readonly name?: string; readonly scope?: string[] },
): Order {
  if (verb === 'list' && id === undefined) return { verb };
  if (verb === 'create' && id === undefined) {
    if (name === undefined) throw new UsageError('A key needs a name, by which you will know it: --name NAME.');
    const unknown = scopes.filter((scope) => !isGrant(scope));
    if (unknown.length > 0) throw new UsageError(`There is no scope "${unknown.join('", "')}".`);
    return { verb, name, scopes: scopes.filter(isGrant) };
  }
  if (verb === 'revoke') {
    if (id === undefined) throw new UsageError('Which one? "latchkey keys list" tells the ids.');
    return { verb, id };
  }
  throw new UsageError('Say create, list or revoke.');
}

function isGrant(scope: string): scope is KeyGrant {
  return grants.has(scope);
}

function formatScopes(): string {
  return ['all', ...keyScopes].join('\n                  ');
}

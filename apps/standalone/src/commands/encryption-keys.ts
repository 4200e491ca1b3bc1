import { generateEncryptionKey } from '@latchkey/server';
import { DEFAULT_DATA_DIR } from '../build-options.ts';
import { UsageError, type Command, type CommandContext } from '../command.ts';
import { openDataFolder } from '../data-folder.ts';
import { loadSettings } from '../load-settings.ts';
import { openLatchkey } from '../open-latchkey.ts';
import { takeNothing } from '../parse-words.ts';
import { SettingsError } from '../settings-error.ts';

/** `latchkey encryption-keys`: makes keys that seal what is stored, and seals everything with the newest. */
export const encryptionKeys: Command = {
  about: 'makes encryption keys, and seals everything with the newest',
  usage: `latchkey encryption-keys generate   makes an encryption key and prints it
latchkey encryption-keys add        makes one and puts it first in the data folder, where the first start kept its own
latchkey encryption-keys rotate     seals everything anew with the first key, while processes serve

  To replace a key: put a new one first and leave the old one after it ("add", or LATCHKEY_ENCRYPTION_KEYS), restart
  every process, and then rotate. The old key can go when it seals nothing, and no backup that you keep needs it.`,

  run(context) {
    const [verb, ...rest] = context.words;
    takeNothing(rest);
    if (verb === 'generate') return generate(context);
    if (verb === 'add') return add(context);
    if (verb === 'rotate') return rotate(context);
    throw new UsageError('Say generate, add or rotate.');
  },
};

function generate({ print }: CommandContext): Promise<number> {
  print(generateEncryptionKey());
  return Promise.resolve(0);
}

function add({ environment, warn }: CommandContext): Promise<number> {
  const settings = loadSettings(environment, warn);
  const folder = openDataFolder(settings.dataDir ?? DEFAULT_DATA_DIR);
  const kept = settings.encryptionKeys === undefined ? folder.read('encryption-keys') : undefined;
  if (kept === undefined) {
    throw new SettingsError([
      settings.encryptionKeys === undefined
        ? 'The data folder has no key yet; the first start makes one.'
        : 'The keys come from LATCHKEY_ENCRYPTION_KEYS. Make one with "latchkey encryption-keys generate", and put it first there.',
    ]);
  }
  folder.replace('encryption-keys', `${generateEncryptionKey()}\n${kept}`);
  warn(
    'Added. Restart every process that serves from this folder before anything else: what the new key seals, they cannot open. Then: latchkey encryption-keys rotate',
  );
  return Promise.resolve(0);
}

async function rotate({ environment, print, warn }: CommandContext): Promise<number> {
  const connect = await openLatchkey(loadSettings(environment, warn));
  try {
    const { current_key_id, keys, rotation } = (await connect.rotateEncryptionKeys()).data;
    if (rotation.state === 'running') {
      warn(`Another process is sealing anew: ${rotation.done} of ${rotation.total} so far. Run this again later to see that it is done.`);
      return 1;
    }
    for (const { key_id, sealed_values } of keys) {
      print([key_id, key_id === current_key_id ? 'seals' : 'opens', `${sealed_values} sealed values`].join('\t'));
    }
    const isDone = keys.every(({ key_id, sealed_values }) => key_id === current_key_id || sealed_values === 0);
    warn(isDone ? 'Everything is sealed with the first key.' : 'Not everything could be sealed anew. "latchkey doctor" tells more.');
    return isDone ? 0 : 1;
  } finally {
    await connect.close();
  }
}

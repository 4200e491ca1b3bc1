import { generateEncryptionKey } from '@latchkey/server';
import { UsageError, type Command } from '../command.ts';

const USAGE = 'latchkey encryption-keys generate   makes an encryption key and prints it';

/** `latchkey encryption-keys`: makes keys that seal what is stored. */
export const encryptionKeys: Command = async ({ words: [verb], print }) => {
  if (verb !== 'generate') throw new UsageError(USAGE);
  print(generateEncryptionKey());
  return 0;
};

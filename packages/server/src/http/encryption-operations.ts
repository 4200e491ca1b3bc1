/** The keys that seal what is stored, in the words of the wire: over HTTP, and as functions in the same process. */

import type { EncryptionBody } from '@latchkey/protocol';
import type { Deps } from '../use-cases/deps.ts';

/** Tells what is sealed with which key, and how far sealing it anew has come. */
export async function readEncryption({ keyRotator }: Deps): Promise<EncryptionBody> {
  const { currentKeyId, keys, rotation } = await keyRotator.readState();
  return {
    data: {
      current_key_id: currentKeyId,
      keys: keys.map(({ keyId, sealedValues }) => ({ key_id: keyId, sealed_values: sealedValues })),
      rotation: { state: rotation.state, done: rotation.done, total: rotation.total },
    },
  };
}

/** Begins to seal everything anew with the first key, unless somebody is at it. */
export async function startRotation(deps: Deps): Promise<EncryptionBody> {
  const work = await deps.keyRotator.start();
  if (work !== undefined) deps.background.start('sealing anew', work);
  return readEncryption(deps);
}

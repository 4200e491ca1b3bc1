import type { EncryptionBody } from '@latchkey/protocol';
import type { Entrance } from './entrance.ts';
import { readEncryption } from './http/encryption-operations.ts';
import type { Deps } from './use-cases/deps.ts';

/** What a process may do about encryption keys, in the words of the HTTP API. */
export interface EncryptionFunctions {
  /** Tells how much is sealed with which encryption key, and how far sealing it anew has come. */
  readonly readEncryptionState: () => Promise<EncryptionBody>;
  /**
   * Seals everything anew with the first of the option `encryptionKeys`, in small batches, while all else goes on. Resolves when it is done; at once
   * when another process is at it.
   *
   * @returns How it is then: the old key can be removed once it has sealed nothing.
   */
  readonly rotateEncryptionKeys: () => Promise<EncryptionBody>;
}

/** Creates them. */
export function createEncryptionFunctions(deps: Deps, { enter, change }: Entrance): EncryptionFunctions {
  return {
    readEncryptionState: () => enter(() => readEncryption(deps)),
    rotateEncryptionKeys: () =>
      change('POST /encryption/rotate', undefined, async () => {
        const work = await deps.keyRotator.start();
        await work?.();
        return readEncryption(deps);
      }),
  };
}

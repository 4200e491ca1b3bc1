import type { EncryptionBody } from '@latchkey/protocol';
import type { Gate } from './gate.ts';
import { readEncryption } from './http/encryption-operations.ts';
import { recordOfProcess } from './use-cases/audit.ts';
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
export function createEncryptionFunctions(deps: Deps, gate: Gate): EncryptionFunctions {
  return {
    readEncryptionState: () => gate.enter(() => readEncryption(deps)),
    rotateEncryptionKeys: () =>
      gate.enter(async () => {
        const work = await deps.keyRotator.start();
        await work?.();
        await recordOfProcess(deps.audit, { action: 'POST /encryption/rotate', target: undefined, status: 202 });
        return readEncryption(deps);
      }),
  };
}

import { encryptionBody, type EncryptionBody } from '@latchkey/protocol';
import { readAs, type CallOptions, type Exchange } from './exchange.ts';

/** What is sealed with which encryption key, and how far sealing it anew has come. */
export interface EncryptionState {
  /** The key that seals. Ids say nothing about keys. */
  readonly currentKeyId: string;
  /** The keys that the server was given, in their order, then those that something is sealed with all the same. One that seals nothing can be removed. */
  readonly keys: readonly { readonly keyId: string; readonly sealedValues: number }[];
  /** `done` of `total` values have been looked at. */
  readonly rotation: EncryptionBody['data']['rotation'];
}

/** The keys that seal what is stored. */
export interface Encryption {
  readonly getState: (options?: CallOptions) => Promise<EncryptionState>;
  /** Begins to seal everything anew with the server's newest key, unless that is under way. Ask {@link Encryption.getState} how far it has come. */
  readonly rotate: (options?: CallOptions) => Promise<EncryptionState>;
}

/** Creates the methods about encryption keys. */
export function createEncryption(exchange: Exchange): Encryption {
  return {
    getState: async (options) => readState(await exchange({ ...options, method: 'GET', path: '/encryption' }, readAs(encryptionBody))),
    rotate: async (options) =>
      // Where it is under way nothing is begun, so it may be sent twice.
      readState(await exchange({ ...options, method: 'POST', path: '/encryption/rotate', idempotent: true }, readAs(encryptionBody))),
  };
}

function readState({ data: { current_key_id: currentKeyId, keys, rotation } }: EncryptionBody): EncryptionState {
  return { currentKeyId, keys: keys.map(({ key_id: keyId, sealed_values: sealedValues }) => ({ keyId, sealedValues })), rotation };
}

import type { SecretKey } from '../core/secret-key.ts';

/** Keeps the secret keys that calls made, by their hashes; those that the options name are not among them. */
export interface SecretKeyStore {
  /** Adds a key. Its id and its hash must be new. */
  insertSecretKey(key: SecretKey): Promise<void>;

  /** Finds a key by its hash, expired or not. */
  findSecretKey(keyHash: string): Promise<SecretKey | undefined>;

  /** Lists all keys, in the order in which they were made, expired ones too. */
  listSecretKeys(): Promise<readonly SecretKey[]>;

  /** Notes that a key was used at a moment, unless a use after `since` is known already. A key that is gone stays gone. */
  noteSecretKeyUse(keyId: string, usedAt: Date, since: Date): Promise<void>;

  /** Removes a key. Resolves to whether it was there. There is none under an id that cannot be stored. */
  deleteSecretKey(keyId: string): Promise<boolean>;
}

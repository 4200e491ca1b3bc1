import type { SealPurpose } from '../vault/vault.ts';

/** What stands sealed in the store, and to whom it belongs. */
export interface SealedValue {
  readonly purpose: Exclude<SealPurpose, 'console_sign_in'>;
  /** @see {@link Vault.seal} */
  readonly ownerId: string;
  readonly sealed: string;
  /** The connection that it is of; `undefined` for what is not a connection's. */
  readonly rowId: number | undefined;
}

/** A sealed value, and what is to take its place. */
export interface Resealed {
  readonly value: SealedValue;
  readonly sealed: string;
}

/** How far sealing everything anew with one key has come. */
export interface KeyRotation {
  /** The key that is sealed with. */
  readonly keyId: string;
  readonly state: 'running' | 'done';
  /** Up to this moment nobody but its owner goes on with it. */
  readonly leaseExpiresAt: Date;
  /** Up to which connection it has come. */
  readonly afterRowId: number;
  /** How many values were sealed anew. */
  readonly done: number;
  /** How many there were to be. */
  readonly total: number;
}

/** Finds what is sealed, and lets it be sealed anew. */
export interface SealedStore {
  /**
   * Lists what connections have sealed with another key, a thousand connections at a time, in the order of their row numbers.
   *
   * @returns Also where to go on; `undefined` when there are no further connections.
   */
  listSealedConnections(
    keyId: string,
    afterRowId: number,
  ): Promise<{ readonly values: readonly SealedValue[]; readonly next: number | undefined }>;

  /** Lists everything else that is sealed, whatever the key: what integrations, webhooks, live connect sessions and attempts to sign in have. */
  listSealedElsewhere(now: Date): Promise<readonly SealedValue[]>;

  /**
   * Puts values in the place of others, each only where the other still stands: what somebody else has changed meanwhile stays. Nothing else
   * changes, neither versions nor leases, because what is sealed stays the same.
   *
   * @returns How many were put.
   */
  replaceSealed(values: readonly Resealed[]): Promise<number>;

  /** Finds how far sealing anew with a key has come. */
  findKeyRotation(keyId: string): Promise<KeyRotation | undefined>;

  /**
   * Takes the right to go on with sealing anew, which one owner has at a time: begins where the last one ended, or from the start when it was done.
   *
   * @param owner New for every claim.
   * @param total How many values there are to be sealed, in case it begins.
   * @returns `undefined` when somebody else has it.
   */
  claimKeyRotation(claim: {
    readonly keyId: string;
    readonly owner: string;
    readonly total: number;
    readonly expiresAt: Date;
    readonly now: Date;
  }): Promise<KeyRotation | undefined>;

  /** Notes how far it has come. Resolves to whether the owner still has the right; when not, nothing has changed. */
  saveKeyRotation(
    keyId: string,
    owner: string,
    progress: Pick<KeyRotation, 'state' | 'leaseExpiresAt' | 'afterRowId' | 'done'>,
  ): Promise<boolean>;
}

import type { KeyGrant } from '@latchkey/protocol';

/** A secret key that a call made. Nobody has the key itself but whoever was told it once. */
export interface SecretKey {
  readonly keyId: string;
  /** What people know it by. */
  readonly name: string;
  /** SHA-256 of the key, as 64 lower-case hexadecimal digits. */
  readonly keyHash: string;
  /** How the key ends. */
  readonly hint: string;
  readonly scopes: readonly KeyGrant[];
  readonly createdAt: Date;
  /** From when on it is refused; `undefined` for never. */
  readonly expiresAt: Date | undefined;
  /** When it was used last, give or take a minute. */
  readonly lastUsedAt: Date | undefined;
}

import { CompactEncrypt, compactDecrypt, decodeProtectedHeader, type CompactJWEHeaderParameters } from 'jose';
import { connectError } from '../errors.ts';
import { parseEncryptionKeys } from './encryption-key.ts';

/** What a sealed value is for. A value sealed for one purpose does not open for another. */
export type SealPurpose =
  | 'credential'
  | 'token_set'
  | 'authorization'
  | 'session_client'
  | 'integration_client'
  | 'webhook_secrets'
  | 'console_sign_in';

/** Seals values for the store and opens them again. */
export interface Vault {
  /** The id of the key that seals: the first of the option `encryptionKeys`. */
  readonly currentKeyId: string;
  /** The ids of all keys that open, in their order. */
  readonly keyIds: readonly string[];

  /**
   * Seals a value for one purpose of one connection, one session or one attempt to sign in.
   *
   * @param ownerId The id of what the value belongs to: a connection's for what is a connection's.
   * @param value Anything that JSON can hold.
   * @returns A compact JWE.
   * @throws {TypeError} When JSON cannot hold the value.
   * @see [RFC 7516 §3.1](https://www.rfc-editor.org/rfc/rfc7516.html#section-3.1)
   */
  seal(purpose: SealPurpose, ownerId: string, value: unknown): Promise<string>;

  /**
   * Opens what {@link Vault.seal} made, with whichever key sealed it.
   *
   * @throws {ConnectError} `encryption_key_missing` when the key that sealed it is not there; `sealed_value_invalid` when it was changed, or
   *   sealed for another purpose or another owner.
   */
  open(purpose: SealPurpose, ownerId: string, sealed: string): Promise<unknown>;

  /**
   * Reads which key sealed a value, so that values of an old key can be found and sealed anew. Does not check the value.
   *
   * @throws {ConnectError} `sealed_value_invalid` when it is no sealed value.
   */
  keyIdOf(sealed: string): string;
}

// A256KW draws a new content key for every value, so no two values share a nonce space, however many one key seals.
const KEY_MANAGEMENT = 'A256KW';
const CONTENT_ENCRYPTION = 'A256GCM';

/**
 * Creates a vault.
 *
 * @param encryptionKeys Keys as `generateEncryptionKey()` makes them. The first one seals, all of them open.
 * @throws {ConnectError} `invalid_option` when there is no key, or one is damaged or stands there twice.
 * @see [RFC 7518 §4.4](https://www.rfc-editor.org/rfc/rfc7518.html#section-4.4) and [§5.3](https://www.rfc-editor.org/rfc/rfc7518.html#section-5.3)
 */
export function createVault(encryptionKeys: readonly string[]): Vault {
  const { current, byId } = parseEncryptionKeys(encryptionKeys);

  return {
    currentKeyId: current.keyId,
    keyIds: [...byId.keys()],

    async seal(purpose, ownerId, value) {
      const text = JSON.stringify(value);
      if (text === undefined) throw new TypeError(`JSON cannot hold the value to seal: it is of type "${typeof value}".`);
      return new CompactEncrypt(new TextEncoder().encode(text))
        .setProtectedHeader({
          alg: KEY_MANAGEMENT,
          enc: CONTENT_ENCRYPTION,
          kid: current.keyId,
          // Security: the header is authenticated, so that a value copied to another row does not open there.
          purpose,
          // Compat: the name is from when connections alone had sealed values.
          connection_id: ownerId,
        })
        .encrypt(current.key);
    },

    async open(purpose, ownerId, sealed) {
      const keyId = keyIdOf(sealed);
      const key = byId.get(keyId);
      if (key === undefined) {
        throw connectError('encryption_key_missing', {
          message: `What is stored was sealed with the encryption key "${keyId}", which is not among "encryptionKeys".`,
        });
      }
      try {
        const { plaintext, protectedHeader } = await compactDecrypt(sealed, key.key, {
          keyManagementAlgorithms: [KEY_MANAGEMENT],
          contentEncryptionAlgorithms: [CONTENT_ENCRYPTION],
        });
        if (isFor(protectedHeader, purpose, ownerId)) return JSON.parse(new TextDecoder().decode(plaintext));
      } catch {
        // Security: why it does not open helps an attacker only, and a parser's message would quote the plaintext.
      }
      throw connectError('sealed_value_invalid');
    },

    keyIdOf,
  };
}

function keyIdOf(sealed: string): string {
  try {
    const { kid } = decodeProtectedHeader(sealed);
    if (typeof kid === 'string') return kid;
  } catch {
    // What cannot be decoded is no sealed value, as is said below.
  }
  throw connectError('sealed_value_invalid');
}

function isFor(header: CompactJWEHeaderParameters, purpose: SealPurpose, ownerId: string): boolean {
  return header['purpose'] === purpose && header['connection_id'] === ownerId;
}

import { createHash, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { ConnectError } from '../errors.ts';

/** What every encryption key starts with, so that people and secret scanners recognise one. */
export const ENCRYPTION_KEY_PREFIX = 'latchkey_ek_';

const KEY_BYTES = 32;
const KEY_ID_BYTES = 8;
const TEXT_OF_KEY = /^[A-Za-z0-9_-]{43}$/;

const REMEDY =
  'Make a key with generateEncryptionKey() of "@latchkey/server", keep it where the app keeps its secrets, and give it to the option unchanged.';

/** A key that seals and opens. The key itself cannot be printed. */
interface EncryptionKey {
  /** Stands in the header of what the key sealed. Says nothing about the key. */
  readonly keyId: string;
  readonly key: KeyObject;
}

/** The keys of one vault. */
export interface Keyring {
  /** The one that seals. */
  readonly current: EncryptionKey;
  /** All of them, which open, in their order. */
  readonly byId: ReadonlyMap<string, EncryptionKey>;
}

/** Makes a new encryption key for the option `encryptionKeys`: 256 random bits as text. */
export function generateEncryptionKey(): string {
  return ENCRYPTION_KEY_PREFIX + randomBytes(KEY_BYTES).toString('base64url');
}

/**
 * Tells under which id a key is known, in what it sealed and in `Connect.readEncryptionState`. The id says nothing about the key.
 *
 * @throws {ConnectError} `invalid_option` when it is no encryption key.
 */
export function readEncryptionKeyId(encryptionKey: string): string {
  return parseEncryptionKeys([encryptionKey]).current.keyId;
}

/**
 * Reads the option `encryptionKeys`: at least one key, none twice.
 *
 * @throws {ConnectError} `invalid_option`. Its text names the key by its place in the list and never holds it.
 */
export function parseEncryptionKeys(texts: readonly (string | undefined)[]): Keyring {
  const keys = Array.isArray(texts) ? texts.map((text: unknown, index) => parseEncryptionKey(text, `"encryptionKeys[${index}]"`)) : [];
  const [current] = keys;
  if (current === undefined) throw invalidKeys('The option "encryptionKeys" holds no key, so nothing could be sealed.');
  const byId = new Map<string, EncryptionKey>();
  for (const [index, key] of keys.entries()) {
    if (byId.has(key.keyId)) {
      throw invalidKeys(
        `"encryptionKeys[${index}]" stands in the list twice.`,
        'Remove one of the two. To rotate, put a new key first and keep the old one after it.',
      );
    }
    byId.set(key.keyId, key);
  }
  return { current, byId };
}

function parseEncryptionKey(text: unknown, place: string): EncryptionKey {
  if (typeof text !== 'string' || text === '') throw invalidKeys(`${place} is empty or no text; is its environment variable set?`);
  if (!text.startsWith(ENCRYPTION_KEY_PREFIX)) {
    throw invalidKeys(`${place} is not an encryption key: it does not start with "${ENCRYPTION_KEY_PREFIX}".`);
  }
  const encoded = text.slice(ENCRYPTION_KEY_PREFIX.length);
  const bytes = Buffer.from(encoded, 'base64url');
  // Security: decoding drops what it does not know, so a damaged key would be a weaker one or another one without this check.
  if (!TEXT_OF_KEY.test(encoded) || bytes.toString('base64url') !== encoded) {
    throw invalidKeys(`${place} is damaged: after its prefix an encryption key has 43 characters that encode 32 bytes.`);
  }
  const digest = createHash('sha256').update(bytes).digest();
  return { keyId: digest.subarray(0, KEY_ID_BYTES).toString('base64url'), key: createSecretKey(bytes) };
}

function invalidKeys(message: string, remedy = REMEDY): ConnectError {
  return new ConnectError({ code: 'invalid_option', status: 500, message, remedy, retryable: false });
}

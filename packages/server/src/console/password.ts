import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Cost of a hash: about a tenth of a second, and 64 MB of memory while it is made. */
const COST = { N: 2 ** 16, r: 8, p: 1 };
const SALT_BYTES = 16;
const KEY_BYTES = 32;
const MAX_MEMORY_BYTES = 2 * 128 * COST.N * COST.r;

/** Shortest password that is taken, in characters. */
const MIN_PASSWORD_LENGTH = 12;

/**
 * Hashes the password of the console's administrator, for the option `console`.
 *
 * Sessions end when the hash changes. So processes that share a database, and each make the hash from the password at their start, must make the same.
 *
 * @param salt 16 bytes that no other deployment has. @default random, so that the same password never has the same hash twice
 * @returns `scrypt$N$r$p$salt$key`, the last two in base64url.
 * @throws {RangeError} When the password is shorter than 12 characters, or the salt has another length.
 * @see [RFC 7914](https://www.rfc-editor.org/rfc/rfc7914.html#section-2)
 */
export async function hashPassword(password: string, salt: Uint8Array = randomBytes(SALT_BYTES)): Promise<string> {
  if (password.length < MIN_PASSWORD_LENGTH) throw new RangeError(`A password has ${MIN_PASSWORD_LENGTH} characters or more.`);
  if (salt.length !== SALT_BYTES) throw new RangeError(`A salt has ${SALT_BYTES} bytes.`);
  const key = await deriveKey(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, Buffer.from(salt).toString('base64url'), key.toString('base64url')].join('$');
}

const HASH = /^scrypt\$(\d{1,8})\$(\d{1,3})\$(\d{1,3})\$([\w-]{22})\$([\w-]{43})$/;

/** Tells whether a text is a hash that {@link hashPassword} made. */
export function isPasswordHash(text: string): boolean {
  return HASH.test(text);
}

/** Tells whether a password is the one that was hashed. Takes as long either way. */
export async function checkPassword(password: string, hash: string): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = HASH.exec(hash) ?? [];
  const known = Buffer.from(key, 'base64url');
  const given = await deriveKey(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) });
  return timingSafeEqual(known, given);
}

function deriveKey(password: string, salt: Uint8Array, cost: { N: number; r: number; p: number }): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // Compat: one person may type an accented letter as one character, and another as two.
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, { ...cost, maxmem: MAX_MEMORY_BYTES }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Cost of a hash: about a tenth of a second, and 64 MB of memory while it is made. */
const COST = { N: 2 ** 16, r: 8, p: 1 };
const KEY_BYTES = 32;
const MAX_MEMORY_BYTES = 2 * 128 * COST.N * COST.r;

/** Shortest password that is taken, in characters. */
export const MIN_PASSWORD_LENGTH = 12;

/**
 * Hashes the password of the console's administrator, for the option `console`. The same password never has the same hash twice.
 *
 * @returns `scrypt$N$r$p$salt$key`, the last two in base64url.
 * @throws {RangeError} When the password is shorter than 12 characters.
 * @see [RFC 7914](https://www.rfc-editor.org/rfc/rfc7914.html#section-2)
 */
export async function hashPassword(password: string): Promise<string> {
  if (password.length < MIN_PASSWORD_LENGTH) throw new RangeError(`A password has ${MIN_PASSWORD_LENGTH} characters or more.`);
  const salt = randomBytes(16);
  const key = await deriveKey(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$');
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

function deriveKey(password: string, salt: Buffer, cost: { N: number; r: number; p: number }): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // Compat: one person may type an accented letter as one character, and another as two.
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, { ...cost, maxmem: MAX_MEMORY_BYTES }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

import { createHash } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Characters that PingOne's secrets hold besides letters and digits, each at its place in a derived secret. */
const PUNCTUATION: ReadonlyMap<number, string> = new Map([
  [7, '~'],
  [19, '.'],
  [34, '-'],
  [48, '_'],
]);

/** Derives an ID of the shape of a version 4 UUID from a name: the same name gives the same ID in every run. */
export function deriveId(name: string): string {
  const hex = createHash('sha256').update(`id:${name}`).digest('hex');
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Derives a secret of 64 characters from a name. It holds `~`, `.`, `-` and `_`, so that every way of encoding it is put to the test. */
export function deriveSecret(name: string): string {
  const bytes = createHash('sha512').update(`secret:${name}`).digest();
  return Array.from(bytes, (byte, index) => PUNCTUATION.get(index) ?? ALPHABET[byte % ALPHABET.length]).join('');
}

/** Tells what a seeded secret becomes when it is rotated: the last eight characters give way to `-rotated`. */
export function rotateSecret(secret: string): string {
  return `${secret.slice(0, -8)}-rotated`;
}

import { randomBytes, scryptSync } from 'node:crypto';

const COST = { N: 2 ** 6, r: 8, p: 1 };

/** Hashes a password as `hashPassword` does, at a thousandth of its cost: for tests that sign in again and again. */
export function hashQuickly(password: string): string {
  const salt = randomBytes(16);
  const key = scryptSync(password, salt, 32, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

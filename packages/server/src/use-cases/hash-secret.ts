import { hash, randomBytes } from 'node:crypto';

/** Makes 256 random bits, in letters that go anywhere. */
export function generateSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Hashes a secret for the store, which never sees it. A fast hash is enough: what is hashed is random, so it cannot be guessed. */
export function hashSecret(secret: string): string {
  return hash('sha256', secret, 'hex');
}

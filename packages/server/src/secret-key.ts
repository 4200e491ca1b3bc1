import { randomBytes } from 'node:crypto';
import { SECRET_KEY_PREFIX } from '@latchkey/protocol';

const SECRET_KEY = new RegExp(`^${SECRET_KEY_PREFIX}[\\w-]{43}$`);

/** Tells whether a text has the form of a secret key that {@link generateSecretKey} makes. */
export function isSecretKey(text: string): boolean {
  return SECRET_KEY.test(text);
}

/** Makes a new secret key for the option `secretKeys`: 256 random bits as text, after a prefix that secret scanners know. */
export function generateSecretKey(): string {
  return SECRET_KEY_PREFIX + randomBytes(32).toString('base64url');
}

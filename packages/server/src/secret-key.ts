import { randomBytes } from 'node:crypto';
import { SECRET_KEY_PREFIX } from '@latchkey/protocol';

/** Makes a new secret key for the option `secretKeys`: 256 random bits as text, after a prefix that secret scanners know. */
export function generateSecretKey(): string {
  return SECRET_KEY_PREFIX + randomBytes(32).toString('base64url');
}

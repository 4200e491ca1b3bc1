import { createHash, randomBytes } from 'node:crypto';
import { CONNECT_SESSION_TOKEN_PREFIX } from '@latchkey/protocol';

const TOKEN = new RegExp(`^${CONNECT_SESSION_TOKEN_PREFIX}[0-9a-f]{64}$`);

/** Makes a new connect session token: 256 random bits after a prefix that secret scanners know. */
export function generateSessionToken(): string {
  return CONNECT_SESSION_TOKEN_PREFIX + randomBytes(32).toString('hex');
}

/** Tells whether a text has the form of a connect session token. */
export function isSessionToken(text: string): boolean {
  return TOKEN.test(text);
}

/** Hashes a token for the store, which never sees the token itself. A fast hash is enough: the token is random, so it cannot be guessed. */
export function hashSessionToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

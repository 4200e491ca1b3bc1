import { randomBytes } from 'node:crypto';
import { CONNECT_SESSION_TOKEN_PREFIX } from '@latchkey/protocol';
import { hashSecret } from './hash-secret.ts';

const TOKEN = new RegExp(`^${CONNECT_SESSION_TOKEN_PREFIX}[0-9a-f]{64}$`);

/** Makes a new connect session token: 256 random bits after a prefix that secret scanners know. */
export function generateSessionToken(): string {
  return CONNECT_SESSION_TOKEN_PREFIX + randomBytes(32).toString('hex');
}

/** Tells whether a text has the form of a connect session token. */
export function isSessionToken(text: string): boolean {
  return TOKEN.test(text);
}

/** Hashes a token for the store, which never sees the token itself. */
export function hashSessionToken(token: string): string {
  return hashSecret(token);
}

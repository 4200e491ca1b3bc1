import { consoleScopes, type ConsoleRole } from '@latchkey/protocol';
import type { ConsolePrincipal } from './principal.ts';

/** Somebody at the console, from signing in to signing out. The token is known only by its hash. */
export interface ConsoleSession {
  readonly sessionId: string;
  /** SHA-256 of the token, as 64 lower-case hexadecimal digits. */
  readonly tokenHash: string;
  /** Who it is, the same at each sign-in. */
  readonly subject: string;
  readonly name: string;
  readonly role: ConsoleRole;
  readonly via: 'password' | 'oidc';
  /** Stands for what the options said of this way to sign in: when they say something else, the session is over. */
  readonly method: string;
  readonly createdAt: Date;
  /** Moves on with use, to a week after `createdAt` at most. */
  readonly expiresAt: Date;
}

const HOUR_MS = 60 * 60_000;

/** How long a session lives without use, and how long at most, in milliseconds. */
const IDLE_MS = 12 * HOUR_MS;
const WHOLE_MS = 7 * 24 * HOUR_MS;

/** How much later an end must be for it to be written down, in milliseconds: so not every request writes. */
const EXTENDED_BY_MS = 5 * 60_000;

/** Says until when a session lives that is used now. */
export function computeExpiry(createdAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + IDLE_MS, createdAt.getTime() + WHOLE_MS));
}

/** Says to when the end of a session is to be moved that is used now; `undefined` while that is not worth a write. */
export function computeExtension({ createdAt, expiresAt }: ConsoleSession, now: Date): Date | undefined {
  const later = computeExpiry(createdAt, now);
  return later.getTime() - expiresAt.getTime() >= EXTENDED_BY_MS ? later : undefined;
}

/** Says who is signed in by a session, and what they may do. */
export function describePrincipal({ subject, name, role }: ConsoleSession): ConsolePrincipal {
  return { kind: 'console', id: subject, name, role, scopes: consoleScopes[role] };
}

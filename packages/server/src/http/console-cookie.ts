import type { Request, Response } from 'express';
import { findCookie } from './popup/popup-requests.ts';

/**
 * Holds the token of a session at the console.
 *
 * Security: the prefix makes browsers refuse one that another host, or a page without TLS, has set.
 *
 * @see [RFC 6265bis §4.1.3.2](https://www.ietf.org/archive/id/draft-ietf-httpbis-rfc6265bis-20.html#section-4.1.3.2)
 */
export const CONSOLE_COOKIE = '__Host-latchkey_console';

/** How long a browser keeps it, in seconds: as long as a session may live. */
const COOKIE_SECONDS = 7 * 24 * 60 * 60;

const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Lax';

/** Finds the token that a browser sent. */
export function findConsoleToken({ headers }: Pick<Request, 'headers'>): string | undefined {
  const token = findCookie(headers, CONSOLE_COOKIE);
  return token === '' ? undefined : token;
}

/** Has the browser keep the token. */
export function keepConsoleToken(response: Response, token: string): void {
  response.append('Set-Cookie', `${CONSOLE_COOKIE}=${token}; ${ATTRIBUTES}; Max-Age=${COOKIE_SECONDS}`);
}

/** Has the browser forget it. */
export function dropConsoleToken(response: Response): void {
  response.append('Set-Cookie', `${CONSOLE_COOKIE}=; ${ATTRIBUTES}; Max-Age=0`);
}

import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Derives from a session's token what its pages prove themselves with. A page of another origin cannot read it, and it does not lead back to the
 * token; each sign-in has another one.
 */
export function deriveCsrfToken(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('latchkey console: csrf').digest('base64url');
}

/** Tells whether a page has proved itself. */
export function isCsrfTokenOf(sessionToken: string, given: string | undefined): boolean {
  const expected = Buffer.from(deriveCsrfToken(sessionToken));
  const received = Buffer.from(given ?? '');
  return expected.length === received.length && timingSafeEqual(expected, received);
}

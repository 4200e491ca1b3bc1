import type { Response } from 'express';
import type { Html } from '../html.ts';

/**
 * Sends a page of the popup.
 *
 * Security: it loads nothing but its own style and script, stands in no frame, and tells nobody where it was. It may keep the window that opened it,
 * because it has to tell it that it is over.
 */
export function sendPage(response: Response, status: number, page: Html): void {
  response.setHeader(
    'Content-Security-Policy',
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; frame-ancestors 'none'; form-action 'none'; base-uri 'none'",
  );
  response.setHeader('Cross-Origin-Opener-Policy', 'unsafe-none');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('X-Frame-Options', 'DENY');
  response.status(status).type('html').send(page.markup);
}

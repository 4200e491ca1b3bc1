import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, type Response, type Router } from 'express';

/** Pages that were built beforehand. */
export interface PagesOptions {
  /** Folder with an `index.html`, and `assets/` whose names change with their content. */
  readonly folder: string;
  /** Where the pages find the HTTP API: an absolute path or URL, without a slash at its end. */
  readonly apiUrl: string;
}

/** Where the API's URL is written into a page: `<meta name="latchkey-api" content="">`. */
const API_META = /(<meta\s+name="latchkey-api"\s+content=")[^"]*(")/;

const YEAR_SECONDS = 31_536_000;

/**
 * Serves the pages of the console, or the page that customers connect on: the same document for every path, so that each address can be opened.
 *
 * Nothing on them comes from anywhere else, no script and no style is written into them, and nobody may frame them.
 *
 * @throws {Error} When the folder has no `index.html`: it was not built.
 * @example
 * ```ts
 * app.use('/console', servePages({ folder: 'apps/console/dist', apiUrl: '/latchkey' }));
 * ```
 */
export function servePages({ folder, apiUrl }: PagesOptions): Router {
  const page = readFileSync(join(folder, 'index.html'), 'utf8').replace(API_META, (_match, before: string, after: string) => {
    return `${before}${escapeAttribute(apiUrl)}${after}`;
  });
  const api = URL.parse(apiUrl)?.origin;
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${api === undefined ? '' : ` ${api}`}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

  const secure = (response: Response): void => {
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin-allow-popups');
  };
  const sendPage: RequestHandler = (_request, response) => {
    secure(response);
    response.setHeader('Cache-Control', 'no-cache').type('html').send(page);
  };

  const router = express.Router();
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: YEAR_SECONDS * 1000, fallthrough: false, setHeaders: secure }),
  );
  router.get(['/', '/index.html'], sendPage);
  router.use(express.static(folder, { index: false, redirect: false, setHeaders: secure }));
  router.get('/*path', sendPage);
  return router;
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

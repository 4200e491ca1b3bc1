import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, type Response, type Router } from 'express';
import { answerMissingFile } from './answer-missing-file.ts';

/** Pages that were built beforehand. */
export interface PagesOptions {
  /** Folder with an `index.html`, and `assets/` whose names change with their content. */
  readonly folder: string;
  /** Where the pages find the HTTP API: an absolute path or URL, without a slash at its end. */
  readonly apiUrl: string;
  /** The option `app.logoUrl`, when the pages show it: images may come from its origin then. @default none */
  readonly logoUrl?: string | undefined;
}

/** Where the API's URL is written into a page: `<meta name="latchkey-api" content="">`. */
const API_META = /(<meta\s+name="latchkey-api"\s+content=")[^"]*(")/;

const YEAR_SECONDS = 31_536_000;

/**
 * Serves the pages of the console, or the page that customers connect on: the same document for every path, so that each address can be opened.
 *
 * Nothing on them comes from anywhere else but the logo, no script and no style is written into them, and nobody may frame them.
 *
 * @throws {Error} When the folder has no `index.html`: it was not built.
 * @example
 * ```ts
 * app.use('/console', servePages({ folder: 'apps/console/dist', apiUrl: '/latchkey' }));
 * ```
 */
export function servePages({ folder, apiUrl, logoUrl = '' }: PagesOptions): Router {
  const page = readFileSync(join(folder, 'index.html'), 'utf8').replace(API_META, (_match, before: string, after: string) => {
    return `${before}${escapeAttribute(apiUrl)}${after}`;
  });
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' data:${readOrigin(logoUrl)}`,
    "font-src 'self'",
    `connect-src 'self'${readOrigin(apiUrl)}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

  const secure = (response: Response): void => {
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
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
  router.get('/', addSlash, sendPage);
  router.get('/index.html', sendPage);
  router.use(express.static(folder, { index: false, redirect: false, setHeaders: secure }));
  router.get('/*path', sendPage);
  router.use(answerMissingFile);
  return router;
}

/** The origin of an absolute URL, as one more source of a policy. */
function readOrigin(url: string): string {
  const origin = URL.parse(url)?.origin;
  return origin === undefined ? '' : ` ${origin}`;
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

// What a page loads is named relative to it. The browser takes a fragment along, and a proxy's prefix stays, because the way is relative too.
const addSlash: RequestHandler = (request, response, next) => {
  const [path = '', query] = request.originalUrl.split('?', 2);
  if (path.endsWith('/')) next();
  else response.redirect(302, `./${path.slice(path.lastIndexOf('/') + 1)}/${query === undefined ? '' : `?${query}`}`);
};

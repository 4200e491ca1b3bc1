import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Response, type Router } from 'express';
import { answerMissingFile } from './answer-missing-file.ts';

/** The script for pages without React, built beforehand. */
export interface ScriptOptions {
  /** Folder with `connect.js` and `connect-assets/`. */
  readonly folder: string;
}

const YEAR_SECONDS = 31_536_000;

/** How long the files are kept whose names stay, in seconds: so long may a page go on with the script of yesterday. */
const KEPT_SECONDS = 300;

/**
 * Serves `connect.js`, and beside it what that loads. It is public: any page may load it, and only those of the option `allowedOrigins` may use it.
 *
 * It is mounted where the router is, and before it, because the script takes the API to be where it came from itself.
 *
 * @throws {Error} When the folder has no `connect.js`: it was not built.
 * @example
 * ```ts
 * app.use('/latchkey', serveScript({ folder: 'apps/hosted/dist/script' }), connect.router);
 * ```
 */
export function serveScript({ folder }: ScriptOptions): Router {
  if (!existsSync(join(folder, 'connect.js'))) throw new Error(`There is no connect.js in ${folder}: it was not built.`);
  const serveKept = express.static(folder, { index: false, redirect: false, maxAge: KEPT_SECONDS * 1000, setHeaders: secure });

  const router = express.Router();
  router.use(
    '/connect-assets/parts',
    express.static(join(folder, 'connect-assets/parts'), {
      immutable: true,
      maxAge: YEAR_SECONDS * 1000,
      fallthrough: false,
      setHeaders: secure,
    }),
  );
  router.get(['/connect.js', '/connect-assets/*path'], serveKept);
  router.use(answerMissingFile);
  return router;
}

function secure(response: Response): void {
  // Modules, and what they load, need CORS on pages of another origin; a plain script and a stylesheet on a page that isolates itself need the other.
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  response.setHeader('X-Content-Type-Options', 'nosniff');
}

import { servePages, serveScript, type Connect } from '@latchkey/server';
import express from 'express';
import type { Pages } from './find-pages.ts';

/** What the app is made of. */
export interface AppParts {
  readonly connect: Connect;
  readonly pages: Pages;
  /** The option `app.logoUrl`. */
  readonly logoUrl: string | undefined;
  /** How many reverse proxies stand in front. */
  readonly trustProxy: number;
}

/** The router is mounted at the root, beside its pages. */
const API_URL = '';

/** Puts the console's pages, the hosted page and the script beside the API. */
export function createApp({ connect, pages, logoUrl, trustProxy }: AppParts): express.Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', trustProxy);
  app.use('/console', exceptForApi(servePages({ folder: pages.console, apiUrl: API_URL })));
  app.use('/link', servePages({ folder: pages.hosted, apiUrl: API_URL, logoUrl }));
  app.use(serveScript({ folder: pages.script }));
  app.get('/', (_request, response) => response.redirect(302, '/console/'));
  app.use(connect.router);
  return app;
}

/** What the console's pages ask for is below `/console` too, and the router's to answer. */
function exceptForApi(pages: express.Router): express.RequestHandler {
  return (request, response, next) => (request.path.startsWith('/api/') ? next() : pages(request, response, next));
}

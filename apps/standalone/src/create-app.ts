import { fileURLToPath } from 'node:url';
import { servePages, type Connect } from '@latchkey/server';
import express from 'express';

/** What the app is made of. */
export interface AppParts {
  readonly connect: Connect;
  readonly publicUrl: string;
  /** How many reverse proxies stand in front. */
  readonly trustProxy: number;
}

const built = (path: string): string => fileURLToPath(new URL(`../../${path}/dist`, import.meta.url));

/** Puts the console's pages and the hosted page beside the API. */
export function createApp({ connect, publicUrl, trustProxy }: AppParts): express.Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', trustProxy);
  const apiUrl = new URL(publicUrl).pathname.replace(/\/$/, '');
  app.use('/console', exceptForApi(servePages({ folder: built('console'), apiUrl })));
  app.use('/link', servePages({ folder: `${built('hosted')}/page`, apiUrl }));
  app.get('/', (_request, response) => response.redirect(302, '/console/'));
  app.use(connect.router);
  return app;
}

/** What the console's pages ask for is below `/console` too, and the router's to answer. */
function exceptForApi(pages: express.Router): express.RequestHandler {
  return (request, response, next) => (request.path.startsWith('/api/') ? next() : pages(request, response, next));
}

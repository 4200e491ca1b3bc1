import { readFileSync } from 'node:fs';
import type { Router } from 'express';
import express from 'express';
import type { SandboxState } from '../sandbox-state.ts';
import { findEnvironment } from '../sandbox-state.ts';
import { renderPage } from './render-page.ts';

const STYLES = readFileSync(new URL('page.css', import.meta.url));
const SCRIPT = readFileSync(new URL('page.js', import.meta.url));

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** The sandbox's page, and what stands in for PingOne's console: the same page, at the environment that was asked for. */
export function createPageRouter(state: SandboxState): Router {
  const router = express.Router();
  router.get('/', (_request, response) => void response.set(HEADERS).type('html').send(renderPage(state)));
  router.get('/page.css', (_request, response) => void response.set(HEADERS).type('css').send(STYLES));
  router.get('/page.js', (_request, response) => void response.set(HEADERS).type('js').send(SCRIPT));
  router.get('/console/:tld', (request, response) => {
    const { env } = request.query;
    const environment = typeof env === 'string' ? findEnvironment(state, request.params.tld, env) : undefined;
    response.redirect(environment ? `/#${environment.id}` : '/#environments');
  });
  return router;
}

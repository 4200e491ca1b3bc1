import { randomUUID } from 'node:crypto';
import type { Connect } from '@latchkey/server';
import express from 'express';

/** What the demo's backend needs to know. */
export interface DemoOptions {
  readonly connect: Connect;
  /** Base URL of Latchkey's HTTP API. */
  readonly apiUrl: string;
  readonly secretKey: string;
  /** Folder of the built pages. */
  readonly pages: string;
}

const customers = [
  { id: 'ada', name: 'Ada Morgan', email: 'ada@acme.example', organization: { id: 'acme', display_name: 'Acme Corporation' } },
  { id: 'grace', name: 'Grace Okafor', email: 'grace@globex.example', organization: { id: 'globex', display_name: 'Globex' } },
];
const policy = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

/** A SaaS app's backend: it knows who is logged in, asks Latchkey for a session, and calls PingOne through the proxy. */
export function createDemoApp({ connect, apiUrl, secretKey, pages }: DemoOptions): express.Express {
  const app = express();
  const logins = new Map<string, (typeof customers)[number]>();
  const findCustomer = (request: express.Request) => logins.get(/\bdemo=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '');

  app.use('/latchkey', connect.router);
  app.use((_request, response, next) => {
    response.setHeader('Content-Security-Policy', policy);
    next();
  });
  app.use(express.static(pages, { extensions: ['html'] }), express.json());
  app.get('/api/customers', (_request, response) => void response.json(customers));
  app.get('/api/me', (request, response) => void response.json(findCustomer(request) ?? null));
  app.post('/api/login', (request, response) => {
    const customer = customers.find(({ id }) => id === request.body.id) ?? customers[0];
    const login = randomUUID();
    if (customer) logins.set(login, customer);
    response.cookie('demo', login, { httpOnly: true, sameSite: 'strict' }).json(customer);
  });
  app.post('/api/logout', (_request, response) => void response.clearCookie('demo').json(null));

  app.use('/api/pingone', (request, response, next) => {
    response.locals['customer'] = findCustomer(request);
    if (response.locals['customer']) next();
    else response.sendStatus(401);
  });
  app.post('/api/pingone/session', async (_request, response) => {
    const { id, name, email, organization } = response.locals['customer'];
    const end_user = { id, email, display_name: name };
    const session = await connect.createConnectSession({ end_user, organization, allowed_integrations: ['pingone-cc'] });
    response.json(session.data);
  });
  app.get('/api/pingone/connection', async (_request, response) => {
    const ids = await findConnection(response);
    const connection = ids && (await connect.getConnection(ids));
    // The page gets what it shows, and never the access token.
    response.json(
      connection ? { status: connection.status, environment: connection.environment, created_at: connection.created_at } : null,
    );
  });
  app.get('/api/pingone/environments', async (_request, response) => {
    const ids = await findConnection(response);
    const answer = await fetch(`${apiUrl}/proxy/v1/environments?limit=10`, {
      headers: { Authorization: `Bearer ${secretKey}`, 'Provider-Config-Key': 'pingone-cc', 'Connection-Id': ids?.connectionId ?? '' },
    });
    response.status(answer.status).json(await answer.json());
  });
  app.delete('/api/pingone/connection', async (_request, response) => {
    const ids = await findConnection(response);
    if (ids) await connect.deleteConnection(ids);
    response.json(null);
  });

  async function findConnection(response: express.Response) {
    const { connections } = await connect.listConnections({ endUserOrganizationId: response.locals['customer'].organization.id, limit: 1 });
    return connections[0] && { integrationId: connections[0].provider_config_key, connectionId: connections[0].connection_id };
  }
  return app;
}

import { randomUUID } from 'node:crypto';
import type { Connect } from '@latchkey/server';
import express from 'express';

/** What the demo's backend needs to know. */
export interface DemoOptions {
  readonly connect: Connect;
  /** Base URL of Latchkey's HTTP API. */
  readonly apiUrl: string;
  readonly secretKey: string;
  /** Where PingOne signs people in, with `{tld}`. */
  readonly authHost: string;
  /** Folder of the built pages. */
  readonly pages: string;
}

const customers = [
  { id: 'ada', name: 'Ada Morgan', email: 'ada@acme.example', organization: { id: 'acme', display_name: 'Acme Corporation' } },
  { id: 'grace', name: 'Grace Okafor', email: 'grace@globex.example', organization: { id: 'globex', display_name: 'Globex' } },
];
const policy = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
const setHeaders = (response: express.Response) => response.setHeader('Content-Security-Policy', policy);

/** A SaaS app's backend: it knows who is logged in, asks Latchkey for a session, and calls PingOne through the proxy. */
export function createDemoApp({ connect, apiUrl, secretKey, authHost, pages }: DemoOptions): express.Express {
  const app = express();
  const logins = new Map<string, (typeof customers)[number]>();
  const findCustomer = (request: express.Request) => logins.get(/\bdemo=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '');
  app.use('/latchkey', connect.router);
  app.use(express.static(pages, { extensions: ['html'], setHeaders }), express.json());
  app.get('/api/customers', (_request, response) => void response.json(customers));
  app.get('/api/me', (request, response) => void response.json(findCustomer(request) ?? null));
  app.post('/api/login', (request, response) => {
    const customer = customers.find(({ id }) => id === request.body.id) ?? customers[0];
    const login = randomUUID();
    if (customer) logins.set(login, customer);
    response.cookie('demo', login, { httpOnly: true, sameSite: 'strict' }).json(customer);
  });
  app.post('/api/logout', (_request, response) => void response.clearCookie('demo').json(null));
  app.use('/api/connections', (request, response, next) => {
    response.locals['customer'] = findCustomer(request);
    return response.locals['customer'] ? next() : void response.sendStatus(401);
  });
  app.post('/api/connections/:integration/session', async ({ params }, response) => {
    const { id, name, email, organization } = response.locals['customer'];
    const end_user = { id, email, display_name: name };
    const session = await connect.createConnectSession({ end_user, organization, allowed_integrations: [params.integration] });
    response.json(session.data);
  });
  app.get('/api/connections/:integration', async ({ params }, response) => {
    const connection = await findConnection(response, params.integration);
    // The page gets what it shows, and never the access token.
    response.json(connection ? { ...connection, credentials: undefined } : null);
  });
  app.get('/api/connections/:integration/sample', async ({ params }, response) => {
    const connection = await findConnection(response, params.integration);
    const { environmentId = '', tld = '' } = connection?.connection_config ?? {};
    // A worker reads what its roles allow; somebody who signed in reads about themselves, on the host where they did.
    const [base, path] =
      params.integration === 'pingone'
        ? [authHost.replace('{tld}', tld), `/${environmentId}/as/userinfo`]
        : ['', '/v1/environments?limit=10'];
    const ids = { 'Provider-Config-Key': params.integration, 'Connection-Id': connection?.connection_id ?? '' };
    const answer = await fetch(`${apiUrl}/proxy${path}`, {
      headers: { Authorization: `Bearer ${secretKey}`, ...ids, 'Base-Url-Override': base },
    });
    response.status(answer.status).json(await answer.json());
  });
  app.delete('/api/connections/:integration', async ({ params }, response) => {
    const connection = await findConnection(response, params.integration);
    if (connection) await connect.deleteConnection({ integrationId: params.integration, connectionId: connection.connection_id });
    response.json(null);
  });
  async function findConnection(response: express.Response, integrationId: string) {
    const endUserOrganizationId = response.locals['customer'].organization.id;
    const [found] = (await connect.listConnections({ endUserOrganizationId, integrationId: [integrationId], limit: 1 })).connections;
    return found && connect.getConnection({ integrationId, connectionId: found.connection_id });
  }
  return app;
}

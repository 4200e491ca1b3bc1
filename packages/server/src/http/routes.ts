/** The whole HTTP API: method, path, who may call, what is checked, what happens, what is answered. Each area has a file. */

import type { Route } from './route.ts';
import { appRoutes } from './routes/app.ts';
import { authorizationRoutes } from './routes/authorizations.ts';
import { browserRoutes } from './routes/browser.ts';
import { catalogueRoutes } from './routes/catalogue.ts';
import { connectSessionRoutes } from './routes/connect-sessions.ts';
import { connectionRoutes } from './routes/connections.ts';
import { consoleRoutes } from './routes/console.ts';
import { createDescriptionRoutes } from './routes/description.ts';
import { encryptionRoutes } from './routes/encryption.ts';
import { healthRoutes } from './routes/health.ts';
import { shareLinkRoutes } from './routes/share-links.ts';
import { overviewRoutes } from './routes/overview.ts';
import { popupRoutes } from './routes/popup.ts';
import { integrationRoutes } from './routes/integrations.ts';
import { keyRoutes } from './routes/keys.ts';
import { logRoutes } from './routes/logs.ts';
import { webhookRoutes } from './routes/webhooks.ts';

/** Routes that belong together. */
export interface Area {
  /** What readers of the API's description find it under. */
  readonly name: string;
  readonly description: string;
  readonly routes: readonly Route[];
}

/** Every area, in the order that a reader meets them. A route that another one's placeholder would catch comes first. */
export const areas: readonly Area[] = [
  { name: 'Providers', description: 'What can be connected.', routes: catalogueRoutes },
  { name: 'Integrations', description: 'Providers, configured: what end users connect through.', routes: integrationRoutes },
  { name: 'Connect sessions', description: 'Permissions for one end user to connect.', routes: connectSessionRoutes },
  { name: 'Share links', description: 'Links that let somebody else connect, once.', routes: shareLinkRoutes },
  { name: 'Connections', description: 'What end users have connected.', routes: connectionRoutes },
  { name: 'Secret keys', description: 'What backends call with, and what each may do.', routes: keyRoutes },
  { name: 'Webhooks', description: 'Where events of connections are sent, and what became of each.', routes: webhookRoutes },
  { name: 'Logs', description: 'What Latchkey did with providers, request by request.', routes: logRoutes },
  {
    name: 'Form',
    description: 'What the form in the page calls, with the token of its connect session.',
    routes: [...appRoutes, ...browserRoutes, ...authorizationRoutes],
  },
  { name: 'Sign-in', description: 'The window in which somebody signs in to the provider.', routes: popupRoutes },
  {
    name: 'Overview',
    description: 'How everything is, who did what, and how the server is set up.',
    routes: [...overviewRoutes, ...encryptionRoutes],
  },
  { name: 'Console', description: 'Signing in to the console, and what its pages call.', routes: consoleRoutes },
  {
    name: 'Description',
    description: 'This API, for programs and for people.',
    routes: createDescriptionRoutes(() => areas),
  },
  { name: 'Health', description: 'How the server is.', routes: healthRoutes },
];

/** Every route, except for the proxy, which takes all methods and passes bodies through unread. */
export const routes: readonly Route[] = areas.flatMap((area) => area.routes);

import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { ConnectionPage } from './connections/connection-page.tsx';
import { ConnectionsPage } from './connections/connections-page.tsx';
import { readConnectionsSearch } from './connections/connections-search.ts';
import { IntegrationPage } from './integrations/integration-page.tsx';
import { IntegrationsPage } from './integrations/integrations-page.tsx';
import { NewIntegrationPage } from './integrations/new-integration-page.tsx';
import { ErrorState } from './parts/error-state.tsx';
import { LogsPage } from './logs/logs-page.tsx';
import { readLogsSearch } from './logs/logs-search.ts';
import { NotFound } from './layout/not-found.tsx';
import { Shell } from './layout/shell.tsx';
import { OverviewPage } from './overview/overview-page.tsx';
import { Loading } from './parts/loading.tsx';
import { AuditPage } from './settings/audit/audit-page.tsx';
import { EncryptionPage } from './settings/encryption/encryption-page.tsx';
import { KeysPage } from './settings/keys/keys-page.tsx';
import { LinksPage } from './settings/links/links-page.tsx';
import { LookPage } from './settings/look/look-page.tsx';
import { SettingsStart } from './settings/settings-start.tsx';
import { WebhookPage } from './settings/webhooks/webhook-page.tsx';
import { WebhooksPage } from './settings/webhooks/webhooks-page.tsx';

/** What every page may ask for before it is drawn. */
interface RouterContext {
  readonly queryClient: QueryClient;
}

const root = createRootRouteWithContext<RouterContext>()({ component: Shell, notFoundComponent: NotFound });

const routeTree = root.addChildren([
  createRoute({
    getParentRoute: () => root,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: '/overview' });
    },
  }),
  createRoute({ getParentRoute: () => root, path: '/overview', component: OverviewPage }),
  createRoute({ getParentRoute: () => root, path: '/integrations', component: IntegrationsPage }),
  createRoute({ getParentRoute: () => root, path: '/integrations/new', component: NewIntegrationPage }),
  createRoute({ getParentRoute: () => root, path: '/integrations/$integrationId', component: IntegrationPage }),
  createRoute({ getParentRoute: () => root, path: '/connections', component: ConnectionsPage, validateSearch: readConnectionsSearch }),
  createRoute({ getParentRoute: () => root, path: '/connections/$integrationId/$connectionId', component: ConnectionPage }),
  createRoute({ getParentRoute: () => root, path: '/logs', component: LogsPage, validateSearch: readLogsSearch }),
  createRoute({ getParentRoute: () => root, path: '/settings', component: SettingsStart }),
  createRoute({ getParentRoute: () => root, path: '/settings/keys', component: KeysPage }),
  createRoute({ getParentRoute: () => root, path: '/settings/webhooks', component: WebhooksPage }),
  createRoute({ getParentRoute: () => root, path: '/settings/webhooks/$webhookId', component: WebhookPage }),
  createRoute({ getParentRoute: () => root, path: '/settings/connect', component: LookPage }),
  createRoute({ getParentRoute: () => root, path: '/settings/links', component: LinksPage }),
  createRoute({ getParentRoute: () => root, path: '/settings/encryption', component: EncryptionPage }),
  createRoute({ getParentRoute: () => root, path: '/settings/audit', component: AuditPage }),
]);

/** Creates the router of the pages below `/console`. */
export function createConsoleRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    basepath: '/console',
    context: { queryClient },
    defaultPreload: false,
    defaultPendingComponent: Loading,
    defaultErrorComponent: ErrorState,
    scrollRestoration: false,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>;
  }
}

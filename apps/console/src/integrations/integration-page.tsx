import { findProvider } from '@latchkey/providers';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { isNotFound } from '../api/api-error.ts';
import { useIsAdmin } from '../api/use-is-admin.ts';
import { AddConnection } from '../connections/add-connection.tsx';
import { NotFound } from '../layout/not-found.tsx';
import { Page } from '../layout/page.tsx';
import { overviewQuery } from '../overview/queries.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { ErrorState } from '../parts/error-state.tsx';
import { Loading } from '../parts/loading.tsx';
import { DeleteIntegration } from './delete-integration.tsx';
import { EditIntegration } from './edit-integration.tsx';
import { IntegrationHealth } from './integration-health.tsx';
import { integrationQuery } from './queries.ts';
import { SetupGuide } from './setup-guide.tsx';
import { useRedirectUri } from './use-redirect-uri.ts';

const route = getRouteApi('/integrations/$integrationId');

/** One integration: what it is, what can be changed of it, and how its provider's side is set up. */
export function IntegrationPage(): ReactElement {
  const { integrationId } = route.useParams();
  const isAdmin = useIsAdmin();
  const { data: integration, error, refetch } = useQuery(integrationQuery(integrationId, isAdmin));
  const { data: overview, isFetching: isCounting, refetch: count } = useQuery(overviewQuery('24h'));
  const redirectUri = useRedirectUri();
  const [open, setOpen] = useState<'add' | 'delete'>();
  const close = (): void => setOpen(undefined);
  const crumb = <Link to="/integrations">Integrations</Link>;

  if (isNotFound(error)) return <NotFound />;
  if (!integration) {
    return (
      <Page title={integrationId} crumb={crumb}>
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />}
      </Page>
    );
  }
  const provider = findProvider(integration.provider);
  const isFixed = integration.createdAt === undefined;
  const counts = overview?.connections.by_integration.find((row) => row.integration_id === integrationId);
  return (
    <Page
      title={integration.displayName}
      crumb={crumb}
      actions={
        <>
          {isAdmin && (
            <button type="button" className="button primary" onClick={() => setOpen('add')}>
              Add test connection
            </button>
          )}
          <Link to="/connections" search={{ integration: integrationId }} className="button">
            Show connections
          </Link>
          {isAdmin && !isFixed && overview && (
            // Customers connect meanwhile: what goes with it is counted before it is asked about.
            <ActionButton className="button danger" isBusy={isCounting} onClick={() => void count().then(() => setOpen('delete'))}>
              Delete
            </ActionButton>
          )}
        </>
      }
    >
      <div className="columns">
        <div className="stack">
          <section className="card">
            <dl className="facts">
              <dt>Integration ID</dt>
              <dd>
                <code>{integration.integrationId}</code>
              </dd>
              <dt>Provider</dt>
              <dd>{provider?.displayName ?? integration.provider}</dd>
              <dt>Connections</dt>
              <dd>
                <IntegrationHealth integrationId={integrationId} overview={overview} />
              </dd>
            </dl>
          </section>
          {isFixed && <p className="note">The server’s configuration names this integration, so it is changed there.</p>}
          {isAdmin && !isFixed && provider && (
            <EditIntegration key={integrationId} integration={integration} provider={provider} redirectUri={redirectUri} />
          )}
        </div>
        {provider && (
          <SetupGuide
            provider={provider}
            redirectUri={redirectUri}
            scopes={integration.scopes.length > 0 ? integration.scopes : provider.defaultScopes}
          />
        )}
      </div>
      {open === 'add' && <AddConnection preferred={integrationId} onClose={close} />}
      {open === 'delete' && (
        <DeleteIntegration
          integrationId={integrationId}
          connections={(counts?.active ?? 0) + (counts?.needs_reconnect ?? 0) + (counts?.disabled ?? 0)}
          onClose={close}
        />
      )}
    </Page>
  );
}

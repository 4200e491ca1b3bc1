import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useIsAdmin } from '../api/use-is-admin.ts';
import { Page } from '../layout/page.tsx';
import { overviewQuery } from '../overview/queries.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorState } from '../parts/error-state.tsx';
import { Icon } from '../parts/icon.tsx';
import { Loading } from '../parts/loading.tsx';
import { IntegrationHealth } from './integration-health.tsx';
import { integrationsQuery } from './queries.ts';
import { TableFrame } from '../parts/table-frame.tsx';

/** All integrations, with how the connections through them are. */
export function IntegrationsPage(): ReactElement {
  const { data, error, refetch } = useQuery(integrationsQuery);
  const { data: overview } = useQuery(overviewQuery('24h'));
  const isAdmin = useIsAdmin();
  const add = isAdmin && (
    <Link to="/integrations/new" className="button primary">
      <Icon name="plus" />
      Configure new integration
    </Link>
  );

  return (
    <Page title="Integrations" about="What your customers can connect." actions={data?.length ? add : undefined}>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.length === 0 && (
        <EmptyState
          title="No integration yet"
          text="An integration is a provider, set up for your app. Your customers connect through it."
          action={add}
        />
      )}
      {data !== undefined && data.length > 0 && (
        <TableFrame label="Integrations">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Integration ID</th>
              <th scope="col">Provider</th>
              <th scope="col">Connections</th>
            </tr>
          </thead>
          <tbody>
            {data.map(({ unique_key, display_name, provider, created_at }) => (
              <tr key={unique_key}>
                <th scope="row">
                  <Link to="/integrations/$integrationId" params={{ integrationId: unique_key }}>
                    {display_name}
                  </Link>
                  {created_at === null && <span className="muted small tag">from the configuration</span>}
                </th>
                <td>
                  <code>{unique_key}</code>
                </td>
                <td>{provider}</td>
                <td>
                  <IntegrationHealth integrationId={unique_key} overview={overview} />
                </td>
              </tr>
            ))}
          </tbody>
        </TableFrame>
      )}
    </Page>
  );
}

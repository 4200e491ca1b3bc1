import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { useIsAdmin } from '../../api/use-is-admin.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Loading } from '../../parts/loading.tsx';
import { SettingsPage } from '../settings-page.tsx';
import { AddWebhook } from './add-webhook.tsx';
import { webhooksQuery } from './queries.ts';
import { WebhookState } from './webhook-state.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';

/** Who is told what happens to connections. */
export function WebhooksPage(): ReactElement {
  const { data, error, refetch } = useQuery(webhooksQuery);
  const isAdmin = useIsAdmin();
  const [adding, setAdding] = useState(false);
  const add = isAdmin && (
    <button type="button" className="button primary" onClick={() => setAdding(true)}>
      <Icon name="plus" />
      Add a webhook
    </button>
  );

  return (
    <SettingsPage
      title="Webhooks"
      about="URLs of yours that are told what happens to connections."
      actions={data?.length ? add : undefined}
    >
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.length === 0 && (
        <EmptyState
          title="No webhook yet"
          text="With one, your app hears at once when a customer has connected, or must connect again."
          action={add}
        />
      )}
      {data !== undefined && data.length > 0 && (
        <TableFrame label="Webhooks">
          <thead>
            <tr>
              <th scope="col">URL</th>
              <th scope="col">State</th>
              <th scope="col">Events</th>
            </tr>
          </thead>
          <tbody>
            {data.map((webhook) => (
              <tr key={webhook.id}>
                <th scope="row">
                  <Link to="/settings/webhooks/$webhookId" params={{ webhookId: webhook.id }}>
                    {webhook.url}
                  </Link>
                  {webhook.description !== '' && <span className="tag muted small">{webhook.description}</span>}
                </th>
                <td>
                  <WebhookState webhook={webhook} />
                </td>
                <td>{webhook.events === null ? 'All' : webhook.events.join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </TableFrame>
      )}
      {adding && <AddWebhook onClose={() => setAdding(false)} />}
    </SettingsPage>
  );
}

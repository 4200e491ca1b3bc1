import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { isNotFound } from '../../api/api-error.ts';
import { useIsAdmin } from '../../api/use-is-admin.ts';
import { NotFound } from '../../layout/not-found.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Moment } from '../../parts/moment.tsx';
import { SettingsPage } from '../settings-page.tsx';
import { Deliveries } from './deliveries.tsx';
import { webhookQuery } from './queries.ts';
import { WebhookActions } from './webhook-actions.tsx';
import { WebhookState } from './webhook-state.tsx';

const route = getRouteApi('/settings/webhooks/$webhookId');

/** One webhook, and what it was told. */
export function WebhookPage(): ReactElement {
  const { webhookId } = route.useParams();
  const { data: webhook, error, refetch } = useQuery(webhookQuery(webhookId));
  const isAdmin = useIsAdmin();
  if (isNotFound(error)) return <NotFound />;
  return (
    <SettingsPage
      title="Webhook"
      about={webhook?.url ?? webhookId}
      actions={isAdmin && webhook ? <WebhookActions webhook={webhook} /> : undefined}
    >
      {error && !webhook && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!webhook && !error && <Loading />}
      {webhook && (
        <>
          <section className="card" aria-label="Details">
            <dl className="facts">
              <dt>State</dt>
              <dd>
                <WebhookState webhook={webhook} />
              </dd>
              <dt>Events</dt>
              <dd>{webhook.events === null ? 'All' : webhook.events.join(', ')}</dd>
              {webhook.description !== '' && (
                <>
                  <dt>Description</dt>
                  <dd>{webhook.description}</dd>
                </>
              )}
              <dt>Made</dt>
              <dd>
                <Moment at={webhook.created_at} />
              </dd>
            </dl>
            {webhook.disabled_reason === 'gone' && (
              <p className="note">Its receiver answered 410, which means that it is gone for good, so it is told nothing any more.</p>
            )}
          </section>
          <Deliveries webhookId={webhookId} isAdmin={isAdmin} />
        </>
      )}
    </SettingsPage>
  );
}

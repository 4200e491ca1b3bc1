import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { Page } from '../layout/page.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorState } from '../parts/error-state.tsx';
import { Loading } from '../parts/loading.tsx';
import { ConnectionsSummary } from './connections-summary.tsx';
import { LatencyChart } from './latency-chart.tsx';
import { overviewQuery, type Span } from './queries.ts';
import { RequestsChart } from './requests-chart.tsx';

const SPAN_LABELS: Readonly<Record<Span, string>> = { '1h': 'Last hour', '24h': 'Last 24 hours', '7d': 'Last 7 days' };
const allSpans: readonly Span[] = ['1h', '24h', '7d'];

/** How the connections are, and what goes through them. */
export function OverviewPage(): ReactElement {
  const [span, setSpan] = useState<Span>('24h');
  const { data, error, refetch } = useQuery(overviewQuery(span));
  return (
    <Page
      title="Overview"
      about="How your customers’ connections are, and what goes through them."
      actions={
        <fieldset className="segments" aria-label="Span of time">
          {allSpans.map((name) => (
            <button key={name} type="button" className="button" aria-pressed={span === name} onClick={() => setSpan(name)}>
              {SPAN_LABELS[name]}
            </button>
          ))}
        </fieldset>
      }
    >
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={6} />}
      {data?.connections.total === 0 && (
        <EmptyState
          title="Nothing is connected yet"
          text="Configure an integration, then add a test connection or put the form into your app."
          action={
            <Link to="/integrations" className="button primary">
              Go to integrations
            </Link>
          }
        />
      )}
      {data && (
        <>
          {data.connections.total > 0 && <ConnectionsSummary connections={data.connections} />}
          <div className="columns even">
            <RequestsChart requests={data.requests} label={SPAN_LABELS[span]} />
            <LatencyChart requests={data.requests} label={SPAN_LABELS[span]} />
          </div>
        </>
      )}
    </Page>
  );
}

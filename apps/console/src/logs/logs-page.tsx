import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { Page } from '../layout/page.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorState } from '../parts/error-state.tsx';
import { Loading } from '../parts/loading.tsx';
import { ShowMore } from '../parts/show-more.tsx';
import { LogFilters } from './log-filters.tsx';
import type { LogsSearch } from './logs-search.ts';
import { OperationDrawer } from './operation-drawer.tsx';
import { OperationTable } from './operation-table.tsx';
import { operationsQuery } from './queries.ts';
import { useLiveTail } from './use-live-tail.ts';

const route = getRouteApi('/logs');

/** What Latchkey did with providers, with each HTTP request, as it happens. */
export function LogsPage(): ReactElement {
  const { operation, ...filter } = route.useSearch();
  const navigate = useNavigate();
  const [live, setLive] = useState(true);
  const broken = useLiveTail(filter, live);
  const list = useInfiniteQuery(operationsQuery(filter));
  const { data, error, refetch } = list;
  const show = (search: LogsSearch): void => void navigate({ to: '/logs', search, replace: true });
  const rows = data?.pages.flatMap((page) => page.data);
  // Whether there were no rows for another filter; whether there are for this one is not known yet.
  const isWaiting = list.isPlaceholderData && rows?.length === 0;
  const isFiltered = Object.keys(filter).length > 0;

  return (
    <Page
      title="Logs"
      about="Every request to a provider, without secrets."
      actions={
        <label className="switch">
          <input type="checkbox" checked={live} onChange={(event) => setLive(event.target.checked)} />
          {broken ? 'Live (reconnecting…)' : 'Live'}
        </label>
      }
    >
      <LogFilters filter={filter} onChange={show} />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {(isWaiting || (!data && !error)) && <Loading lines={8} />}
      {rows?.length === 0 && !isWaiting && !list.hasNextPage && (
        <EmptyState
          title={isFiltered ? 'Nothing matches' : 'Nothing has happened yet'}
          text={isFiltered ? 'Take a filter away, or search for something else.' : 'Make a connection, or send a request through one.'}
          action={
            isFiltered && (
              <button type="button" className="button" onClick={() => show({})}>
                Show all
              </button>
            )
          }
        />
      )}
      {rows && rows.length > 0 && (
        <OperationTable rows={rows} isOld={list.isPlaceholderData} onOpen={(id) => show({ ...filter, operation: id })} />
      )}
      <ShowMore list={list} />
      {operation !== undefined && <OperationDrawer operationId={operation} onClose={() => show(filter)} />}
    </Page>
  );
}

import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { useIsAdmin } from '../api/use-is-admin.ts';
import { Page } from '../layout/page.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorState } from '../parts/error-state.tsx';
import { Icon } from '../parts/icon.tsx';
import { Loading } from '../parts/loading.tsx';
import { ShowMore } from '../parts/show-more.tsx';
import { AddConnection } from './add-connection.tsx';
import { ConnectionFilters } from './connection-filters.tsx';
import { ConnectionTable } from './connection-table.tsx';
import type { ConnectionsSearch } from './connections-search.ts';
import { connectionsQuery } from './queries.ts';

const route = getRouteApi('/connections');

/** All connections: searched, narrowed, sorted, a page at a time. */
export function ConnectionsPage(): ReactElement {
  const filter: ConnectionsSearch = route.useSearch();
  const navigate = useNavigate();
  const isAdmin = useIsAdmin();
  const [adding, setAdding] = useState(false);
  const list = useInfiniteQuery(connectionsQuery(filter));
  const { data, error, refetch } = list;
  const show = (search: ConnectionsSearch): void => void navigate({ to: '/connections', search, replace: true });
  const rows = data?.pages.flatMap(({ connections }) => connections);
  // Whether there were no rows for another filter; whether there are for this one is not known yet.
  const isWaiting = list.isPlaceholderData && rows?.length === 0;
  const isFiltered = filter.integration !== undefined || filter.status !== undefined || filter.search !== undefined;
  const add = isAdmin && (
    <button type="button" className="button primary" onClick={() => setAdding(true)}>
      <Icon name="plus" />
      Add test connection
    </button>
  );

  return (
    <Page title="Connections" about="What your customers have connected." actions={add}>
      <ConnectionFilters filter={filter} onChange={show} />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {(isWaiting || (!data && !error)) && <Loading lines={8} />}
      {rows?.length === 0 && !isWaiting && (
        <EmptyState
          title={isFiltered ? 'Nothing matches' : 'No connection yet'}
          text={describeNothing(isFiltered, isAdmin)}
          action={
            isFiltered ? (
              <button type="button" className="button" onClick={() => show({})}>
                Show all
              </button>
            ) : (
              add
            )
          }
        />
      )}
      {rows && rows.length > 0 && (
        <ConnectionTable
          rows={rows}
          isOld={list.isPlaceholderData}
          sort={filter.sort ?? '-created'}
          onSort={(sort) => show({ ...filter, sort })}
        />
      )}
      <ShowMore list={list} />
      {adding && <AddConnection preferred={filter.integration} onClose={() => setAdding(false)} />}
    </Page>
  );
}

function describeNothing(isFiltered: boolean, isAdmin: boolean): string {
  if (isFiltered) return 'Take a filter away, or search for something else.';
  return isAdmin ? 'Add a test connection to see what your customers will see.' : 'What your customers connect will stand here.';
}

import type { ReactElement } from 'react';

interface ShowMoreProps {
  readonly list: { readonly hasNextPage: boolean; readonly isFetchingNextPage: boolean; readonly fetchNextPage: () => Promise<unknown> };
}

/** Leads on to the next page of a list, as long as there is one. */
export function ShowMore({ list }: ShowMoreProps): ReactElement | null {
  if (!list.hasNextPage) return null;
  return (
    <button type="button" className="button more" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
      {list.isFetchingNextPage ? 'Loading…' : 'Show more'}
    </button>
  );
}

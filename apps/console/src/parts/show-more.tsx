import type { ReactElement } from 'react';
import { ActionButton } from './action-button.tsx';

interface ShowMoreProps {
  readonly list: { readonly hasNextPage: boolean; readonly isFetchingNextPage: boolean; readonly fetchNextPage: () => Promise<unknown> };
}

/** Leads on to the next page of a list, as long as there is one. */
export function ShowMore({ list }: ShowMoreProps): ReactElement | null {
  if (!list.hasNextPage) return null;
  return (
    <ActionButton className="button more" isBusy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
      {list.isFetchingNextPage ? 'Loading…' : 'Show more'}
    </ActionButton>
  );
}

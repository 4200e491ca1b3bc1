import { useState, type ReactElement } from 'react';
import { ActionButton } from './action-button.tsx';
import { Problem } from './problem.tsx';

interface ShowMoreProps {
  readonly list: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly isFetchNextPageError: boolean;
    readonly error: Error | null;
    readonly fetchNextPage: () => Promise<unknown>;
  };
}

/** Leads on to the next page of a list, as long as there is one. */
export function ShowMore({ list }: ShowMoreProps): ReactElement | null {
  const [wasPressed, setWasPressed] = useState(false);
  if (!list.hasNextPage) {
    if (!wasPressed) return null;
    return (
      <p ref={keepFocus} className="muted" tabIndex={-1}>
        That is all.
      </p>
    );
  }
  return (
    <>
      {list.isFetchNextPageError && <Problem error={list.error} />}
      <ActionButton
        className="button more"
        isBusy={list.isFetchingNextPage}
        onClick={() => {
          setWasPressed(true);
          void list.fetchNextPage();
        }}
      >
        {list.isFetchingNextPage ? 'Loading…' : 'Show more'}
      </ActionButton>
    </>
  );
}

/** The focus of a button that has just gone: else it would begin anew at the top of the page. */
function keepFocus(element: HTMLElement | null): void {
  if (document.activeElement === document.body) element?.focus({ preventScroll: true });
}

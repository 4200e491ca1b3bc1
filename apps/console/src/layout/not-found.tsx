import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { EmptyState } from '../parts/empty-state.tsx';
import { Page } from './page.tsx';

/** What stands where no page is. */
export function NotFound(): ReactElement {
  return (
    <Page title="Page not found">
      <EmptyState
        title="There is nothing here"
        text="The address may be mistyped, or what it led to was deleted."
        action={
          <Link to="/overview" className="button">
            Go to the overview
          </Link>
        }
      />
    </Page>
  );
}

import type { ReactElement } from 'react';
import { Page } from '../layout/page.tsx';

/** How the connections are, and what goes through them. */
export function OverviewPage(): ReactElement {
  return <Page title="Overview">{null}</Page>;
}

import type { ReactElement } from 'react';
import { Page } from '../layout/page.tsx';
import type { ConnectionsSearch } from './connections-search.ts';

/** All connections. */
export function ConnectionsPage(_props: { readonly search?: ConnectionsSearch }): ReactElement {
  return <Page title="Connections">{null}</Page>;
}

import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Page } from '../layout/page.tsx';

const route = getRouteApi('/connections/$integrationId/$connectionId');

/** One connection. */
export function ConnectionPage(): ReactElement {
  const { connectionId } = route.useParams();
  return <Page title={connectionId}>{null}</Page>;
}

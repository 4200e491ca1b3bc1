import { Navigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useIsAdmin } from '../api/use-is-admin.ts';

/** Leads to the first page of the settings that one may see. */
export function SettingsStart(): ReactElement {
  return <Navigate to={useIsAdmin() ? '/settings/keys' : '/settings/webhooks'} replace />;
}

import { useQuery } from '@tanstack/react-query';
import { settingsQuery } from '../settings/queries.ts';

/** What must stand among the redirect URIs of an OAuth client; `undefined` until it is known. */
export function useRedirectUri(): string | undefined {
  return useQuery(settingsQuery).data?.redirect_uri;
}

import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/api.ts';

/** How the server is configured. */
export interface ServerSettings {
  readonly public_url: string;
  readonly redirect_uri: string;
  readonly allowed_origins: readonly string[];
  readonly database: 'sqlite' | 'postgresql';
  readonly log_retention_days: number;
  readonly connect_session_lifetime_seconds: number;
  readonly share_link_lifetime_seconds: number;
  readonly version: string;
}

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => call<{ data: ServerSettings }>('GET', '/settings', { signal }).then(({ data }) => data),
  staleTime: 300_000,
});

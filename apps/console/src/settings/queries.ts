import type { SettingsBody } from '@latchkey/protocol';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/api.ts';

/** How the server is configured. */
export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => call<SettingsBody>('GET', '/settings', { signal }).then(({ data }) => data),
  staleTime: 300_000,
});

import { QueryClient } from '@tanstack/react-query';

/**
 * Makes the component's own cache, which neither needs nor disturbs the host's.
 *
 * Requests are never repeated behind the person's back: the server does its own retries, within bounds.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // No timer is left behind to drop what was found out: the cache goes with the component.
      queries: {
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        staleTime: 60_000,
        gcTime: Infinity,
        networkMode: 'always',
      },
    },
  });
}

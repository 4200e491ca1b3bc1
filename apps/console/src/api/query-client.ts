import { MutationCache, notifyManager, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error.ts';
import { markSessionEnded, sessionQuery } from './session.ts';

/** Whether the server does not know who is at the page any more, or knows them by another session than the page does. */
const isOfSession = ({ status, code }: ApiError): boolean => status === 401 || code === 'csrf_token_invalid';

/** Creates the cache of what the server answered. When it says that the session is another one, or none any more, the session is asked for anew. */
export function createConsoleQueryClient(): QueryClient {
  const onError = (error: Error): void => {
    if (!(error instanceof ApiError) || !isOfSession(error)) return;
    if (error.status === 401) markSessionEnded(client);
    void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
  };
  // At once, and not in a task of its own: the second click of a double click finds the button busy.
  notifyManager.setScheduler(queueMicrotask);
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // Without a network a change fails and says so. The library would keep it, and make it once there is one, whatever was decided meanwhile.
      mutations: { networkMode: 'always' },
      queries: {
        networkMode: 'always',
        refetchOnReconnect: true,
        staleTime: 10_000,
        retry: (failures, error) => failures < 2 && error instanceof ApiError && (error.status === 0 || error.status >= 502),
      },
    },
  });
  return client;
}

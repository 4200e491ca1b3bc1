import { useQueryClient, type Query, type QueryCache } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore, type ReactElement } from 'react';
import { ApiError } from '../api/api-error.ts';

/** Says that what a page shows may be old, because the server did not answer when it was to be read again. */
export function OldAnswers(): ReactElement {
  const client = useQueryClient();
  const cache = client.getQueryCache();
  const subscribe = useCallback((onChange: () => void) => cache.subscribe(onChange), [cache]);
  const isOld = useSyncExternalStore(subscribe, () => hasOldAnswers(cache));
  return (
    <div className="old-answers" aria-live="polite">
      {isOld && (
        <p className="note">
          The server did not answer, so what stands here may be old.{' '}
          <button type="button" className="link" onClick={() => void client.refetchQueries({ type: 'active', predicate: isOldAnswer })}>
            Try again
          </button>
        </p>
      )}
    </div>
  );
}

function hasOldAnswers(cache: QueryCache): boolean {
  return cache.getAll().some((query) => query.isActive() && isOldAnswer(query));
}

/** Whether there was an answer, and none when it was asked again. */
function isOldAnswer({ state: { data, error } }: Pick<Query, 'state'>): boolean {
  return data !== undefined && error instanceof ApiError && (error.status === 0 || error.status >= 500);
}

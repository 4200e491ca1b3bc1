import { useState, useSyncExternalStore } from 'react';
import { hasAttempt } from '../authorization/attempt-key.ts';

const neverChanges = () => () => undefined;

/** Whether the tab remembered a sign-in when the component was shown first; a server knows of none. */
export function useRememberedAttempt(apiUrl: string, integrationId: string | undefined): boolean {
  const [look] = useState(() => {
    let remembered: boolean | undefined;
    return () => (remembered ??= hasAttempt(apiUrl, integrationId));
  });
  return useSyncExternalStore(neverChanges, look, () => false);
}

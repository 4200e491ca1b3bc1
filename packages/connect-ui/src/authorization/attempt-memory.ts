import { attemptKey } from './attempt-key.ts';
import type { SignInBrowser } from './sign-in-browser.ts';

/** Remembers in the tab which attempt runs, so that a page that was reloaded, or come back to, picks it up. */
export interface AttemptMemory {
  readonly recall: () => string | undefined;
  readonly remember: (authorizationId: string) => void;
  readonly forget: () => void;
}

/** Makes the memory of one integration's attempts. */
// Security: the id alone is kept. It is no secret: only the session that began the attempt, or one of the same end user, may read it.
export function createAttemptMemory(storage: SignInBrowser['storage'], apiUrl: string, integrationId: string): AttemptMemory {
  const key = attemptKey(apiUrl, integrationId);
  return {
    recall: () => storage.getItem(key) ?? undefined,
    remember: (authorizationId) => storage.setItem(key, authorizationId),
    forget: () => storage.removeItem(key),
  };
}

import type { ConsoleSessionBody } from '@latchkey/protocol';
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { toApiError } from './api-error.ts';
import { call, keepCsrfToken, send } from './api.ts';

/** Who is signed in, and how one signs in. */
export type Session = ConsoleSessionBody['data'];

async function readSession(answer: Promise<ConsoleSessionBody>): Promise<Session> {
  const { data } = await answer;
  keepCsrfToken(data.csrf_token);
  return data;
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => readSession(call('GET', '/console/api/session', { signal })),
  staleTime: 60_000,
});

const ENDED_KEY = ['session-ended'];

/** Remembers that the session ended by itself, so that who has to sign in again is told why. */
export function markSessionEnded(client: QueryClient): void {
  client.setQueryData(ENDED_KEY, true);
}

/** Whether it did, since somebody signed in or out. */
export function hasSessionEnded(client: QueryClient): boolean {
  return client.getQueryData(ENDED_KEY) === true;
}

/** Signs in by password. @throws {ApiError} `sign_in_refused`; `too_many_request` */
export function signIn(password: string): Promise<Session> {
  return readSession(call('POST', '/console/api/session', { body: { password } }));
}

/** Signs out here, or wherever anybody is signed in. A session that has ended already is no failure. */
export async function signOut(everywhere = false): Promise<void> {
  await send('DELETE', everywhere ? '/console/api/sessions' : '/console/api/session').catch((error: unknown) => {
    if (toApiError(error).status !== 401) throw error;
  });
  keepCsrfToken(null);
}

/** Forgets whatever the server told to who was signed in before. */
export function forgetAnswers(client: QueryClient): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
  client.getMutationCache().clear();
}

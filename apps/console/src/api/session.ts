import type { ConsoleSessionBody } from '@latchkey/protocol';
import { queryOptions, type QueryClient } from '@tanstack/react-query';
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

/** Signs in by password. @throws {ApiError} `sign_in_refused`; `too_many_request` */
export function signIn(password: string): Promise<Session> {
  return readSession(call('POST', '/console/api/session', { body: { password } }));
}

/** Signs out here, or wherever anybody is signed in. */
export async function signOut(everywhere = false): Promise<void> {
  await send('DELETE', everywhere ? '/console/api/sessions' : '/console/api/session');
  keepCsrfToken(null);
}

/** Forgets whatever the server told to who was signed in before. */
export function forgetAnswers(client: QueryClient): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
  client.getMutationCache().clear();
}

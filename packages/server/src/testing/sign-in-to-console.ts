import type { TestApi } from './start-api.ts';

/** Somebody who is signed in to the console. */
export interface SignedInToConsole {
  readonly cookie: string;
  readonly csrfToken: string;
  /** What the console's page sends with a request that changes something. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What a browser says of a request that a page of the same origin makes. */
export function fromOwnPage(api: TestApi): Readonly<Record<string, string>> {
  return { origin: new URL(api.url).origin, 'sec-fetch-site': 'same-origin' };
}

/** Reads the cookie that an answer sets, as a browser sends it back. */
export function readSessionCookie(headers: Headers): string {
  const cookie = headers.getSetCookie().find((one) => one.startsWith('__Host-latchkey_console='));
  return cookie?.split(';')[0] ?? '';
}

/** Signs in by password. */
export async function signInToConsole(api: TestApi, password: string, former?: string): Promise<SignedInToConsole> {
  const answer = await api.call('POST', '/console/api/session', {
    json: { password },
    headers: { ...fromOwnPage(api), ...(former !== undefined && { cookie: former }) },
  });
  if (answer.status !== 200) throw new Error(`Signing in was answered with ${answer.status}: ${answer.text}`);
  const cookie = readSessionCookie(answer.headers);
  const csrfToken: string = answer.body.data.csrf_token;
  return { cookie, csrfToken, headers: { ...fromOwnPage(api), cookie, 'x-latchkey-csrf': csrfToken } };
}

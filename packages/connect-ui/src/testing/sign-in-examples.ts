import type { AuthorizationCreated, AuthorizationView, ErrorBody, Notice } from '@latchkey/protocol';
import { connected, example } from './examples.ts';
import { session, type FakeAnswer } from './fake-api.ts';

/** Where the tab remembers an attempt of the stories. */
export const rememberedAt = 'latchkey:authorization:https://app.example/latchkey:pingone';

/** What the server says of a sign-in. */
export const signIn = {
  authorizationId: 'aut_5f2b0c6e',
  startUrl: 'https://app.example/latchkey/oauth/start#ticket=0Zb1',
  redirectUri: 'https://app.example/latchkey/oauth/callback',
  origin: 'https://app.example',
  scopes: ['openid', 'profile', 'email', 'p1:read:user'],
} as const;

/** What the callback page says to the window that opened it. */
export const doneMessage = { type: 'latchkey:authorization', authorization_id: signIn.authorizationId };

/** The answer to a sign-in that is begun. */
export const begun: FakeAnswer = {
  status: 201,
  json: {
    data: {
      authorization_id: signIn.authorizationId,
      start_url: signIn.startUrl,
      redirect_uri: signIn.redirectUri,
      expires_at: '2030-01-01T00:10:00.000Z',
    },
  } satisfies AuthorizationCreated,
};

function view(rest: Pick<AuthorizationView['data'], 'status' | 'connection' | 'error'>): FakeAnswer {
  const data: AuthorizationView['data'] = {
    authorization_id: signIn.authorizationId,
    integration_id: 'pingone',
    redirect_uri: signIn.redirectUri,
    connection_config: { environmentId: example.environmentId, tld: example.tld },
    ...rest,
  };
  return { status: 200, json: { data } };
}

/** A sign-in that goes on. */
export const pending = view({ status: 'pending' });

/** A sign-in that has worked. */
export function signedIn(notices: readonly Notice[] = []): FakeAnswer {
  const access = [
    { name: 'read_profile', allowed: true },
    { name: 'read_own_user', allowed: true },
  ];
  const { data } = connected(access, notices);
  return view({ status: 'connected', connection: { ...data, integration_id: 'pingone', provider: 'pingone' } });
}

/** A sign-in that has failed. */
export function signInFailed(error: ErrorBody['error']): FakeAnswer {
  return view({ status: 'failed', error });
}

/** The answer of `GET /connect/session` for a session that lets people sign in. */
export function signInSession(needsClient = false): FakeAnswer {
  return session({ pingone: offered(needsClient) });
}

/** An integration whose people sign in. */
export function offered(needsClient = false) {
  return {
    provider: 'pingone',
    display_name: 'PingOne',
    needs_client: needsClient,
    redirect_uri: signIn.redirectUri,
    scopes: [...signIn.scopes],
  };
}

import {
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  clockSkew,
  clockTolerance,
  customFetch,
  discoveryRequest,
  getValidatedIdTokenClaims,
  processAuthorizationCodeResponse,
  processDiscoveryResponse,
  processUserInfoResponse,
  ResponseBodyError,
  userInfoRequest,
  validateApplicationLevelSignature,
  validateAuthResponse,
  WWWAuthenticateChallengeError,
  type AuthorizationServer,
  type Client,
  type ClientAuth,
} from 'oauth4webapi';
import type { TokenEndpointAuthMethod } from '@latchkey/providers';
import type { Clock } from '../clock.ts';
import type { ConsoleOidcOption } from '../options.ts';
import { createClientAuth, listAuthAttempts, type AuthAttempt } from '../oauth/client-auth.ts';
import type { Send } from '../oauth/send.ts';

/** What is true of somebody, by the name of the claim. */
export type Claims = Readonly<Record<string, unknown>> & { readonly sub: string };

/** What a sign-in was begun with. */
export interface BegunWith {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly redirectUri: string;
}

/** An OpenID Connect provider, as its own description has it. */
export interface OidcProvider {
  /** Finds out where it is. Rejects when it does not say. */
  describe(): Promise<AuthorizationServer>;
  /**
   * Makes of the response that a browser brought what is true of whoever signed in: validated whole, its signature included.
   *
   * Rejects when anything is not as it should be; what it rejects with may quote the response.
   */
  redeem(response: URLSearchParams, begunWith: BegunWith): Promise<Claims>;
}

/** What talking to the provider needs. */
interface ProviderParts {
  readonly options: ConsoleOidcOption;
  readonly groupsClaim: string;
  readonly send: Send;
  readonly clock: Clock;
}

/** How long its description is good, in milliseconds, and how far its clock may be off, in seconds. */
const DESCRIBED_MS = 60 * 60_000;
const TOLERANCE_SECONDS = 60;

/** Creates it. Nothing is asked yet. */
export function createOidcProvider({ options, groupsClaim, send, clock }: ProviderParts): OidcProvider {
  const issuer = new URL(options.issuer);
  const requests = {
    [customFetch]: async (url: string, { method, headers, body }: { method: string; headers: Record<string, string>; body?: unknown }) => {
      const text = body instanceof URLSearchParams ? body.toString() : undefined;
      const received = await send({ method: method === 'POST' ? 'POST' : 'GET', url, headers, ...(text !== undefined && { body: text }) });
      if ('transport' in received) throw new Error(`No answer: ${received.transport}.`);
      return new Response(received.body === '' ? null : received.body, received);
    },
    // The options were checked: http is there for loopback only, and then for all that the provider names.
    [allowInsecureRequests]: issuer.protocol === 'http:',
  };

  let described: { readonly until: number; readonly server: Promise<AuthorizationServer> } | undefined;
  const describe = (): Promise<AuthorizationServer> => {
    const now = clock.now().getTime();
    if (described !== undefined && now < described.until) return described.server;
    const server = discoveryRequest(issuer, requests).then((response) => processDiscoveryResponse(issuer, response));
    const asked = { until: now + DESCRIBED_MS, server };
    described = asked;
    server.catch(() => {
      if (described === asked) described = undefined;
    });
    return server;
  };

  return {
    describe,
    async redeem(response, { state, nonce, codeVerifier, redirectUri }) {
      const server = await describe();
      const client: Client = {
        client_id: options.clientId,
        [clockSkew]: Math.round((clock.now().getTime() - Date.now()) / 1000),
        [clockTolerance]: TOLERANCE_SECONDS,
      };
      const parameters = validateAuthResponse(server, client, response, state);
      const exchange = async (auth: ClientAuth) => {
        const answer = await authorizationCodeGrantRequest(server, client, auth, parameters, redirectUri, codeVerifier, requests);
        // The signature is validated of the very answer that was processed.
        const tokens = await processAuthorizationCodeResponse(server, client, answer, { expectedNonce: nonce, requireIdToken: true });
        await validateApplicationLevelSignature(server, answer, requests);
        return tokens;
      };
      const tokens = await tryEach(listAuthAttempts(listMethods(server), options), (attempt) =>
        exchange(createClientAuth(attempt, options)),
      );
      const claims = getValidatedIdTokenClaims(tokens);
      if (claims === undefined) throw new Error('There is no ID token.');
      if (groupsClaim in claims || server.userinfo_endpoint === undefined) return claims;
      const answer = await userInfoRequest(server, client, tokens.access_token, requests);
      return { ...(await processUserInfoResponse(server, client, claims.sub, answer)), ...claims };
    },
  };
}

/** Lists how the client may prove itself, in the order of what the provider is likely to take. */
function listMethods({ token_endpoint_auth_methods_supported: supported }: AuthorizationServer): readonly TokenEndpointAuthMethod[] {
  const takes = (method: string): boolean => supported === undefined || supported.includes(method);
  return [
    ...(takes('client_secret_basic') ? (['CLIENT_SECRET_BASIC'] as const) : []),
    ...(takes('client_secret_post') ? (['CLIENT_SECRET_POST'] as const) : []),
  ];
}

/** Tries one way after another. A client that is not known by one is refused before its code is spent. */
async function tryEach<Result>(attempts: readonly AuthAttempt[], exchange: (attempt: AuthAttempt) => Promise<Result>): Promise<Result> {
  const last = attempts.length - 1;
  for (const [index, attempt] of attempts.entries()) {
    try {
      return await exchange(attempt);
    } catch (error) {
      if (index === last || !isClientRefused(error)) throw error;
    }
  }
  throw new Error('The provider takes no client secret.');
}

function isClientRefused(error: unknown): boolean {
  if (error instanceof WWWAuthenticateChallengeError) return true;
  return error instanceof ResponseBodyError && error.error === 'invalid_client';
}

import { buildEndpoints, explainFailure, readSign, type ProviderInput, type Sign, type TokenEndpointAuthMethod } from '@latchkey/providers';
import type { OAuthClient } from '../core/integration.ts';
import { explainedError } from '../errors.ts';
import { buildAheadRequest, readAhead } from '../oauth/ask-ahead.ts';
import { buildAuthorizationUrl, generateAuthorizationSecrets } from '../oauth/authorization-request.ts';
import { fetchToken } from '../oauth/fetch-token.ts';
import type { Send } from '../oauth/send.ts';
import type { Deps, KnownIntegration } from './deps.ts';

/** What somebody is about to sign in with. */
export interface PreflightOrder {
  readonly input: ProviderInput;
  readonly client: OAuthClient;
  readonly scopes: readonly string[];
  readonly redirectUri: string;
}

/** How long each question may take, in milliseconds: a person waits for the window. */
const TIMEOUT_MS = 3000;

/** What a token endpoint's answer to a made-up code can mean for certain; anything else, a success included, says nothing. */
const CERTAIN: ReadonlySet<Sign> = new Set(['method_refused', 'client_refused', 'client_disabled', 'grant_refused', 'token_refused']);

/**
 * Asks a provider ahead what it would refuse in the window: the token endpoint with a made-up code, and the authorization endpoint with nobody there.
 * Both at once. Only what is certain stops the attempt; what is not, the window will tell.
 *
 * @returns The method by which the client was let in; `undefined` when that did not become clear.
 * @throws {ConnectError} The provider's explanation.
 */
export async function preflight(
  deps: Deps,
  integration: KnownIntegration,
  order: PreflightOrder,
): Promise<TokenEndpointAuthMethod | undefined> {
  const send: Send = (request) => deps.send(request, Math.min(TIMEOUT_MS, deps.requestTimeoutMs));
  const [authMethod, refusal] = await Promise.all([askTokenEndpoint(deps, send, integration, order), askAhead(send, integration, order)]);
  if (refusal !== undefined) throw explainedError(explainFailure(integration.definition, [refusal]));
  return authMethod;
}

async function askTokenEndpoint(
  { clock }: Deps,
  send: Send,
  { definition, hosts }: KnownIntegration,
  { input, client, redirectUri }: PreflightOrder,
): Promise<TokenEndpointAuthMethod | undefined> {
  const { state: code, codeVerifier } = generateAuthorizationSecrets();
  const outcome = await fetchToken(
    { send, clock },
    {
      provider: definition,
      endpoint: buildEndpoints(definition, hosts, input),
      client,
      grant: { type: 'authorization_code', code, redirectUri, codeVerifier },
      authMethods: definition.authMethods,
      roleGrantWaitMs: 0,
      isPatient: false,
    },
  );
  if ('tokens' in outcome) return undefined;
  const signs = outcome.answers.map((answer) => readSign(definition.signs, answer));
  const last = signs.at(-1);
  // The code was looked at, so the client was let in.
  if (last === 'grant_invalid') return outcome.authMethod;
  if (last === undefined || !CERTAIN.has(last)) return undefined;
  throw explainedError(explainFailure(definition, outcome.answers));
}

async function askAhead(send: Send, { definition, hosts }: KnownIntegration, { input, client, scopes, redirectUri }: PreflightOrder) {
  const { authorization } = buildEndpoints(definition, hosts, input);
  if (authorization === undefined) return undefined;
  // The secrets are of this question alone: what comes of it is worth nothing to anybody.
  const secrets = generateAuthorizationSecrets();
  const { clientId } = client;
  const url = await buildAuthorizationUrl({ ...secrets, endpoint: authorization, clientId, redirectUri, scopes, prompt: 'none' });
  return readAhead(definition, await send(buildAheadRequest(url)), redirectUri);
}

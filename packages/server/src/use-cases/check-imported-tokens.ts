import { buildEndpoints, explainFailure, type ProviderInput } from '@latchkey/providers';
import type { ConnectSession } from '../core/connect-session.ts';
import { describeEnvironment } from '../core/describe-environment.ts';
import type { OAuthClient } from '../core/integration.ts';
import { readIdentity } from '../core/provider-input.ts';
import type { TokenSet } from '../core/token-set.ts';
import { connectError, explainedError } from '../errors.ts';
import { fetchToken } from '../oauth/fetch-token.ts';
import { readTokenClaims } from '../oauth/read-token-claims.ts';
import { checkAccess } from './check-access.ts';
import type { Deps, KnownIntegration } from './deps.ts';
import { locateEnvironment } from './locate-environment.ts';
import { readCheckedFacts } from './read-checked-facts.ts';
import type { ConnectionDraft } from './save-connection.ts';

/** What came of an end user's sign-in elsewhere: at least one of the two tokens. */
export interface GivenTokens {
  readonly accessToken: string | undefined;
  readonly refreshToken: string | undefined;
  /** Of the access token; `undefined` for what the token says itself. */
  readonly expiresAt: Date | undefined;
  /** The OAuth client that they were given to; `undefined` for the integration's. */
  readonly client: OAuthClient | undefined;
}

/** Tokens, and the way in which the client proves itself. */
type UsedTokens = Pick<ConnectionDraft, 'tokens' | 'authMethod'>;

/**
 * Checks tokens by using them: an access token that is still good by calling the provider's API with it, else the refresh token by getting the next
 * token set with it, which spends it. A refresh token that comes along with a good access token is left for later. Stores nothing.
 *
 * @param typed Where they lead to, checked.
 * @throws {ConnectError} `invalid_body`; `oauth_client_missing`; the provider's explanation
 * @see [RFC 6749 §6](https://www.rfc-editor.org/rfc/rfc6749.html#section-6)
 */
export async function checkImportedTokens(
  deps: Deps,
  integration: KnownIntegration,
  typed: ProviderInput,
  given: GivenTokens,
  owners: Pick<ConnectSession, 'endUser' | 'organization'>,
): Promise<ConnectionDraft> {
  const { definition } = integration;
  const { form } = definition;
  // Whoever refreshes later needs it as well.
  const client = given.client ?? integration.client;
  if (given.refreshToken !== undefined && client === undefined) throw connectError('oauth_client_missing');
  const { input } = await locateEnvironment(deps, integration, typed, owners);
  const { tokens, authMethod } = readUsable(deps, integration, given) ?? (await refresh(deps, integration, input, client, given));

  // Before the token is sent to the API of the environment that was named.
  const { organizationId } = readCheckedFacts(definition, input, tokens);
  const { access, environment } = await checkAccess(deps, integration, input, tokens.accessToken);
  const { client: own } = given;
  return {
    integrationId: integration.integrationId,
    provider: definition.id,
    config: input,
    identity: readIdentity(form, input),
    authMethod,
    environment: describeEnvironment(form, input, { environment, organizationId }),
    access,
    credential: { values: own === undefined ? {} : { client_id: own.clientId, client_secret: own.clientSecret } },
    tokens,
  };
}

/** Reads the access token that was given, if it is still good. */
function readUsable({ clock }: Deps, { definition }: KnownIntegration, given: GivenTokens): UsedTokens | undefined {
  const { accessToken, refreshToken } = given;
  if (accessToken === undefined) return undefined;
  const expiresAt = given.expiresAt ?? readExpiry(accessToken);
  if (expiresAt === undefined && refreshToken === undefined) {
    throw invalid('expires_at', 'The access token does not say when it expires, so this must.');
  }
  if (expiresAt === undefined || expiresAt <= clock.now()) {
    if (refreshToken === undefined) throw invalid('access_token', 'The access token has expired, and no refresh token came along.');
    return undefined;
  }
  const [authMethod = 'CLIENT_SECRET_POST'] = definition.authMethods;
  const tokens = { accessToken, expiresAt, raw: { token_type: 'Bearer' }, ...(refreshToken !== undefined && { refreshToken }) };
  return { tokens, authMethod };
}

async function refresh(
  deps: Deps,
  { definition, hosts }: KnownIntegration,
  input: ProviderInput,
  client: OAuthClient | undefined,
  { refreshToken }: GivenTokens,
): Promise<UsedTokens> {
  if (refreshToken === undefined) throw invalid('access_token', 'Give "access_token", or "refresh_token", or both.');
  if (client === undefined) throw connectError('oauth_client_missing');
  const outcome = await fetchToken(deps, {
    provider: definition,
    endpoint: buildEndpoints(definition, hosts, input),
    client,
    grant: { type: 'refresh_token', refreshToken },
    authMethods: definition.authMethods,
    roleGrantWaitMs: 0,
  });
  if (!('tokens' in outcome)) throw explainedError(explainFailure(definition, outcome.answers, ['refresh_token_presented']));
  const tokens: TokenSet = { ...outcome.tokens, refreshToken: outcome.tokens.refreshToken ?? refreshToken };
  return { tokens, authMethod: outcome.authMethod };
}

/** @see [RFC 9068 §2.2](https://www.rfc-editor.org/rfc/rfc9068.html#section-2.2) */
function readExpiry(accessToken: string): Date | undefined {
  const { exp } = readTokenClaims(accessToken);
  return typeof exp === 'number' ? new Date(exp * 1000) : undefined;
}

function invalid(name: string, message: string) {
  return connectError('invalid_body', { errors: [{ code: 'custom', message, path: ['credentials', name] }] });
}

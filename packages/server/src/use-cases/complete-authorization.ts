import type { Notice } from '@latchkey/protocol';
import { buildEndpoints, explainFailure, type ProviderAnswer, type Sign, type TokenEndpointAuthMethod } from '@latchkey/providers';
import type { Authorization } from '../core/authorization.ts';
import { describeEnvironment } from '../core/describe-environment.ts';
import type { OAuthClient } from '../core/integration.ts';
import { readIdentity } from '../core/provider-input.ts';
import type { TokenSet } from '../core/token-set.ts';
import { connectError, explainedError, type ConnectError } from '../errors.ts';
import { asksForIdToken } from '../oauth/authorization-request.ts';
import { readAuthorizationResponse } from '../oauth/authorization-response.ts';
import { fetchToken } from '../oauth/fetch-token.ts';
import { checkAccess } from './check-access.ts';
import type { Connected } from './connect-with-client-credentials.ts';
import type { Deps, KnownIntegration } from './deps.ts';
import { readCheckedFacts } from './read-checked-facts.ts';
import { saveConnection } from './save-connection.ts';
import { openAttemptSecrets, type AttemptSecrets } from './sealed-secrets.ts';
import { buildRedirectUri } from './start-authorization.ts';
import { validateIdToken } from './validate-id-token.ts';

/** What an attempt is completed with. */
interface Completion {
  readonly authorization: Authorization;
  readonly integration: KnownIntegration;
  readonly client: OAuthClient;
  readonly secrets: AttemptSecrets;
}

/** What the provider sent the browser back with. */
interface AuthorizationResponse {
  readonly state: string;
  readonly query: URLSearchParams;
}

/**
 * Completes an attempt to sign in that this request has claimed: reads the response, exchanges the code, validates the ID token, finds out what the
 * connection may do, and stores it.
 *
 * @throws {ConnectError} The provider's explanation; `unknown_integration`; `oauth_client_missing`; `unknown_connect_session_token` when the session
 *   was ended meanwhile; in a session that reconnects `unknown_connection`, `identity_mismatch`; `connection_disabled`; `store_unavailable`
 * @see [RFC 6749 §4.1](https://www.rfc-editor.org/rfc/rfc6749.html#section-4.1)
 */
export function completeAuthorization(deps: Deps, authorization: Authorization, response: AuthorizationResponse): Promise<Connected> {
  const { integrationId, endUserId } = authorization;
  return deps.requestLog.run({ type: 'authorization', integrationId, endUserId }, async (operation) => {
    const connected = await complete(deps, authorization, response);
    operation.describe({ connectionId: connected.connection.connectionId });
    return connected;
  });
}

async function complete(deps: Deps, authorization: Authorization, response: AuthorizationResponse): Promise<Connected> {
  const integration = await deps.integrations.find(authorization.integrationId);
  if (integration === undefined) throw connectError('unknown_integration');
  const { definition } = integration;
  const secrets = await openAttemptSecrets(deps.vault, authorization.authorizationId, authorization.sealedSecrets ?? '');
  const client = secrets.client ?? integration.client;
  if (client === undefined) throw connectError('oauth_client_missing');

  const { issuers, namesIssuer, config, scopes } = authorization;
  const expected = { clientId: client.clientId, state: response.state, issuers, namesIssuer };
  const reading = readAuthorizationResponse(response.query, expected);
  if (!('code' in reading)) throw explain(integration, reading.answers, reading.facts);

  const { tokens, idToken, authMethod } = await exchangeCode(deps, { authorization, integration, client, secrets }, reading.code);
  if (asksForIdToken(scopes)) {
    await validateIdToken(deps, integration, config, idToken, { clientId: client.clientId, nonce: secrets.nonce, issuers });
  }
  const { organizationId } = readCheckedFacts(definition, config, tokens);
  const { access, environment } = await checkAccess(deps, integration, config, tokens.accessToken);

  const session = await deps.store.findConnectSession(authorization.sessionTokenHash);
  if (session === undefined) throw connectError('unknown_connect_session_token');
  const { client: own } = secrets;
  const connection = await saveConnection(deps, session, {
    integrationId: integration.integrationId,
    provider: definition.id,
    config,
    identity: readIdentity(definition.form, config),
    authMethod,
    environment: describeEnvironment(definition.form, config, { environment, organizationId }),
    access,
    credential: { values: own === undefined ? {} : { client_id: own.clientId, client_secret: own.clientSecret } },
    tokens,
  });
  return { connection, notices: [...authorization.notices, ...noticeOf(tokens, authMethod)] };
}

// Security: to the endpoint of the provider's own table, whatever the response or a metadata document names (RFC 9700 §4.4.2).
async function exchangeCode(deps: Deps, { authorization, integration, client, secrets }: Completion, code: string) {
  const { definition, hosts } = integration;
  const { authMethod, config } = authorization;
  const outcome = await fetchToken(deps, {
    provider: definition,
    endpoint: buildEndpoints(definition, hosts, config),
    client,
    grant: { type: 'authorization_code', code, redirectUri: buildRedirectUri(deps), codeVerifier: secrets.codeVerifier },
    authMethods: [authMethod, ...definition.authMethods.filter((method) => method !== authMethod)],
    roleGrantWaitMs: 0,
  });
  if ('tokens' in outcome) return outcome;
  throw explain(integration, outcome.answers, ['code_presented']);
}

function explain({ definition }: KnownIntegration, answers: readonly ProviderAnswer[], facts: readonly Sign[]): ConnectError {
  return explainedError(explainFailure(definition, answers, facts));
}

function noticeOf({ refreshToken }: TokenSet, authMethod: TokenEndpointAuthMethod): readonly Notice[] {
  return [
    ...(authMethod === 'CLIENT_SECRET_BASIC' ? [{ code: 'auth_method_basic' } as const] : []),
    ...(refreshToken === undefined ? [{ code: 'no_refresh_token' } as const] : []),
  ];
}

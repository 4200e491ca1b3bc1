import { buildEndpoints, explainFailure, type Explanation, type Sign, type TokenEndpointAuthMethod } from '@latchkey/providers';
import type { Clock } from '../clock.ts';
import type { Credential } from '../core/connection.ts';
import type { TokenSet } from '../core/token-set.ts';
import { errorCatalogue } from '../error-catalogue.ts';
import { fetchToken } from '../oauth/fetch-token.ts';
import type { Send } from '../oauth/send.ts';
import type { TokenGrant } from '../oauth/token-request.ts';
import type { StoredConnection } from '../store/store.ts';
import { readClient } from './choose-client.ts';
import type { KnownIntegration } from './deps.ts';

/** What a new token set is requested with. */
export interface TokenSetRequest {
  readonly integration: KnownIntegration;
  readonly connection: StoredConnection;
  readonly credential: Credential;
  /** The token set that is to be replaced. */
  readonly tokens: TokenSet;
  /** Called before each request to the provider. When it rejects, nothing is sent any more, and it is what the whole rejects with. */
  readonly beforeSending: () => Promise<void>;
}

/** A new token set, or why there is none. */
export type TokenSetOutcome =
  | { readonly tokens: TokenSet; readonly authMethod: TokenEndpointAuthMethod }
  | {
      readonly explanation: Explanation;
      /** Whether the provider may have taken the refresh token without our learning of it: it was sent, and no answer came. */
      readonly mayBeSpent: boolean;
    };

/** Gets a connection's next token set from its provider, by whichever grant the provider has. */
export type RequestTokenSet = (request: TokenSetRequest) => Promise<TokenSetOutcome>;

/**
 * The integration has lost the client that its connections were made with. That is the host's to put right, and then they go on: nobody has to
 * connect again.
 */
const clientMissing: Explanation = { code: 'oauth_client_missing', ...errorCatalogue.oauth_client_missing, status: 503, retryable: true };

/** Creates it over HTTP. */
export function createRequestTokenSet({ send, clock }: { readonly send: Send; readonly clock: Clock }): RequestTokenSet {
  return async ({ integration, connection, credential, tokens, beforeSending }) => {
    const { definition, hosts } = integration;
    const grant = chooseGrant(integration, tokens);
    if (grant === undefined) return { explanation: explainFailure(definition, [], ['refresh_token_missing']), mayBeSpent: false };
    const client = readClient(credential.values) ?? integration.client;
    if (client === undefined) return { explanation: clientMissing, mayBeSpent: false };

    const sendLeased: Send = async (...request) => {
      await beforeSending();
      return send(...request);
    };
    const outcome = await fetchToken(
      { send: sendLeased, clock },
      {
        provider: definition,
        endpoint: buildEndpoints(definition, hosts, connection.config),
        client,
        grant,
        authMethods: [connection.authMethod, ...definition.authMethods.filter((method) => method !== connection.authMethod)],
        roleGrantWaitMs: 0,
      },
    );
    if ('tokens' in outcome) return { tokens: keepRefreshToken(outcome.tokens, tokens), authMethod: outcome.authMethod };
    const facts: Sign[] = grant.type === 'refresh_token' ? ['refresh_token_presented'] : [];
    return { explanation: explainFailure(definition, outcome.answers, facts), mayBeSpent: outcome.mayBeSpent };
  };
}

function chooseGrant({ definition }: KnownIntegration, { refreshToken }: TokenSet): TokenGrant | undefined {
  if (definition.grant === 'client_credentials') return { type: 'client_credentials' };
  return refreshToken === undefined ? undefined : { type: 'refresh_token', refreshToken };
}

/** @see [RFC 6749 §6](https://www.rfc-editor.org/rfc/rfc6749.html#section-6): an answer without a refresh token leaves the old one good. */
function keepRefreshToken(fresh: TokenSet, { refreshToken }: TokenSet): TokenSet {
  return refreshToken === undefined || fresh.refreshToken !== undefined ? fresh : { ...fresh, refreshToken };
}

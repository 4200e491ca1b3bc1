import { buildEndpoints, explainFailure, type Explanation, type TokenEndpointAuthMethod } from '@latchkey/providers';
import type { Clock } from '../clock.ts';
import type { Credential } from '../core/connection.ts';
import type { TokenSet } from '../core/token-set.ts';
import { fetchToken } from '../oauth/fetch-token.ts';
import type { Send } from '../oauth/send.ts';
import type { StoredConnection } from '../store/store.ts';
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

/** Creates it over HTTP. */
export function createRequestTokenSet({ send, clock }: { readonly send: Send; readonly clock: Clock }): RequestTokenSet {
  return async ({ integration, connection, credential: { values }, beforeSending }) => {
    const { definition, hosts } = integration;
    const sendLeased: Send = async (...request) => {
      await beforeSending();
      return send(...request);
    };
    const outcome = await fetchToken(
      { send: sendLeased, clock },
      {
        provider: definition,
        endpoint: buildEndpoints(definition, hosts, connection.config),
        client: { clientId: values['client_id'] ?? '', clientSecret: values['client_secret'] ?? '' },
        authMethods: [connection.authMethod, ...definition.authMethods.filter((method) => method !== connection.authMethod)],
        roleGrantWaitMs: 0,
      },
    );
    if ('tokens' in outcome) return outcome;
    // The client credentials grant spends nothing.
    return { explanation: explainFailure(definition, outcome.answers), mayBeSpent: false };
  };
}

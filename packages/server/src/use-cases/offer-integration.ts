import type { ProviderInput } from '@latchkey/providers';
import type { ConnectSession } from '../core/connect-session.ts';
import { pickPrefill } from '../core/reconnect-input.ts';
import { chooseClient } from './choose-client.ts';
import { chooseScopes } from './choose-scopes.ts';
import type { Deps, KnownIntegration } from './deps.ts';
import { buildRedirectUri } from './start-authorization.ts';

/** An integration as the holder of a session is offered it. */
export interface OfferedIntegration {
  readonly integration: KnownIntegration;
  /** What the host knows already of the form's values; empty in a session that reconnects. */
  readonly known: ProviderInput;
  /** Only where somebody signs in. */
  readonly signIn: SignInTerms | undefined;
}

/** What signing in through an integration takes. */
export interface SignInTerms {
  /** Whether the end user must bring an OAuth client. */
  readonly needsClient: boolean;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
}

/** Tells what an integration asks of the holder of a session. @throws {ConnectError} `encryption_key_missing`; `store_unavailable` */
export async function offerIntegration(deps: Deps, session: ConnectSession, integration: KnownIntegration): Promise<OfferedIntegration> {
  const { definition, integrationId } = integration;
  const defaults = session.reconnects === undefined ? session.defaults?.[integrationId] : undefined;
  const known = pickPrefill(definition.form, defaults?.config ?? {});
  if (definition.grant !== 'authorization_code') return { integration, known, signIn: undefined };
  const needsClient = (await chooseClient(deps, integration, session)) === undefined;
  return { integration, known, signIn: { needsClient, redirectUri: buildRedirectUri(deps), scopes: chooseScopes(integration, session) } };
}

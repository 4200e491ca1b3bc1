import { buildEndpoints } from '@latchkey/providers';
import { nameBindingCookie } from '../core/authorization.ts';
import { connectError } from '../errors.ts';
import { buildAuthorizationUrl } from '../oauth/authorization-request.ts';
import type { Deps } from './deps.ts';
import { generateSecret, hashSecret } from './hash-secret.ts';
import { openAttemptSecrets } from './sealed-secrets.ts';
import { buildRedirectUri } from './start-authorization.ts';

/** Where a browser goes on, and what binds the attempt to it. The cookie's value is told this once. */
export interface RedeemedTicket {
  /** At the provider. */
  readonly authorizationUrl: string;
  readonly cookie: { readonly name: string; readonly value: string };
}

/**
 * Spends the ticket of an attempt to sign in: from now on it is this browser's.
 *
 * @param inPopup Whether the browser signs in in a window of its own.
 * @throws {ConnectError} `authorization_used` for a ticket that was spent, has expired or never was; `unknown_integration`; `oauth_client_missing`;
 *   `store_unavailable`
 * @see [RFC 9700 §4.7.1](https://www.rfc-editor.org/rfc/rfc9700.html#section-4.7.1)
 */
export async function redeemTicket(deps: Deps, ticket: string, inPopup: boolean): Promise<RedeemedTicket> {
  const binding = generateSecret();
  const spent = await deps.store.spendTicket(hashSecret(ticket), { bindingHash: hashSecret(binding), inPopup }, deps.clock.now());
  if (spent?.sealedSecrets === undefined) {
    throw connectError('authorization_used', { message: 'This link was used before, or it has expired.' });
  }
  const { authorizationId, integrationId, config, scopes } = spent;
  const integration = await deps.integrations.find(integrationId);
  if (integration === undefined) throw connectError('unknown_integration');
  const { client = integration.client, ...secrets } = await openAttemptSecrets(deps.vault, authorizationId, spent.sealedSecrets);
  const { authorization: endpoint } = buildEndpoints(integration.definition, integration.hosts, config);
  if (client === undefined || endpoint === undefined) throw connectError('oauth_client_missing');
  return {
    authorizationUrl: await buildAuthorizationUrl({
      ...secrets,
      endpoint,
      clientId: client.clientId,
      redirectUri: buildRedirectUri(deps),
      scopes,
    }),
    cookie: { name: nameBindingCookie(authorizationId), value: binding },
  };
}

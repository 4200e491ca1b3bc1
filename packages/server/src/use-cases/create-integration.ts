import { findProvider } from '@latchkey/providers';
import type { OAuthClient } from '../core/integration.ts';
import { connectError, type ConnectError } from '../errors.ts';
import type { StoredIntegration } from '../store/integration-store.ts';
import type { Deps } from './deps.ts';
import { sealClient } from './sealed-client.ts';

/** What a new integration is to be. */
export interface IntegrationOrder {
  readonly integrationId: string;
  /** The provider's id. */
  readonly provider: string;
  /** @default the provider's name */
  readonly displayName: string | undefined;
  /** The OAuth client that end users sign in through. @default each brings one */
  readonly client: OAuthClient | undefined;
  /** @default the provider's */
  readonly scopes: readonly string[] | undefined;
}

/**
 * Makes an integration.
 *
 * @throws {ConnectError} `invalid_body` for a provider that there is not, a client where nobody signs in, and an id that is taken;
 *   `store_unavailable`; `store_full`
 */
export async function createIntegration(deps: Deps, order: IntegrationOrder): Promise<StoredIntegration> {
  const { integrationId, provider, client, scopes = [] } = order;
  const definition = findProvider(provider);
  if (definition === undefined) throw invalid('provider', 'There is no such provider; GET /providers lists what there is.');
  refuseClient(provider, order);
  if (deps.integrations.fixed.some((fixed) => fixed.integrationId === integrationId)) throw taken();
  const now = deps.clock.now();
  const created = await deps.store.insertIntegration({
    integrationId,
    provider,
    displayName: order.displayName ?? definition.displayName,
    sealedClient: client && (await sealClient(deps.vault, integrationId, client)),
    scopes,
    createdAt: now,
    updatedAt: now,
  });
  deps.integrations.forget();
  if (created !== undefined) return created;
  if ((await deps.store.findIntegration(integrationId)) !== undefined) throw taken();
  throw invalid('uniqueKey', 'Connections of another provider are left under this id; give another one, or delete them.');
}

/** Makes the error of an id that another integration has. Compat: clients of this wire know the place by this name. */
export function taken(): ConnectError {
  return invalid('uniqueKey', 'There is an integration with this id already.');
}

/** Refuses an OAuth client, and scopes, where nobody would sign in through it. @throws {ConnectError} `invalid_body` */
export function refuseClient(
  provider: string,
  { client, scopes }: Partial<Pick<IntegrationOrder, 'scopes'>> & { readonly client?: unknown },
): void {
  if (findProvider(provider)?.form.grant === 'authorization_code') return;
  if (client || scopes?.length)
    throw invalid('credentials', 'End users of this provider give an OAuth client of their own; leave this out.');
}

function invalid(name: string, message: string): ConnectError {
  return connectError('invalid_body', { errors: [{ code: 'custom', message, path: [name] }] });
}

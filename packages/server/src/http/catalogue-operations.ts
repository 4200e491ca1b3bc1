/** What a host's backend may ask about providers and integrations, in the words of the wire. */

import type { IntegrationBody, IntegrationExtra, IntegrationListBody, ProviderBody, ProviderListBody } from '@latchkey/protocol';
import { findProvider, listProviders as listKnown } from '@latchkey/providers';
import { connectError } from '../errors.ts';
import type { Deps } from '../use-cases/deps.ts';
import { formatIntegration } from './format-integration.ts';
import { formatProvider } from './format-provider.ts';

/** Lists the providers that there are, those alone whose id or name holds a text when one is given. */
export function listProviders(search = ''): ProviderListBody {
  const wanted = search.trim().toLowerCase();
  const found = listKnown().filter(({ id, displayName }) => `${id}\n${displayName}`.toLowerCase().includes(wanted));
  return { data: found.map(formatProvider) };
}

/** Gets a provider by its id. @throws {ConnectError} `not_found` */
export function getProvider(id: string): ProviderBody {
  const provider = findProvider(id);
  if (provider !== undefined) return { data: formatProvider(provider) };
  throw connectError('not_found', { message: 'There is no provider with this id.', remedy: 'GET /providers lists what there is.' });
}

/** Lists the integrations, in the order of the option `integrations`. */
export async function listIntegrations(deps: Deps): Promise<IntegrationListBody> {
  return { data: (await deps.integrations.list()).map((integration) => formatIntegration(integration)) };
}

/** Gets an integration by its id. @throws {ConnectError} `not_found` */
export async function getIntegration(
  deps: Deps,
  integrationId: string,
  include: readonly IntegrationExtra[] | undefined,
): Promise<IntegrationBody> {
  const integration = await deps.integrations.find(integrationId);
  if (integration !== undefined) return { data: formatIntegration(integration, include) };
  throw connectError('not_found', { message: 'There is no integration with this id.', remedy: 'GET /integrations lists what there is.' });
}

/** What a host's backend may ask about providers, in the words of the wire: over HTTP, and as functions in the same process. */

import type { ProviderBody, ProviderListBody } from '@latchkey/protocol';
import { findProvider, listProviders as listKnown } from '@latchkey/providers';
import { connectError } from '../errors.ts';
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

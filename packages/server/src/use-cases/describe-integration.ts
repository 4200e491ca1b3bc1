import type { Provider } from '@latchkey/providers';
import type { Integration, OAuthClient } from '../core/integration.ts';
import type { KnownIntegration } from './deps.ts';

/** What an integration was configured with. */
interface ConfiguredIntegration extends Integration {
  readonly client: OAuthClient | undefined;
  readonly scopes: readonly string[];
}

/** Joins an integration with what its provider's data says. @param providerHosts Of the option, by the provider's family. */
export function describeIntegration(
  { integrationId, provider, displayName, client, scopes }: ConfiguredIntegration,
  definition: Provider,
  providerHosts: Readonly<Record<string, KnownIntegration['hosts']>>,
): KnownIntegration {
  const hosts = providerHosts[definition.family] ?? definition.hosts;
  return { integrationId, provider, displayName, definition, hosts, client, scopes };
}

import type { Integrations, KnownIntegration } from './deps.ts';

/** The integrations that the options name: they are there from the start, and stay as they are. */
export function createFixedIntegrations(integrations: readonly KnownIntegration[]): Integrations {
  const byId = new Map(integrations.map((integration) => [integration.integrationId, integration]));
  return {
    find: (integrationId) => Promise.resolve(byId.get(integrationId)),
    list: () => Promise.resolve(integrations),
  };
}

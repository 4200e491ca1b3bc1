import { allowsIntegration, type ConnectSession } from '../core/connect-session.ts';
import { connectError } from '../errors.ts';
import type { Deps, KnownIntegration } from './deps.ts';

/**
 * Gets an integration for the host's backend.
 *
 * @throws {ConnectError} `unknown_provider_config`
 */
export async function getIntegration(deps: Deps, integrationId: string): Promise<KnownIntegration> {
  const integration = await deps.integrations.find(integrationId);
  if (integration === undefined) throw connectError('unknown_provider_config');
  return integration;
}

/**
 * Gets an integration that the session may connect.
 *
 * @throws {ConnectError} `integration_not_allowed` when the session does not allow it, whether or not it exists; `unknown_integration`
 */
export async function getAllowedIntegration(deps: Deps, session: ConnectSession, integrationId: string): Promise<KnownIntegration> {
  if (!allowsIntegration(session, integrationId)) throw connectError('integration_not_allowed', { field: 'integration_id' });
  const integration = await deps.integrations.find(integrationId);
  if (integration === undefined) throw connectError('unknown_integration', { field: 'integration_id' });
  return integration;
}

/** Lists the integrations that the session may connect. */
export async function listAllowedIntegrations(deps: Deps, session: ConnectSession): Promise<readonly KnownIntegration[]> {
  return (await deps.integrations.list()).filter((integration) => allowsIntegration(session, integration.integrationId));
}

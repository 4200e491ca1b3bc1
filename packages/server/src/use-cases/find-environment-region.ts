import { readField, type Region } from '@latchkey/providers';
import { findEnvironmentField, findRegionField } from '../core/form-fields.ts';
import { fieldError } from '../core/provider-input.ts';
import type { ConnectSession } from '../core/connect-session.ts';
import type { Deps } from './deps.ts';
import { listAllowedIntegrations } from './get-integration.ts';
import { findRegion } from './locate-environment.ts';

/**
 * Finds the region of an environment for the holder of a session.
 *
 * @returns `undefined` when every region answered that it does not know the environment, or the session's providers have no regions.
 * @throws {ConnectError} The field's problem, when this is no environment ID; the provider's explanation, when some region did not answer and
 *   none knew it.
 */
export async function findEnvironmentRegion(deps: Deps, session: ConnectSession, environmentId: string): Promise<Region | undefined> {
  for (const integration of await listAllowedIntegrations(deps, session)) {
    const { form } = integration.definition;
    const [environmentField, regionField] = [findEnvironmentField(form), findRegionField(form)];
    if (environmentField === undefined || regionField === undefined) continue;
    const reading = readField(environmentField, form.regions, environmentId);
    if ('problem' in reading) throw fieldError(form, [{ code: reading.problem, field: environmentField.name }]);
    const { integrationId } = integration;
    return deps.requestLog.run({ type: 'locate', integrationId, endUserId: session.endUser?.id }, () =>
      findRegion(deps, integration, { [environmentField.name]: reading.value }, regionField.name),
    );
  }
  return undefined;
}

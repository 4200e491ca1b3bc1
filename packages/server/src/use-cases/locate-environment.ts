import { buildEndpoints, explainFailure, type ProviderInput, type Region, type Sign } from '@latchkey/providers';
import { findEnvironmentField, findRegionField } from '../core/form-fields.ts';
import { explainedError } from '../errors.ts';
import { buildDiscoveryRequest, readDiscovery, type DiscoveryReading } from '../oauth/discovery.ts';
import type { Deps, KnownIntegration } from './deps.ts';

/** Where an environment was found. */
export interface LocatedInput {
  readonly input: ProviderInput;
  /** The field of the region, when its value was put right. */
  readonly correctedField: string | undefined;
}

/** How long one region has to answer, in milliseconds. */
const REGION_TIMEOUT_MS = 2000;

/**
 * Finds the region of the environment that an input names, so that the secret goes to no region that does not know it.
 *
 * The region that was given is asked first. Only when it says no are the others asked; when it says nothing clear it is taken as given.
 *
 * @throws {ConnectError} The provider's explanation, when no region knows the environment or none that could know it answered.
 */
export async function locateEnvironment(deps: Deps, integration: KnownIntegration, input: ProviderInput): Promise<LocatedInput> {
  const { form } = integration.definition;
  const field = findRegionField(form)?.name;
  const given = form.regions.find((region) => field !== undefined && region.topLevelDomain === input[field]);
  if (field === undefined || given === undefined) return { input, correctedField: undefined };

  const first = await askRegion(deps, integration, { ...input, [field]: given.topLevelDomain });
  if (first.verdict !== 'unknown') return { input, correctedField: undefined };

  const found = await findRegion(deps, integration, input, field);
  if (found === undefined) {
    const facts: readonly Sign[] = (await isSwapped(deps, integration, input, field)) ? ['client_id_is_environment'] : [];
    throw explainedError(explainFailure(integration.definition, [first.answer], facts));
  }
  return { input: { ...input, [field]: found.topLevelDomain }, correctedField: field };
}

/**
 * Asks every region whether it knows the environment that an input names.
 *
 * @param field The name of the region's field.
 * @returns The region, or `undefined` when all of them answered no.
 * @throws {ConnectError} The provider's explanation, when none said yes and not all of them said no.
 */
export async function findRegion(
  deps: Deps,
  integration: KnownIntegration,
  input: ProviderInput,
  field: string,
): Promise<Region | undefined> {
  const { definition } = integration;
  const { regions } = definition.form;
  const readings = await Promise.all(regions.map((region) => askRegion(deps, integration, { ...input, [field]: region.topLevelDomain })));
  const known = regions.find((_region, index) => readings[index]?.verdict === 'known');
  if (known !== undefined) return known;
  const unclear = readings.filter((reading) => reading.verdict === 'unclear').map((reading) => reading.answer);
  if (unclear.length > 0) throw explainedError(explainFailure(definition, unclear));
  return undefined;
}

/** Tells whether the client ID is the ID of an environment. No answer counts as no: this only makes an explanation better. */
async function isSwapped(deps: Deps, integration: KnownIntegration, input: ProviderInput, field: string): Promise<boolean> {
  const environmentField = findEnvironmentField(integration.definition.form);
  const clientId = input['client_id'];
  if (environmentField === undefined || clientId === undefined) return false;
  const swapped = { ...input, [environmentField.name]: clientId };
  return (await findRegion(deps, integration, swapped, field).catch(() => undefined)) !== undefined;
}

/** Asks one region, or remembers what it said. */
export async function askRegion(deps: Deps, integration: KnownIntegration, input: ProviderInput): Promise<DiscoveryReading> {
  const url = buildEndpoints(integration.definition, integration.hosts, input).discovery;
  const remembered = deps.regionMemory.find(url);
  if (remembered !== undefined) return remembered;
  const received = await deps.send(buildDiscoveryRequest(url), REGION_TIMEOUT_MS);
  const reading = readDiscovery(integration.definition, received, deps.clock.now());
  deps.regionMemory.remember(url, reading);
  return reading;
}

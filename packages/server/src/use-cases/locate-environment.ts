import { buildEndpoints, explainFailure, type ProviderAnswer, type ProviderInput, type Region, type Sign } from '@latchkey/providers';
import type { ConnectSession } from '../core/connect-session.ts';
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
 * @throws {ConnectError} The provider's explanation, when no region says that it knows the environment.
 */
export async function locateEnvironment(
  deps: Deps,
  integration: KnownIntegration,
  input: ProviderInput,
  owners: Pick<ConnectSession, 'endUser' | 'organization'>,
): Promise<LocatedInput> {
  const { form } = integration.definition;
  const field = findRegionField(form)?.name;
  const given = form.regions.find((region) => field !== undefined && region.topLevelDomain === input[field]);
  if (field === undefined || given === undefined) return { input, correctedField: undefined };

  const first = await askRegion(deps, integration, { ...input, [field]: given.topLevelDomain });
  if (first.verdict !== 'unknown') return { input, correctedField: undefined };

  const { known, unclear } = await askRegions(deps, integration, input, field);
  if (known !== undefined) return { input: { ...input, [field]: known.topLevelDomain }, correctedField: field };
  const facts: Sign[] = unclear.length > 0 ? ['other_regions_unclear'] : [];
  if (await isSwapped(deps, integration, input, field)) facts.push('client_id_is_environment');
  if (await isOrganization(deps, integration, input, owners)) facts.push('environment_is_organization');
  throw explainedError(explainFailure(integration.definition, [first.answer], facts));
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
  const { known, unclear } = await askRegions(deps, integration, input, field);
  if (known === undefined && unclear.length > 0) throw explainedError(explainFailure(integration.definition, unclear));
  return known;
}

/** What all regions together said of an environment. */
interface RegionsReading {
  readonly known: Region | undefined;
  /** The answers that said neither yes nor no. */
  readonly unclear: readonly ProviderAnswer[];
}

async function askRegions(deps: Deps, integration: KnownIntegration, input: ProviderInput, field: string): Promise<RegionsReading> {
  const { regions } = integration.definition.form;
  const readings = await Promise.all(regions.map((region) => askRegion(deps, integration, { ...input, [field]: region.topLevelDomain })));
  return {
    known: regions.find((_region, index) => readings[index]?.verdict === 'known'),
    unclear: readings.filter(({ verdict }) => verdict === 'unclear').map(({ answer }) => answer),
  };
}

/** Tells whether the client ID is the ID of an environment. No answer counts as no: this only makes an explanation better. */
async function isSwapped(deps: Deps, integration: KnownIntegration, input: ProviderInput, field: string): Promise<boolean> {
  const environmentField = findEnvironmentField(integration.definition.form);
  const clientId = input['client_id'];
  if (environmentField === undefined || clientId === undefined) return false;
  const swapped = { ...input, [environmentField.name]: clientId };
  return (await askRegions(deps, integration, swapped, field)).known !== undefined;
}

/** Tells whether the environment ID is the ID of an organization, as an earlier token of the same end user or their organization named it. */
function isOrganization(
  { store }: Deps,
  { definition }: KnownIntegration,
  input: ProviderInput,
  { endUser, organization }: Pick<ConnectSession, 'endUser' | 'organization'>,
): Promise<boolean> {
  const id = input[findEnvironmentField(definition.form)?.name ?? ''];
  if (id === undefined) return Promise.resolve(false);
  return store.hasConnectionToOrganization(id, { endUserId: endUser?.id, endUserOrganizationId: organization?.id });
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

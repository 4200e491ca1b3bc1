import type { EnvironmentFacts, ProviderForm, ProviderInput } from '@latchkey/providers';
import type { ConnectedEnvironment } from './connection.ts';
import { findEnvironmentField, findRegionField } from './form-fields.ts';

/** What is known about the environment besides what was typed. */
interface FoundFacts {
  /** `undefined` when the connection may not read it. */
  readonly environment: EnvironmentFacts | undefined;
  readonly organizationId: string | undefined;
}

/** Describes the environment that checked values lead to; `undefined` for a provider that has no environments. */
export function describeEnvironment(
  form: ProviderForm,
  values: ProviderInput,
  { environment, organizationId }: FoundFacts,
): ConnectedEnvironment | undefined {
  const id = values[findEnvironmentField(form)?.name ?? ''];
  if (id === undefined) return undefined;
  const tld = values[findRegionField(form)?.name ?? ''];
  const region = form.regions.find((candidate) => candidate.topLevelDomain === tld)?.code ?? '';
  return { id, name: environment?.name, type: environment?.type || undefined, region, organizationId };
}

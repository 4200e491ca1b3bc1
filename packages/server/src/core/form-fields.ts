import type { Field, ProviderForm } from '@latchkey/providers';

/** Finds the field that holds the region, if the provider has regions. */
export function findRegionField(form: ProviderForm): Field | undefined {
  return form.fields.find((field) => field.kind === 'region');
}

/** Finds the field that names the environment, if the provider has environments. */
export function findEnvironmentField(form: ProviderForm): Field | undefined {
  return form.fields.find((field) => field.kind === 'uuid' && field.identifies);
}

import { pingOneClientCredentialsForm } from './pingone/pingone-cc-form.ts';
import type { ProviderForm } from './provider.ts';

const forms: readonly ProviderForm[] = [pingOneClientCredentialsForm];

/** Finds a provider's form by the provider's id, without loading what only the server needs. */
export function findProviderForm(providerId: string): ProviderForm | undefined {
  return forms.find((form) => form.provider === providerId);
}

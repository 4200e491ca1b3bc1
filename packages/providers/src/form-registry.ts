import { pingOneClientCredentialsForm } from './pingone/pingone-cc-form.ts';
import { pingOneForm } from './pingone/pingone-form.ts';
import type { ProviderForm } from './provider.ts';

const forms: readonly ProviderForm[] = [pingOneClientCredentialsForm, pingOneForm];

/**
 * Finds a provider's form by the provider's id, without loading anything else. A door of its own, so that a page
 * shows the form before it loads what checks it.
 */
export function findProviderForm(providerId: string): ProviderForm | undefined {
  return forms.find((form) => form.provider === providerId);
}

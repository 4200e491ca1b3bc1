import type { ProviderForm } from '@latchkey/providers';

/** Extends a form by the fields of an OAuth client that the end user brings, where there may be one. */
export function withClientFields<Form extends ProviderForm>(form: Form): Form {
  return { ...form, fields: [...form.fields, ...form.clientFields] };
}

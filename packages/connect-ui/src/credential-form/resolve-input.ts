import type { ParsePasted, ProviderForm } from '@latchkey/providers';
import { createInputSchema } from '@latchkey/providers/checks';
import type { FieldErrors, ResolverResult } from 'react-hook-form';

/** What stands in the form's controls, by field name. */
export type FormValues = Record<string, string>;

/**
 * Checks the form by the provider's schema, the one that the server uses too. The `type` of an error is the code of the problem.
 *
 * `@hookform/resolvers` does the same for every validator there is, at ten times the size.
 *
 * @param parsePasted What recognises pasted values, unless it could not be loaded.
 */
export function resolveInput(form: ProviderForm, parsePasted: ParsePasted | undefined, values: FormValues): ResolverResult<FormValues> {
  const { success, data, error } = createInputSchema({ ...form, ...(parsePasted && { parsePasted }) }).safeParse(values);
  if (success) return { values: data, errors: {} };
  const errors: FieldErrors<FormValues> = {};
  for (const { path, message } of error.issues) {
    const [name] = path;
    if (typeof name === 'string') errors[name] ??= { type: message };
  }
  return { values: {}, errors };
}

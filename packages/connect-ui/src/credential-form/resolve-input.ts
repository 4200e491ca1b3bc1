import { createInputSchema, type ProviderForm } from '@latchkey/providers';
import type { FieldErrors, Resolver } from 'react-hook-form';
import { loadRecognition } from './load-recognition.ts';

/** What stands in the form's controls, by field name. */
export type FormValues = Record<string, string>;

/**
 * Checks the form by the provider's schema, the one that the server uses too. The `type` of an error is the code of the problem.
 *
 * `@hookform/resolvers` does the same for every validator there is, at ten times the size.
 */
export function createResolver(form: ProviderForm): Resolver<FormValues> {
  return async (values) => {
    const parsePasted = await loadRecognition(form);
    const { success, data, error } = createInputSchema({ ...form, ...(parsePasted && { parsePasted }) }).safeParse(values);
    if (success) return { values: data, errors: {} };
    const errors: FieldErrors<FormValues> = {};
    for (const { path, message } of error.issues) {
      const [name] = path;
      if (typeof name === 'string') errors[name] ??= { type: message };
    }
    return { values: {}, errors };
  };
}

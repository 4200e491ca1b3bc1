import * as z from 'zod/mini';
import type { Problem, ProviderForm } from './provider.ts';
import { readField } from './read-field.ts';

/** The checked values of a form, by field name. */
export type ProviderInput = Readonly<Record<string, string>>;

/**
 * Makes the schema that checks a provider's form. The browser and the server use the same one.
 *
 * Each issue's `message` is the code of a {@link Problem}, and its `path` the field's name. No issue holds the value, which may be a secret.
 *
 */
export function createInputSchema(form: ProviderForm): z.ZodMiniType<ProviderInput, Record<string, unknown>> {
  return z.pipe(
    z.record(z.string(), z.unknown()),
    z.transform((raw, context) => {
      const input: Record<string, string> = {};
      const report = (field: string, code: string): void => {
        context.issues.push({ code: 'custom', path: [field], message: code, input: undefined });
      };
      for (const field of form.fields) {
        const reading = readField(field, form.regions, raw[field.name]);
        if ('value' in reading) input[field.name] = reading.value;
        else report(field.name, reading.problem.code);
      }
      for (const { field, from, problem } of form.distinct) {
        if (input[field] !== undefined && input[field] === input[from]) report(field, problem.code);
      }
      return input;
    }),
  );
}

/** Finds the problem of a form by its code. */
export function findProblem(form: ProviderForm, code: string): Problem | undefined {
  const own = form.fields.flatMap((field) => Object.values(field.problems));
  return [...own, ...form.distinct.map((rule) => rule.problem)].find((problem) => problem.code === code);
}

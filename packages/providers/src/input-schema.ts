import * as z from 'zod/mini';
import { cleanText } from './clean-text.ts';
import type { Field, PastedValues, ProviderForm } from './provider.ts';
import { readField } from './read-field.ts';

/** The checked values of a form, by field name. */
export type ProviderInput = Readonly<Record<string, string>>;

/**
 * Makes the schema that checks a provider's form. The browser and the server use the same one.
 *
 * Whatever {@link ProviderForm.parsePasted} recognises in a field counts, where it is there: a URL in place of an ID, a label in front of
 * a value, a value that was left out and stands in another field's text. What a text gives to another field is not read from it a second time.
 *
 * Each issue's `message` is the code of a problem, and its `path` the field's name. No issue holds the value, which may be a secret.
 */
export function createInputSchema(form: ProviderForm): z.ZodMiniType<ProviderInput, Record<string, unknown>> {
  // One transform, and no `z.record` before it, because that alone is a tenth of what a page loads of zod.
  return z.transform((raw, context) => {
    const given = isRecord(raw) ? raw : {};
    const input: Record<string, string> = {};
    const report = (field: string, code: string): void => {
      context.issues.push({ code: 'custom', path: [field], message: code, input: undefined });
    };
    const pasted = new Map(form.fields.map(({ name }) => [name, recognise(form, given[name])]));
    for (const field of form.fields) {
      const own = pasted.get(field.name) ?? {};
      const recognised = isBlank(given[field.name]) ? findAnywhere(pasted, field.name) : own[field.name];
      const reading = readField(field, form.regions, recognised ?? given[field.name]);
      if (!('value' in reading)) report(field.name, explain(field, reading.problem, own));
      else if (recognised === undefined && Object.values(own).includes(reading.value)) report(field.name, field.problems.invalid);
      else input[field.name] = reading.value;
    }
    for (const { field, from, problem } of form.distinct) {
      if (input[field] !== undefined && input[field] === input[from]) report(field, problem);
    }
    return input;
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function recognise(form: ProviderForm, value: unknown): PastedValues {
  return typeof value === 'string' ? (form.parsePasted?.(value, form.regions) ?? {}) : {};
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && cleanText(value) === '');
}

function findAnywhere(pasted: ReadonlyMap<string, PastedValues>, name: string): string | undefined {
  return [...pasted.values()].find((values) => values[name] !== undefined)?.[name];
}

function explain(field: Field, problem: string, pasted: PastedValues): string {
  return (pasted.customDomain !== undefined && field.problems.customDomain) || problem;
}

import type { ParsePasted, ProviderForm } from '@latchkey/providers';
import type { UseFormReturn } from 'react-hook-form';
import type { FormValues } from './resolve-input.ts';

/**
 * Fills every field that a text holds a value for.
 *
 * @param at The field that the text was put into.
 * @returns The names of the fields that were filled.
 */
export function fillRecognised(
  form: ProviderForm,
  control: UseFormReturn<FormValues>,
  parse: ParsePasted,
  at: string,
  text: string,
): readonly string[] {
  const pasted = parse(text, form.regions);
  const found = form.fields.flatMap(({ name }) => (pasted[name] === undefined ? [] : [{ name, value: pasted[name] }]));
  // What is left of a text that belonged into other fields belongs nowhere.
  if (found.length > 0 && pasted[at] === undefined && control.getValues(at) === text) control.setValue(at, '');
  for (const { name, value } of found) {
    control.setValue(name, value, { shouldDirty: true, shouldValidate: control.getFieldState(name).invalid });
  }
  return found.map(({ name }) => name);
}

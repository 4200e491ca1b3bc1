import type { ParsePasted, ProviderForm } from '@latchkey/providers';
import { joinPieces, listUuids, readUuid } from '@latchkey/providers/checks';
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
  const field = form.fields.find(({ name }) => name === at);
  if (field && pasted[at] === undefined) {
    const isUnused = (uuid: string): boolean => found.every(({ value }) => value !== uuid);
    // An ID beside other values needs no label in its own field.
    const lone = field.kind === 'uuid' && found.length > 0 ? readUuid(text) : undefined;
    const own = joinPieces(field, text) ?? lone;
    if (own !== undefined && isUnused(own)) found.push({ name: at, value: own });
    // What is left of a text that belonged into other fields belongs nowhere, unless it is an ID.
    else if (found.length > 0 && control.getValues(at) === text && !listUuids(text).some(isUnused)) control.setValue(at, '');
  }
  for (const { name, value } of found) {
    control.setValue(name, value, { shouldDirty: true });
  }
  void control.trigger(Object.keys(control.formState.errors));
  return found.map(({ name }) => name);
}

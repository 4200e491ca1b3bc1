import type { Field, ProviderForm, ProviderInput } from '@latchkey/providers';
import { findWarning, readField } from '@latchkey/providers/checks';
import type { FormValues } from './resolve-input.ts';

/** What becomes of a value that somebody has typed. */
export interface TidyValue {
  /** The value as it will be sent; absent where it is wrong, and for a secret, which nobody compares. */
  readonly value?: string;
  /** The code of what looks wrong with a value that is taken nevertheless. */
  readonly warning?: string | undefined;
}

/** Finds out how a value will be sent. */
export function tidyValue(field: Field, regions: ProviderForm['regions'], text: string): TidyValue {
  const reading = readField(field, regions, text);
  if (!('value' in reading)) return {};
  return { ...(field.kind !== 'secret' && { value: reading.value }), warning: findWarning(field, reading.value) };
}

/** Puts two values in each other's place. */
export function swapValues([first, second]: readonly [string, string], values: FormValues): ProviderInput {
  return { [first]: values[second] ?? '', [second]: values[first] ?? '' };
}

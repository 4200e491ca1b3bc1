import type { Field, ProviderForm, ProviderInput } from '@latchkey/providers';
import { useEffect, useMemo, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { valueChecks } from './load-value-checks.ts';
import type { FormValues } from './resolve-input.ts';

/** A value that is known, and so is not asked for. */
export interface KnownValue {
  /** The field's name on the wire. */
  readonly name: string;
  readonly label: string;
  readonly kind: Field['kind'];
  /** The value as people read it: a region by its name. */
  readonly text: string;
}

/** What is known of a connection that is being reconnected. */
export interface KnownValues {
  /** What is shown in words in the place of a field. */
  readonly shown: readonly KnownValue[];
  /** Makes fields of those that may be changed, and moves the focus to the first one; `undefined` when none is left. */
  readonly edit: (() => void) | undefined;
}

/** Whether a value can be changed only by making another connection. */
export function isFixed(field: Field, known: ProviderInput): boolean {
  return field.identifies && known[field.name] !== undefined;
}

/**
 * Fills in what is known of a connection, and shows it in words until the person wants to change it, or an attempt has failed for it.
 *
 * @param failed The field that the last attempt failed for.
 */
export function useKnownValues(
  form: ProviderForm | undefined,
  known: ProviderInput,
  { setValue, setFocus }: UseFormReturn<FormValues>,
  values: Partial<FormValues>,
  failed: string | undefined,
): KnownValues {
  /** The field for which what may be changed was made fields. */
  const [opened, setOpened] = useState<string>();
  // Set while rendering, so that the field is there when the focus is to move to it.
  if (!opened && failed !== undefined && known[failed] !== undefined) setOpened(failed);

  const shown = useMemo(
    () => (form?.fields ?? []).filter((field) => known[field.name] !== undefined && (!opened || isFixed(field, known))),
    [form, known, opened],
  );
  useEffect(() => {
    for (const field of shown) {
      const { name } = field;
      const value = known[name];
      // What was typed before it was known what is reconnected stays.
      const wanted = isFixed(field, known) || !values[name];
      if (wanted && value !== undefined && values[name] !== value) setValue(name, value);
    }
  }, [shown, known, values, setValue]);

  useEffect(() => {
    if (opened) setFocus(opened);
  }, [opened, setFocus]);

  const first = shown.find((field) => !isFixed(field, known));
  // What is known was read by the checks, so they are there.
  const describe = valueChecks.get()?.describeKnownValue;
  return {
    shown: form && describe ? shown.map((field) => describe(field, form, values[field.name] || known[field.name])) : [],
    edit: first && (() => setOpened(first.name)),
  };
}

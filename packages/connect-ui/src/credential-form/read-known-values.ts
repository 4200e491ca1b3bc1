import type { Field, ProviderForm, ProviderInput } from '@latchkey/providers';
import { readField } from '@latchkey/providers/checks';
import type { Reconnect } from '../api/session.ts';
import type { KnownValue } from './use-known-values.ts';

/** Reads which fields a reconnection knows the values of. What the form would refuse is not known. */
export function readKnownValues(form: ProviderForm | undefined, reconnect: Reconnect | undefined): ProviderInput {
  if (!form || !reconnect) return {};
  return Object.fromEntries(
    form.fields.flatMap((field): [string, string][] => {
      const reading = field.kind === 'secret' ? undefined : readField(field, form.regions, reconnect.values[field.name]);
      return reading && 'value' in reading ? [[field.name, reading.value]] : [];
    }),
  );
}

/** Says a value in the words that people read. */
export function describeKnownValue({ name, label, kind }: Field, { regions }: ProviderForm, value = ''): KnownValue {
  const region = kind === 'region' ? regions.find(({ topLevelDomain }) => topLevelDomain === value) : undefined;
  return { name, label, kind, text: region?.name ?? value };
}

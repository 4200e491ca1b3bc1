import type { Field, ProviderForm, ProviderInput } from '@latchkey/providers';
import { connectError } from '../errors.ts';
import type { Connection } from './connection.ts';
import { readIdentity, type GivenInput } from './provider-input.ts';

/** Picks from a connection's values those that the form of a reconnection is filled in with: all but secrets. */
export function pickPrefill(form: ProviderForm, values: Readonly<Record<string, string>>): ProviderInput {
  return Object.fromEntries(
    form.fields.flatMap(({ name, kind }) => (kind !== 'secret' && values[name] !== undefined ? [[name, values[name]]] : [])),
  );
}

/** Fills in what was not sent. A field that was sent empty stays empty, to be refused. */
export function fillMissing(form: ProviderForm, given: GivenInput, prefill: ProviderInput): GivenInput {
  const fill = (part: Field['in'], values: GivenInput['credentials']): GivenInput['credentials'] => {
    const missing = form.fields.filter(
      ({ name, in: place }) => place === part && values[name] === undefined && prefill[name] !== undefined,
    );
    return { ...values, ...Object.fromEntries(missing.map(({ name }) => [name, prefill[name]])) };
  };
  return {
    connectionConfig: fill('connection_config', given.connectionConfig),
    credentials: fill('credentials', given.credentials),
  };
}

/**
 * Makes sure that a reconnection leads to what the connection leads to.
 *
 * @throws {ConnectError} `identity_mismatch`, with the field that differs
 */
export function refuseOtherIdentity(
  form: ProviderForm,
  input: ProviderInput,
  { config, identity }: Pick<Connection, 'config' | 'identity'>,
): void {
  if (readIdentity(form, input) === identity) return;
  const field = form.fields.find(({ name, identifies }) => identifies && input[name] !== config[name]);
  throw connectError('identity_mismatch', field === undefined ? {} : { field: field.name, guideStep: field.guideStep });
}

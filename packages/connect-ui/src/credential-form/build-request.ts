import type { CreateConnectionBody } from '@latchkey/protocol';
import type { ParsePasted, ProviderForm, ProviderInput } from '@latchkey/providers';
import { resolveInput, type FormValues } from './resolve-input.ts';

/** Sorts checked values into the parts of the request body that each field declares. */
export function buildRequest(integrationId: string, form: ProviderForm, input: ProviderInput): CreateConnectionBody {
  const pick = (part: 'connection_config' | 'credentials'): Record<string, string> =>
    Object.fromEntries(
      form.fields.flatMap(({ in: into, name }) => (into === part && input[name] !== undefined ? [[name, input[name]]] : [])),
    );
  return { integration_id: integrationId, connection_config: pick('connection_config'), credentials: pick('credentials') };
}

/** Checks the values and builds the request body of them; `undefined` when anything is wrong with any. */
export function readRequest(
  integrationId: string,
  form: ProviderForm,
  parsePasted: ParsePasted | undefined,
  values: FormValues,
): CreateConnectionBody | undefined {
  const { values: input, errors } = resolveInput(form, parsePasted, values);
  return Object.keys(errors).length === 0 ? buildRequest(integrationId, form, input) : undefined;
}

import type { CreateConnectionBody } from '@latchkey/protocol';
import type { ProviderForm, ProviderInput } from '@latchkey/providers';

/** Sorts checked values into the parts of the request body that each field declares. */
export function buildRequest(integrationId: string, form: ProviderForm, input: ProviderInput): CreateConnectionBody {
  const pick = (part: 'connection_config' | 'credentials'): Record<string, string> =>
    Object.fromEntries(
      form.fields.flatMap(({ in: into, name }) => (into === part && input[name] !== undefined ? [[name, input[name]]] : [])),
    );
  return { integration_id: integrationId, connection_config: pick('connection_config'), credentials: pick('credentials') };
}

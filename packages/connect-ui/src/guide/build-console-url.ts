import type { ProviderForm } from '@latchkey/providers';
import { readField } from '@latchkey/providers/checks';

/**
 * Builds the link to the environment in the provider's console out of what is typed so far.
 *
 * @returns `undefined` until every value that the link needs is there and well-formed.
 */
export function buildConsoleUrl(form: ProviderForm, values: Readonly<Record<string, string | undefined>>): string | undefined {
  let missing = false;
  const url = form.consoleUrl.replace(/\{(\w+)\}/g, (_placeholder, name: string) => {
    const field = form.fields.find((row) => row.name === name);
    const reading = field && readField(field, form.regions, values[name]);
    if (reading && 'value' in reading) return reading.value;
    missing = true;
    return '';
  });
  return missing ? undefined : url;
}

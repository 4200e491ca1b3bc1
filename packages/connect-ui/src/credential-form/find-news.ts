import type { Field, ProviderForm } from '@latchkey/providers';
import type { Translate } from '../messages/locale.ts';
import type { FieldNote } from './connect-field.ts';
import type { RecognitionNews } from './use-recognition.ts';
import type { RegionNews } from './use-region.ts';

/** Decides what is said under a field about what was pasted, and where the environment lives. */
export function findNews(
  t: Translate,
  language: string,
  form: ProviderForm,
  field: Field,
  recognised: RecognitionNews | undefined,
  region: RegionNews | undefined,
): FieldNote | undefined {
  // What was pasted is no news where the environment is unknown.
  if (region?.kind === 'unknown' && field.problems.unknown !== undefined) return undefined;
  if (region?.kind === 'asking' && field.kind === 'region') {
    return { tone: 'info', text: t('region.asking'), busy: true };
  }
  if (region?.kind === 'filled' && field.kind === 'region') {
    const name = form.regions.find((row) => row.topLevelDomain === region.topLevelDomain)?.name ?? region.topLevelDomain;
    return { tone: 'success', text: t(region.corrected ? 'region.corrected' : 'region.found', { region: name }) };
  }
  if (recognised?.at !== field.name) return undefined;
  const labels = form.fields.filter(({ name }) => recognised.fields.includes(name)).map(({ label }) => label);
  const fields = new Intl.ListFormat(language).format(labels);
  return { tone: 'success', text: t('paste.filled', { fields }) };
}

import type { Field, ProviderForm } from '@latchkey/providers';
import { unexplained } from '../messages/en.ts';
import { formatMessage, type LocaleText } from '../messages/locale.ts';
import { errorText } from '../messages/error-text.ts';
import type { FieldNote } from './connect-field.ts';
import type { RecognitionNews } from './use-recognition.ts';
import type { RegionNews } from './use-region.ts';

/** Decides what is said under a field about what was pasted, and where the environment lives. */
export function findNews(
  locale: LocaleText,
  form: ProviderForm,
  field: Field,
  recognised: RecognitionNews | undefined,
  region: RegionNews | undefined,
): FieldNote | undefined {
  const { unknown } = field.problems;
  if (region?.kind === 'unknown' && unknown) {
    const { message, remedy } = errorText(locale, unknown, unexplained);
    return { tone: 'warning', text: message, remedy };
  }
  if (region?.kind === 'asking' && field.kind === 'region') {
    return { tone: 'info', text: formatMessage(locale, 'region.asking'), busy: true };
  }
  if (region?.kind === 'filled' && field.kind === 'region') {
    const name = form.regions.find((row) => row.topLevelDomain === region.topLevelDomain)?.name ?? region.topLevelDomain;
    return { tone: 'success', text: formatMessage(locale, region.corrected ? 'region.corrected' : 'region.found', { region: name }) };
  }
  if (recognised?.at !== field.name) return undefined;
  const labels = form.fields.filter(({ name }) => recognised.fields.includes(name)).map(({ label }) => label);
  const fields = new Intl.ListFormat(locale.tag).format(labels);
  return { tone: 'success', text: formatMessage(locale, 'paste.filled', { fields }) };
}

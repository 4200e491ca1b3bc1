import type { ProviderForm } from '@latchkey/providers';
import type { ConnectionNotice } from '../api/connection.ts';
import type { Progress } from '../flow/flow.ts';
import { formatMessage, type LocaleText } from '../messages/locale.ts';
import type { ProgressStep } from './connect-state.ts';

const progressSteps = ['environment', 'credentials', 'access', 'saved'] as const satisfies readonly ProgressStep['step'][];

/** Says how far an attempt is. */
export function describeProgress(locale: LocaleText, progress: Progress): readonly ProgressStep[] {
  if (Object.keys(progress).length === 0) return [];
  return progressSteps.map((step) => {
    const state = progress[step] ?? 'pending';
    const text = formatMessage(locale, state === 'done' ? `progress.${step}.done` : `progress.${step}.started`);
    return { step, state, text: state === 'waiting' ? formatMessage(locale, 'progress.waiting', { step: text }) : text };
  });
}

/** Says what was put right on the way, or should be. */
export function describeNotice(locale: LocaleText, form: ProviderForm, { code, value = '' }: ConnectionNotice): string {
  if (code !== 'region_corrected') return formatMessage(locale, `notice.${code}`);
  const region = form.regions.find(({ topLevelDomain }) => topLevelDomain === value);
  return formatMessage(locale, 'notice.region_corrected', { value: region?.name ?? value });
}

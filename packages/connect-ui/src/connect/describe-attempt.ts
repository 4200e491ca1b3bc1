import { progressSteps } from '@latchkey/protocol';
import type { ProviderForm } from '@latchkey/providers';
import type { ConnectionNotice } from '../api/connection.ts';
import type { Progress } from '../flow/flow.ts';
import type { Translate } from '../messages/locale.ts';
import type { ProgressStep } from './connect-state.ts';

/** Says how far an attempt is. */
export function describeProgress(t: Translate, progress: Progress): readonly ProgressStep[] {
  if (Object.keys(progress).length === 0) return [];
  return progressSteps.map((step) => {
    const state = progress[step] ?? 'pending';
    const text = t(state === 'done' ? `progress.${step}.done` : `progress.${step}.started`);
    return { step, state, text: state === 'waiting' ? t('progress.waiting', { step: text }) : text };
  });
}

/** Says what was put right on the way, or should be. */
export function describeNotice(t: Translate, form: ProviderForm, { code, value = '' }: ConnectionNotice): string {
  if (code !== 'region_corrected') return t(`notice.${code}`);
  const region = form.regions.find(({ topLevelDomain }) => topLevelDomain === value);
  return t('notice.region_corrected', { value: region?.name ?? value });
}

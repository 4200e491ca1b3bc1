import type { ProviderForm } from '@latchkey/providers';
import type { ConnectionNotice } from '../api/connection.ts';
import type { Progress } from '../flow/flow.ts';
import type { ConnectFlow } from '../flow/use-connect-flow.ts';
import { formatMessage, type LocaleText } from '../messages/locale.ts';
import type { ConnectState, ProgressStep } from './connect-state.ts';
import type { LocalTarget } from './use-target.ts';

/** Puts together what is shown and how far it has come, in the person's language. */
export function describeState(locale: LocaleText, target: LocalTarget, { state, explanation }: ConnectFlow): ConnectState {
  if (target.kind === 'unknown') return { name: 'loading' };
  if (target.kind === 'choice') return { name: 'choosing', integrations: target.integrations };
  if (target.kind === 'failure') return { name: 'unavailable', explanation: target.explanation };
  const { integrationId, form } = target;
  if (state.name === 'submitting') return { name: 'submitting', integrationId, progress: describeProgress(locale, state.progress) };
  if (state.name === 'editing') return { name: 'editing', integrationId, explanation };
  const notices = state.connection.notices.map((notice) => describeNotice(locale, form, notice));
  return { name: 'connected', integrationId, connection: state.connection, notices };
}

const progressSteps = ['environment', 'credentials', 'access', 'saved'] as const satisfies readonly ProgressStep['step'][];

function describeProgress(locale: LocaleText, progress: Progress): readonly ProgressStep[] {
  if (Object.keys(progress).length === 0) return [];
  return progressSteps.map((step) => {
    const state = progress[step] ?? 'pending';
    const text = formatMessage(locale, state === 'done' ? `progress.${step}.done` : `progress.${step}.started`);
    return { step, state, text: state === 'waiting' ? formatMessage(locale, 'progress.waiting', { step: text }) : text };
  });
}

function describeNotice(locale: LocaleText, form: ProviderForm, { code, value = '' }: ConnectionNotice): string {
  if (code === 'auth_method_basic') return formatMessage(locale, 'notice.auth_method_basic');
  const region = form.regions.find(({ topLevelDomain }) => topLevelDomain === value);
  return formatMessage(locale, 'notice.region_corrected', { value: region?.name ?? value });
}

import { valueChecks } from '../credential-form/load-value-checks.ts';
import type { ConnectFlow } from '../flow/use-connect-flow.ts';
import { translateInto, type LocaleText } from '../messages/locale.ts';
import type { ConnectState } from './connect-state.ts';
import type { LocalTarget } from './use-target.ts';

/** Puts together what is shown and how far it has come, in the person's language. */
export function describeState(locale: LocaleText, target: LocalTarget, { state, explanation }: ConnectFlow): ConnectState {
  if (target.name !== 'form') return target;
  const { integrationId, form } = target;
  if (state.name === 'editing') return { name: 'editing', integrationId, explanation };
  if (state.name === 'authorizing') return { ...state, integrationId };
  // It is there, because nothing is sent before it has checked the values.
  const checks = valueChecks.get();
  if (state.name === 'submitting') {
    return { ...state, integrationId, progress: checks?.describeProgress(translateInto(locale), state.progress) ?? [] };
  }
  const notices = checks && state.connection.notices.map((notice) => checks.describeNotice(translateInto(locale), form, notice));
  return { ...state, integrationId, notices: notices ?? [] };
}

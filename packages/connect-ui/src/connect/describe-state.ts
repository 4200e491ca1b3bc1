import { valueChecks } from '../credential-form/load-value-checks.ts';
import type { ConnectFlow } from '../flow/use-connect-flow.ts';
import { translateInto, type LocaleText } from '../messages/locale.ts';
import type { ConnectState } from './connect-state.ts';
import type { LocalTarget } from './use-target.ts';

/** Puts together what is shown and how far it has come, in the person's language. */
export function describeState(locale: LocaleText, target: LocalTarget, { state, explanation }: ConnectFlow): ConnectState {
  if (target.kind === 'unknown') return { name: 'loading' };
  if (target.kind === 'choice') return { name: 'choosing', integrations: target.integrations };
  if (target.kind === 'failure') return { name: 'unavailable', explanation: target.explanation };
  const { integrationId, form } = target;
  if (state.name === 'editing') return { name: 'editing', integrationId, explanation };
  if (state.name === 'authorizing') return { ...state, integrationId };
  // It is there, because nothing is sent before it has checked the values.
  const checks = valueChecks.get();
  if (state.name === 'submitting') {
    return { name: 'submitting', integrationId, progress: checks?.describeProgress(translateInto(locale), state.progress) ?? [] };
  }
  const { connection } = state;
  const notices = checks && connection.notices.map((notice) => checks.describeNotice(translateInto(locale), form, notice));
  return { name: 'connected', integrationId, connection, notices: notices ?? [] };
}

import type { ProviderForm } from '@latchkey/providers';
import { useEffect, useId, useRef, useState, type ReactElement } from 'react';
import { signInPart } from '../authorization/load-sign-in.ts';
import type { ConnectState } from '../connect/connect-state.ts';
import type { ConnectControl } from '../connect/use-connect.ts';
import { laterViews } from '../connect/load-views.ts';
import type { GuideRequest } from '../guide/guide-content.tsx';
import { GuidePanel } from '../guide/guide-panel.tsx';
import { useMessages } from '../messages/use-messages.ts';
import { useLater } from '../primitives/later.ts';
import { useSlots } from '../primitives/slots.ts';
import { usePart } from '../primitives/styling.ts';
import { FailureAlert } from '../result/failure-alert.tsx';
import type { ConnectField } from './connect-field.ts';
import { FormField } from './form-field.tsx';
import { SubmitButton } from './submit-button.tsx';

interface CredentialFormProps {
  readonly connect: ConnectControl;
  readonly state: Extract<ConnectState, { name: 'editing' | 'submitting' | 'authorizing' }>;
  readonly form: ProviderForm;
  readonly onGuideOpened: (step: string | undefined) => void;
}

/** Loads what is shown after the form before it is needed; where that fails, it is tried again when it is. */
function prepareViews(): void {
  laterViews.load().catch(() => undefined);
}

/** The form of a provider, drawn from its data. */
export function CredentialForm({ connect, state, form, onGuideOpened }: CredentialFormProps): ReactElement {
  const { t } = useMessages();
  const part = usePart();
  const { Header } = useSlots();
  const titleId = useId();
  const submitButton = useRef<HTMLButtonElement>(null);
  const busy = state.name !== 'editing';
  const { known } = connect;
  const provider = form.displayName;
  const { part: views } = useLater(laterViews, busy || known !== undefined);
  const { part: signIn } = useLater(signInPart, form.grant === 'authorization_code');
  // The field that had the focus is disabled now; it must not fall out of the form.
  useEffect(() => {
    if (busy) submitButton.current?.focus();
  }, [busy]);

  const [openStep, setOpenStep] = useState<{ readonly field: string; readonly step: string }>();
  const [guide, setGuide] = useState<GuideRequest>();
  const showStep = (field: string, step: string | undefined): void => {
    setOpenStep(step === undefined ? undefined : { field, step });
    if (step !== undefined) onGuideOpened(step);
  };
  const showGuide = (step: string | undefined): void => {
    setGuide({ step });
    onGuideOpened(step);
  };

  const draw = (fields: readonly ConnectField[]): ReactElement[] =>
    fields.map((field) => (
      <FormField
        key={field.name}
        field={field}
        connect={connect}
        openStep={openStep?.field === field.name ? openStep.step : undefined}
        onShowStep={showStep}
      />
    ));
  const failure = state.name === 'editing' && state.explanation?.field === undefined ? state.explanation : undefined;
  return (
    // The focus of its controls bubbles up to it; the form itself is no control.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form {...part('form')} {...connect.formProps} data-state={state.name} aria-labelledby={titleId} onFocus={prepareViews}>
      <Header
        {...part('header')}
        icon="key"
        title={known ? t('reconnect.title', { provider }) : t('form.title', { provider })}
        titleId={titleId}
        intro={t(known ? 'reconnect.intro' : 'form.intro')}
      />
      <fieldset {...part('fields')} disabled={busy}>
        {known && known.shown.length > 0 && views && <views.KnownList known={known} />}
        {draw(connect.fields.filter(({ ofClient }) => !ofClient))}
        {signIn && (
          <signIn.SignInFields connect={connect} provider={provider}>
            {draw(connect.fields.filter(({ ofClient }) => ofClient))}
          </signIn.SignInFields>
        )}
      </fieldset>
      <div role="log" aria-live="polite" aria-label={t('progress.title')}>
        {views && state.name === 'submitting' && state.progress.length > 0 && <views.ProgressList progress={state.progress} />}
        {signIn && state.name === 'authorizing' && <signIn.SignInStatus state={state} provider={provider} />}
      </div>
      {failure && <FailureAlert key={failure.code} explanation={failure} connect={connect} onHelp={showGuide} />}
      {signIn && state.name === 'authorizing' && state.window !== 'checking' ? (
        <signIn.SignInActions key={state.window} connect={connect} state={state} />
      ) : (
        <SubmitButton busy={busy} reconnecting={known !== undefined} buttonRef={submitButton} />
      )}
      <GuidePanel connect={connect} open={guide} onOpen={showGuide} onClose={() => setGuide(undefined)} />
    </form>
  );
}

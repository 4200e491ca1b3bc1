import type { ProviderForm } from '@latchkey/providers';
import { useId, useState, type ReactElement, type Ref } from 'react';
import { signInPart } from '../authorization/load-sign-in.ts';
import type { ConnectState } from '../connect/connect-state.ts';
import type { ConnectControl } from '../connect/use-connect.ts';
import { laterViews, type LaterViews } from '../connect/load-views.ts';
import type { GuideRequest } from '../guide/guide-content.tsx';
import { GuidePanel } from '../guide/guide-panel.tsx';
import { useMessages } from '../messages/use-messages.ts';
import { useLater } from '../primitives/later.ts';
import { useSlots } from '../primitives/slots.ts';
import { usePart } from '../primitives/styling.ts';
import { takeFocus } from '../primitives/take-focus.ts';
import { FailureAlert } from '../result/failure-alert.tsx';
import type { ConnectField } from './connect-field.ts';
import { FormField } from './form-field.tsx';
import { SubmitButton } from './submit-button.tsx';

interface CredentialFormProps {
  readonly connect: ConnectControl;
  readonly state: Extract<ConnectState, { name: 'editing' | 'submitting' | 'authorizing' }>;
  readonly form: ProviderForm;
  readonly titleRef: Ref<HTMLHeadingElement> | undefined;
  readonly views: LaterViews | undefined;
  readonly onGuideOpened: (step: string | undefined) => void;
}

/** Loads what is shown after the form before it is needed; where that fails, it is tried again when it is. */
function prepareViews(): void {
  laterViews.load().catch(() => undefined);
}

/** The form of a provider, drawn from its data. */
export function CredentialForm({ connect, state, form, titleRef, views, onGuideOpened }: CredentialFormProps): ReactElement {
  const { t } = useMessages();
  const part = usePart();
  const { Header } = useSlots();
  const titleId = useId();
  const busy = state.name !== 'editing';
  const { known } = connect;
  const provider = form.displayName;
  const { part: signIn } = useLater(signInPart, form.grant === 'authorization_code');

  const [openStep, setOpenStep] = useState<{ readonly field: string; readonly step: string | undefined }>();
  const [guide, setGuide] = useState<GuideRequest>();
  const showStep = (field: string, step: string | undefined): void => {
    setOpenStep({ field, step });
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
        title={t(known ? 'reconnect.title' : 'form.title', { provider })}
        titleId={titleId}
        titleRef={titleRef}
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
      {failure && <FailureAlert key={failure.code} explanation={failure} connect={connect} alertRef={takeFocus} onHelp={showGuide} />}
      {signIn && state.name === 'authorizing' && state.window !== 'checking' ? (
        <signIn.SignInActions key={state.window} connect={connect} state={state} />
      ) : (
        <SubmitButton busy={busy} reconnecting={known !== undefined} />
      )}
      <GuidePanel connect={connect} open={guide} onOpen={showGuide} onClose={() => setGuide(undefined)} />
    </form>
  );
}

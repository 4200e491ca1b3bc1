import type { ProviderForm } from '@latchkey/providers';
import { useCallback, useEffect, useId, useMemo, useRef, useState, type ReactElement } from 'react';
import { useForm, type FieldErrors } from 'react-hook-form';
import { useHost } from '../connect/use-host.ts';
import type { ConnectFlow } from '../flow/use-connect-flow.ts';
import { buildConsoleUrl } from '../guide/build-console-url.ts';
import { GuidePanel } from '../guide/guide-panel.tsx';
import { useMessages } from '../messages/use-messages.ts';
import { Header } from '../primitives/header.tsx';
import { part } from '../primitives/part.ts';
import { FailureAlert } from '../result/failure-alert.tsx';
import { ProgressList } from '../result/progress-list.tsx';
import { buildRequest } from './build-request.ts';
import { FormField } from './form-field.tsx';
import { findNews } from './field-news.ts';
import { createResolver, type FormValues } from './resolve-input.ts';
import { SubmitButton } from './submit-button.tsx';
import { useRecognition } from './use-recognition.ts';
import { findRegionFields, useRegion } from './use-region.ts';

interface CredentialFormProps {
  readonly integrationId: string;
  readonly form: ProviderForm;
  readonly flow: ConnectFlow;
}

/** The form of a provider, drawn from its data. */
export function CredentialForm({ integrationId, form, flow }: CredentialFormProps): ReactElement {
  const { api, emit } = useHost();
  const { locale, t } = useMessages();
  const titleId = useId();
  const alert = useRef<HTMLDivElement>(null);
  const submitButton = useRef<HTMLButtonElement>(null);
  // No default values: what was typed before the page's script ran stays.
  const control = useForm<FormValues>({ resolver: useMemo(() => createResolver(form), [form]) });
  const { setFocus } = control;

  const recognition = useRecognition(form, control, flow.edited, emit);
  const regionFields = useMemo(() => findRegionFields(form), [form]);
  const values = control.watch();
  const region = useRegion(api, control, regionFields, values, emit);

  const consoleUrl = buildConsoleUrl(form, values);

  const [openStep, setOpenStep] = useState<{ readonly field: string; readonly step: string }>();
  const [guide, setGuide] = useState<{ readonly step?: string | undefined }>();
  const showStep = useCallback(
    (field: string, step: string | undefined): void => {
      setOpenStep(step === undefined ? undefined : { field, step });
      if (step !== undefined) emit({ type: 'guide_opened', step });
    },
    [emit],
  );
  const showGuide = (step: string | undefined): void => {
    setGuide({ step });
    emit({ type: 'guide_opened', step });
  };

  const swap = ([first, second]: readonly [string, string]): void => {
    const { [first]: one = '', [second]: other = '' } = control.getValues();
    control.setValue(first, other);
    control.setValue(second, one);
    flow.edited(first);
    flow.edited(second);
    setFocus(first);
  };

  const { explanation } = flow;
  useEffect(() => {
    if (!explanation) return;
    if (explanation.field === undefined) alert.current?.focus();
    else setFocus(explanation.field);
  }, [explanation, setFocus]);

  const busy = flow.state.name === 'submitting';
  const onInvalid = (errors: FieldErrors<FormValues>): void => emit({ type: 'input_rejected', fields: Object.keys(errors) });
  const onValid = (input: FormValues): void => {
    submitButton.current?.focus();
    flow.submit(buildRequest(integrationId, form, input));
  };

  return (
    // Security: before the page's script runs, a native submit must not put the secret into a URL; `dialog` makes it do nothing.
    <form
      {...part('form')}
      data-state={flow.state.name}
      method="dialog"
      noValidate
      autoComplete="off"
      aria-labelledby={titleId}
      onSubmit={(event) => void control.handleSubmit(onValid, onInvalid)(event)}
    >
      <Header icon="key" title={t('form.title', { provider: form.displayName })} titleId={titleId} intro={t('form.intro')} />
      <fieldset {...part('fields')} disabled={busy}>
        {form.fields.map((field) => (
          <FormField
            key={field.name}
            field={field}
            form={form}
            control={control}
            failure={explanation?.field === field.name ? explanation : undefined}
            news={findNews(locale, form, field, recognition.news, region)}
            openStep={openStep?.field === field.name ? openStep.step : undefined}
            consoleUrl={consoleUrl}
            onShowStep={showStep}
            recognition={recognition}
            onEdited={flow.edited}
            onSwap={swap}
          />
        ))}
      </fieldset>
      <ProgressList progress={flow.state.name === 'submitting' ? flow.state.progress : undefined} />
      {explanation && explanation.field === undefined && <FailureAlert explanation={explanation} alertRef={alert} onHelp={showGuide} />}
      <SubmitButton busy={busy} buttonRef={submitButton} />
      <GuidePanel form={form} consoleUrl={consoleUrl} open={guide} onOpen={showGuide} onClose={() => setGuide(undefined)} />
    </form>
  );
}

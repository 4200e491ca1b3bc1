import { findWarning, readField, type Field, type Problem, type ProviderForm } from '@latchkey/providers';
import { useId, useState, type ReactElement } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Explanation } from '../connect/explanation.ts';
import { StepDisclosure } from '../guide/step-disclosure.tsx';
import { part } from '../primitives/part.ts';
import { FieldError } from './field-error.tsx';
import { FieldLabel } from './field-label.tsx';
import type { FieldNews } from './field-news.ts';
import { FieldNote } from './field-note.tsx';
import { RegionSelect } from './region-select.tsx';
import type { FormValues } from './resolve-input.ts';
import { TextInput } from './text-input.tsx';
import type { Recognition } from './use-recognition.ts';

interface FormFieldProps {
  readonly field: Field;
  readonly form: ProviderForm;
  readonly control: UseFormReturn<FormValues>;
  /** What the server said about this field. */
  readonly failure: Explanation | undefined;
  readonly news: FieldNews | undefined;
  readonly recognition: Recognition;
  readonly openStep: string | undefined;
  readonly consoleUrl: string | undefined;
  readonly onShowStep: (field: string, step: string | undefined) => void;
  readonly onEdited: (field: string) => void;
  readonly onSwap: (fields: readonly [string, string]) => void;
}

/** One field with its label, what is known about its value, and where to find it. */
export function FormField(props: FormFieldProps): ReactElement {
  const { field, form, control, failure, news, recognition, openStep, onShowStep } = props;
  const id = useId();
  const [warning, setWarning] = useState<Problem>();
  const problem = control.formState.errors[field.name]?.type;
  const invalid = problem !== undefined || failure !== undefined;

  const registration = control.register(field.name, {
    onChange: () => {
      setWarning(undefined);
      props.onEdited(field.name);
    },
    onBlur: () => tidy(),
  });
  /** Shows a value as it will be sent, and says what is wrong with it while the person is still here. */
  function tidy(): void {
    const text = control.getValues(field.name);
    if (!text || recognition.recognise(field.name, text)) return;
    const reading = readField(field, form.regions, text);
    if ('value' in reading) {
      if (field.kind !== 'secret') control.setValue(field.name, reading.value);
      setWarning(findWarning(field, reading.value));
    }
    void control.trigger(field.name);
  }

  const attributes = {
    ...registration,
    id,
    required: true,
    'aria-invalid': invalid,
    'aria-describedby': `${id}-error ${id}-note ${id}-description`,
  } as const;

  return (
    <div {...part('field')} data-invalid={invalid || undefined} onPaste={(event) => recognition.onPaste(field.name, event)}>
      <FieldLabel
        id={id}
        label={field.label}
        helpOpen={openStep !== undefined}
        onToggleHelp={() => onShowStep(field.name, openStep === undefined ? field.guideStep : undefined)}
      />
      <p {...part('description')} id={`${id}-description`}>
        {field.description}
      </p>
      {field.kind === 'region' ? (
        <RegionSelect attributes={attributes} placeholder={field.placeholder} regions={form.regions} />
      ) : (
        <TextInput attributes={attributes} field={field} />
      )}
      <FieldError
        id={`${id}-error`}
        form={form}
        problem={problem}
        failure={failure}
        onHelp={(step) => onShowStep(field.name, step)}
        onSwap={props.onSwap}
      />
      <FieldNote id={`${id}-note`} news={invalid ? undefined : news} warning={invalid ? undefined : warning} />
      <div id={`${id}-help`}>{openStep !== undefined && <StepDisclosure step={openStep} form={form} consoleUrl={props.consoleUrl} />}</div>
    </div>
  );
}

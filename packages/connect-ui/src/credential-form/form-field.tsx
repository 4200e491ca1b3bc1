import { readField, type Field, type ProviderForm } from '@latchkey/providers';
import { useId, type ClipboardEvent, type ReactElement } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Explanation } from '../connect/explanation.ts';
import { StepDisclosure } from '../guide/step-disclosure.tsx';
import { useMessages } from '../messages/use-messages.ts';
import { Icon } from '../primitives/icon.tsx';
import { part } from '../primitives/part.ts';
import { FieldError } from './field-error.tsx';
import type { FieldNews } from './field-news.ts';
import { FieldNote } from './field-note.tsx';
import { RegionSelect } from './region-select.tsx';
import type { FormValues } from './resolve-input.ts';
import { TextInput } from './text-input.tsx';

interface FormFieldProps {
  readonly field: Field;
  readonly form: ProviderForm;
  readonly control: UseFormReturn<FormValues>;
  /** What the server said about this field. */
  readonly failure: Explanation | undefined;
  readonly news: FieldNews | undefined;
  readonly openStep: string | undefined;
  readonly onShowStep: (field: string, step: string | undefined) => void;
  readonly onPaste: (field: string, event: ClipboardEvent) => void;
  readonly onEdited: (field: string) => void;
}

/** One field with its label, what is known about its value, and where to find it. */
export function FormField(props: FormFieldProps): ReactElement {
  const { field, form, control, failure, news, openStep, onShowStep } = props;
  const { t } = useMessages();
  const id = useId();
  const problem = control.formState.errors[field.name]?.type;
  const invalid = problem !== undefined || failure !== undefined;

  const registration = control.register(field.name, {
    onChange: () => props.onEdited(field.name),
    onBlur: () => tidy(),
  });
  /** Shows a value as it will be sent, and names what is wrong with it while the person is still here. */
  function tidy(): void {
    const text = control.getValues(field.name);
    if (!text) return;
    const reading = readField(field, form.regions, text);
    if ('value' in reading && reading.value !== text && field.kind !== 'secret') control.setValue(field.name, reading.value);
    void control.trigger(field.name);
  }

  const attributes = {
    ...registration,
    id,
    required: true,
    'aria-invalid': invalid,
    'aria-describedby': `${id}-error ${id}-note ${id}-description`,
  } as const;
  const helpOpen = openStep !== undefined;

  return (
    <div {...part('field')} data-invalid={invalid || undefined} onPaste={(event) => props.onPaste(field.name, event)}>
      <div {...part('label')}>
        <label htmlFor={id}>
          {field.label}
          <span {...part('required')} aria-hidden="true">
            *
          </span>
        </label>
        <button
          {...part('help')}
          type="button"
          aria-expanded={helpOpen}
          aria-controls={`${id}-help`}
          aria-label={t('help.fieldOf', { field: field.label })}
          onClick={() => onShowStep(field.name, helpOpen ? undefined : field.guideStep)}
        >
          <Icon name="help" />
          {t('help.field')}
        </button>
      </div>
      <p {...part('description')} id={`${id}-description`}>
        {field.description}
      </p>
      {field.kind === 'region' ? (
        <RegionSelect attributes={attributes} placeholder={field.placeholder} regions={form.regions} />
      ) : (
        <TextInput attributes={attributes} field={field} />
      )}
      <FieldError id={`${id}-error`} form={form} problem={problem} failure={failure} onHelp={(step) => onShowStep(field.name, step)} />
      <FieldNote id={`${id}-note`} news={invalid ? undefined : news} />
      <div id={`${id}-help`}>{helpOpen && <StepDisclosure step={openStep} form={form} control={control} />}</div>
    </div>
  );
}

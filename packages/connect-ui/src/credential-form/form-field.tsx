import type { ProviderForm } from '@latchkey/providers';
import type { ReactElement } from 'react';
import { LoadedGuide } from '../guide/loaded-guide.tsx';
import { useSlots } from '../primitives/slots.ts';
import { usePart } from '../primitives/styling.ts';
import type { ConnectField } from './connect-field.ts';
import { FieldError } from './field-error.tsx';
import { FieldLabel } from './field-label.tsx';
import { FieldNews } from './field-news.tsx';
import { RegionSelect } from './region-select.tsx';
import { TextInput } from './text-input.tsx';

interface FormFieldProps {
  readonly field: ConnectField;
  readonly form: ProviderForm;
  readonly openStep: string | undefined;
  readonly consoleUrl: string | undefined;
  readonly onShowStep: (field: string, step: string | undefined) => void;
  readonly onSwap: (fields: readonly [string, string]) => void;
}

/** One field with its label, what is known about its value, and where to find it. */
export function FormField({ field, form, openStep, consoleUrl, onShowStep, onSwap }: FormFieldProps): ReactElement {
  const part = usePart();
  const { Field } = useSlots();
  return (
    <Field
      {...part('field')}
      field={field}
      label={
        <FieldLabel
          field={field}
          helpOpen={openStep !== undefined}
          onToggleHelp={() => onShowStep(field.name, openStep === undefined ? field.guideStep : undefined)}
        />
      }
      description={
        <p {...part('description')} {...field.descriptionProps}>
          {field.description}
        </p>
      }
      control={field.kind === 'select' ? <RegionSelect field={field} /> : <TextInput field={field} />}
      messages={
        <>
          <FieldError field={field} onHelp={(step) => onShowStep(field.name, step)} onSwap={onSwap} />
          <FieldNews field={field} />
        </>
      }
      help={
        <div id={`${field.labelProps.htmlFor}-help`}>
          {openStep !== undefined && <LoadedGuide step={openStep} form={form} consoleUrl={consoleUrl} />}
        </div>
      }
    />
  );
}

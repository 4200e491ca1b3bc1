import type { ReactElement } from 'react';
import type { ConnectControl } from '../connect/use-connect.ts';
import { LoadedGuide } from '../guide/loaded-guide.tsx';
import { useSlots } from '../primitives/slots.ts';
import { usePart } from '../primitives/styling.ts';
import type { ConnectField } from './connect-field.ts';
import { FieldControl } from './field-control.tsx';
import { FieldLabel } from './field-label.tsx';
import { FieldMessages } from './field-messages.tsx';

interface FormFieldProps {
  readonly field: ConnectField;
  readonly connect: ConnectControl;
  readonly openStep: string | undefined;
  readonly onShowStep: (field: string, step: string | undefined) => void;
}

/** One field with its label, what is known about its value, and where to find it. */
export function FormField({ field, connect, openStep, onShowStep }: FormFieldProps): ReactElement {
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
      control={<FieldControl field={field} />}
      messages={<FieldMessages field={field} connect={connect} onHelp={(step) => onShowStep(field.name, step)} />}
      help={
        <div id={`${field.labelProps.htmlFor}-help`}>{openStep !== undefined && <LoadedGuide step={openStep} connect={connect} />}</div>
      }
    />
  );
}

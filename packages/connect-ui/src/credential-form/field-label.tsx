import type { ReactElement } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Icon } from '../primitives/icon.tsx';
import { useSlots } from '../primitives/slots.ts';
import { usePart } from '../primitives/styling.ts';
import type { ConnectField } from './connect-field.ts';

interface FieldLabelProps {
  readonly field: ConnectField;
  readonly helpOpen: boolean;
  readonly onToggleHelp: () => void;
}

/** The name of a field, and the button that tells where to find its value. */
export function FieldLabel({ field: { label, labelProps }, helpOpen, onToggleHelp }: FieldLabelProps): ReactElement {
  const { t } = useMessages();
  const part = usePart();
  const { Button } = useSlots();
  const id = labelProps.htmlFor;
  return (
    <div {...part('label')}>
      <span>
        <label {...labelProps} id={`${id}-label`}>
          {label}
        </label>
        <span {...part('required')} aria-hidden="true">
          *
        </span>
      </span>
      <Button
        {...part('help')}
        type="button"
        aria-expanded={helpOpen}
        aria-controls={`${id}-help`}
        // A name that held the field's label would be found in the place of the control by whoever looks for that label.
        aria-describedby={`${id}-label`}
        onClick={onToggleHelp}
      >
        <Icon name="help" />
        {t('help.field')}
      </Button>
    </div>
  );
}

import type { ReactElement } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Icon } from '../primitives/icon.tsx';
import { part } from '../primitives/part.ts';

interface FieldLabelProps {
  /** The id of the control; its label and the step of the guide have it too, with `-label` and `-help` behind it. */
  readonly id: string;
  readonly label: string;
  readonly helpOpen: boolean;
  readonly onToggleHelp: () => void;
}

/** The name of a field, and the button that tells where to find its value. */
export function FieldLabel({ id, label, helpOpen, onToggleHelp }: FieldLabelProps): ReactElement {
  const { t } = useMessages();
  return (
    <div {...part('label')}>
      <span>
        <label htmlFor={id} id={`${id}-label`}>
          {label}
        </label>
        <span {...part('required')} aria-hidden="true">
          *
        </span>
      </span>
      <button
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
      </button>
    </div>
  );
}

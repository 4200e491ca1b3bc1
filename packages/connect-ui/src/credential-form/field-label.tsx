import type { ReactElement } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Icon } from '../primitives/icon.tsx';
import { part } from '../primitives/part.ts';

interface FieldLabelProps {
  /** The id of the control; the step of the guide has it too, with `-help` behind it. */
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
      <label htmlFor={id}>
        {label}
        <span {...part('required')} aria-hidden="true">
          *
        </span>
      </label>
      <button
        {...part('help')}
        type="button"
        aria-expanded={helpOpen}
        aria-controls={`${id}-help`}
        aria-label={t('help.fieldOf', { field: label })}
        onClick={onToggleHelp}
      >
        <Icon name="help" />
        {t('help.field')}
      </button>
    </div>
  );
}

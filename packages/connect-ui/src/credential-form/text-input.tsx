import { useState, type ReactElement } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Icon } from '../primitives/icon.tsx';
import { useSlots } from '../primitives/slots.ts';
import { usePart } from '../primitives/styling.ts';
import type { InputField } from './connect-field.ts';

/** A line of text; a secret is hidden until the person asks to see it. */
export function TextInput({ field }: { readonly field: InputField }): ReactElement {
  const { t } = useMessages();
  const part = usePart();
  const { Button, Input } = useSlots();
  const [revealed, setRevealed] = useState(false);
  return (
    // IDs and secrets run from left to right in every language.
    <div {...part('control')} dir="ltr">
      <Input {...part('input')} {...field.inputProps} type={revealed ? 'text' : field.inputProps.type} />
      {field.kind === 'secret' && (
        <Button
          {...part('reveal')}
          type="button"
          data-state={revealed ? 'shown' : 'hidden'}
          aria-describedby={`${field.labelProps.htmlFor}-label`}
          onClick={() => setRevealed(!revealed)}
        >
          <Icon name={revealed ? 'eyeOff' : 'eye'} />
          <span {...part('announcer')}>{t(revealed ? 'field.hide' : 'field.show')}</span>
        </Button>
      )}
    </div>
  );
}

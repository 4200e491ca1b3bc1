import type { Field } from '@latchkey/providers';
import { useState, type ReactElement } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Icon } from '../primitives/icon.tsx';
import { part } from '../primitives/part.ts';
import { foreignValue, type ControlAttributes } from './control-attributes.ts';

/** A line of text; a secret is hidden until the person asks to see it. */
export function TextInput({ attributes, field }: { readonly attributes: ControlAttributes; readonly field: Field }): ReactElement {
  const { t } = useMessages();
  const [revealed, setRevealed] = useState(false);
  const secret = field.kind === 'secret';
  return (
    // IDs and secrets run from left to right in every language.
    <div {...part('control')} dir="ltr">
      <input
        {...part('input')}
        {...attributes}
        {...foreignValue}
        type={secret && !revealed ? 'password' : 'text'}
        // Browsers disregard `off` for passwords; `new-password` keeps them from filling in one of theirs.
        autoComplete={secret ? 'new-password' : 'off'}
        placeholder={field.placeholder}
      />
      {secret && (
        <button
          {...part('reveal')}
          type="button"
          data-state={revealed ? 'shown' : 'hidden'}
          aria-describedby={`${attributes.id}-label`}
          onClick={() => setRevealed(!revealed)}
        >
          <Icon name={revealed ? 'eyeOff' : 'eye'} />
          <span {...part('announcer')}>{t(revealed ? 'field.hide' : 'field.show')}</span>
        </button>
      )}
    </div>
  );
}

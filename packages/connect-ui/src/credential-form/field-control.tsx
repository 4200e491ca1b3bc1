import { useState, type ReactElement } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Icon } from '../primitives/icon.tsx';
import { useSlots } from '../primitives/slots.ts';
import { usePart } from '../primitives/styling.ts';
import type { ConnectField, InputField, SelectField } from './connect-field.ts';

/** What a field is filled in with. */
export function FieldControl({ field }: { readonly field: ConnectField }): ReactElement {
  return field.kind === 'select' ? <RegionSelect field={field} /> : <TextInput field={field} />;
}

/** The regions by name, with the top-level domain that people know them by. Nothing is chosen beforehand. */
function RegionSelect({ field }: { readonly field: SelectField }): ReactElement {
  const part = usePart();
  const { Select } = useSlots();
  return (
    <div {...part('control')}>
      <Select {...part('select')} {...field.selectProps}>
        {field.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <span {...part('adornment')}>
        <Icon name="chevron" />
      </span>
    </div>
  );
}

/** A line of text; a secret is hidden until the person asks to see it. */
function TextInput({ field }: { readonly field: InputField }): ReactElement {
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

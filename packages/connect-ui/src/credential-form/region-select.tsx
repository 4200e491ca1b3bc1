import type { ReactElement } from 'react';
import { Icon } from '../primitives/icon.tsx';
import { useSlots } from '../primitives/slots.ts';
import { usePart } from '../primitives/styling.ts';
import type { SelectField } from './connect-field.ts';

/** The regions by name, with the top-level domain that people know them by. Nothing is chosen beforehand. */
export function RegionSelect({ field }: { readonly field: SelectField }): ReactElement {
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

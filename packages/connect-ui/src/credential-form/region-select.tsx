import type { Region } from '@latchkey/providers';
import type { ReactElement } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Icon } from '../primitives/icon.tsx';
import { part } from '../primitives/part.ts';
import type { ControlAttributes } from './control-attributes.ts';

interface RegionSelectProps {
  readonly attributes: ControlAttributes;
  readonly placeholder: string;
  readonly regions: readonly Region[];
}

/** The regions by name, with the top-level domain that people know them by. Nothing is chosen beforehand. */
export function RegionSelect({ attributes, placeholder, regions }: RegionSelectProps): ReactElement {
  const { t } = useMessages();
  return (
    <div {...part('control')}>
      <select {...part('select')} {...attributes} autoComplete="off">
        <option value="">{placeholder}</option>
        {regions.map(({ name, topLevelDomain }) => (
          <option key={topLevelDomain} value={topLevelDomain}>
            {t('field.regionOption', { name, tld: topLevelDomain })}
          </option>
        ))}
      </select>
      <span {...part('adornment')}>
        <Icon name="chevron" />
      </span>
    </div>
  );
}

import type { ReactElement } from 'react';
import { Icon } from '../primitives/icon.tsx';
import { useSlots } from '../primitives/slots.ts';
import { usePart } from '../primitives/styling.ts';
import type { ConnectField } from './connect-field.ts';

const icons = { info: 'info', success: 'check', warning: 'alert' } as const;

/** Something good to know about a field. The live region stands there from the start. */
export function FieldNews({ field: { note, noteProps } }: { readonly field: ConnectField }): ReactElement {
  const part = usePart();
  const { Spinner } = useSlots();
  return (
    <div aria-live="polite">
      {note && (
        <div {...part('note')} data-tone={note.tone}>
          {note.busy === true ? <Spinner {...part('spinner')} /> : <Icon name={icons[note.tone]} />}
          <p {...noteProps}>
            {note.remedy === undefined ? note.text : <strong>{note.text}</strong>}
            {note.remedy !== undefined && <span {...part('remedy')}> {note.remedy}</span>}
          </p>
        </div>
      )}
    </div>
  );
}

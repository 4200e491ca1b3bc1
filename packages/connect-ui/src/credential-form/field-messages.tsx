import type { ReactElement } from 'react';
import type { ConnectControl } from '../connect/use-connect.ts';
import { Icon } from '../primitives/icon.tsx';
import { useSlots } from '../primitives/slots.ts';
import { usePart } from '../primitives/styling.ts';
import { FailureHelp } from '../result/failure-help.tsx';
import type { ConnectField } from './connect-field.ts';

interface FieldMessagesProps {
  readonly field: ConnectField;
  readonly onHelp: (step: string) => void;
  readonly connect: ConnectControl;
}

const icons = { info: 'info', success: 'check', warning: 'alert' } as const;

/** What is wrong with a field and what to do, and what is good to know about it. Both live regions stand there from the start. */
export function FieldMessages({ field, connect, onHelp }: FieldMessagesProps): ReactElement {
  const part = usePart();
  const { Spinner } = useSlots();
  const { problem, problemProps, note, noteProps } = field;
  return (
    <>
      <div aria-live="polite">
        {problem && (
          <div {...part('error')}>
            <Icon name="alert" />
            <div>
              <p {...problemProps}>
                <strong>{problem.message}</strong> <span {...part('remedy')}>{problem.remedy}</span>
              </p>
              {problem.explanation && (
                <FailureHelp explanation={problem.explanation} connect={connect} onHelp={onHelp} onSwap={connect.swap} />
              )}
            </div>
          </div>
        )}
      </div>
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
    </>
  );
}

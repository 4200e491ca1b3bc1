import type { ReactElement, Ref } from 'react';
import type { Explanation } from '../connect/explanation.ts';
import type { ConnectControl } from '../connect/use-connect.ts';
import { useSlots } from '../primitives/slots.ts';
import { usePart } from '../primitives/styling.ts';
import { FailureHelp } from './failure-help.tsx';

interface FailureAlertProps {
  readonly explanation: Explanation;
  /** The form that it stands in. */
  readonly connect?: ConnectControl;
  /** Where it is given, the alert takes the focus through it. */
  readonly alertRef: Ref<HTMLDivElement> | undefined;
  /** Opens the step of the guide that helps. */
  readonly onHelp?: ((step: string) => void) | undefined;
}

/** A failure that concerns no single field. */
export function FailureAlert({ explanation, connect, alertRef, onHelp }: FailureAlertProps): ReactElement {
  const part = usePart();
  const { Alert } = useSlots();
  return (
    <div role="alert" tabIndex={-1} ref={alertRef}>
      <Alert {...part('alert')} explanation={explanation}>
        <FailureHelp explanation={explanation} connect={connect} onHelp={onHelp} />
      </Alert>
    </div>
  );
}

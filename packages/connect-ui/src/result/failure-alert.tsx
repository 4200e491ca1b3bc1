import { useEffect, useRef, type ReactElement } from 'react';
import type { Explanation } from '../connect/explanation.ts';
import type { ConnectControl } from '../connect/use-connect.ts';
import { useSlots } from '../primitives/slots.ts';
import { usePart } from '../primitives/styling.ts';
import { FailureHelp } from './failure-help.tsx';

interface FailureAlertProps {
  readonly explanation: Explanation;
  /** The form that it stands in: then it takes the focus when it appears. */
  readonly connect?: ConnectControl;
  /** Opens the step of the guide that helps. */
  readonly onHelp?: ((step: string) => void) | undefined;
}

/** A failure that concerns no single field. */
export function FailureAlert({ explanation, connect, onHelp }: FailureAlertProps): ReactElement {
  const part = usePart();
  const { Alert } = useSlots();
  const box = useRef<HTMLDivElement>(null);
  const inForm = connect !== undefined;
  useEffect(() => {
    if (inForm) box.current?.focus();
  }, [inForm]);
  return (
    <div role="alert" tabIndex={-1} ref={box}>
      <Alert {...part('alert')} explanation={explanation}>
        <FailureHelp explanation={explanation} connect={connect} onHelp={onHelp} />
      </Alert>
    </div>
  );
}

import { useEffect, useRef, type ReactElement } from 'react';
import type { Explanation } from '../connect/explanation.ts';
import { useSlots } from '../primitives/slots.ts';
import { usePart } from '../primitives/styling.ts';
import { FailureHelp } from './failure-help.tsx';

interface FailureAlertProps {
  readonly explanation: Explanation;
  /** Whether it takes the focus when it appears. */
  readonly focused?: boolean;
  /** Opens the step of the guide that helps. */
  readonly onHelp?: ((step: string) => void) | undefined;
}

/** A failure that concerns no single field. */
export function FailureAlert({ explanation, focused = false, onHelp }: FailureAlertProps): ReactElement {
  const part = usePart();
  const { Alert } = useSlots();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focused) box.current?.focus();
  }, [focused]);
  return (
    <div role="alert" tabIndex={-1} ref={box}>
      <Alert {...part('alert')} explanation={explanation}>
        <FailureHelp explanation={explanation} onHelp={onHelp} />
      </Alert>
    </div>
  );
}

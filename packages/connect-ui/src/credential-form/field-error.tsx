import type { ReactElement } from 'react';
import { Icon } from '../primitives/icon.tsx';
import { usePart } from '../primitives/styling.ts';
import { FailureHelp } from '../result/failure-help.tsx';
import type { ConnectField } from './connect-field.ts';

interface FieldErrorProps {
  readonly field: ConnectField;
  readonly onHelp: (step: string) => void;
  readonly onSwap: (fields: readonly [string, string]) => void;
}

/** What is wrong with a field, and what to do. The live region stands there from the start. */
export function FieldError({ field: { problem, problemProps }, onHelp, onSwap }: FieldErrorProps): ReactElement {
  const part = usePart();
  return (
    <div aria-live="polite">
      {problem && (
        <div {...part('error')}>
          <Icon name="alert" />
          <div>
            <p {...problemProps}>
              <strong>{problem.message}</strong> <span {...part('remedy')}>{problem.remedy}</span>
            </p>
            {problem.explanation && <FailureHelp explanation={problem.explanation} onHelp={onHelp} onSwap={onSwap} />}
          </div>
        </div>
      )}
    </div>
  );
}

import type { ReactElement } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Icon } from '../primitives/icon.tsx';
import { useSlots } from '../primitives/slots.ts';
import { usePart } from '../primitives/styling.ts';
import { FailureDetails } from '../result/failure-details.tsx';
import type { ConnectField } from './connect-field.ts';

interface FieldErrorProps {
  readonly field: ConnectField;
  readonly onHelp: (step: string) => void;
  readonly onSwap: (fields: readonly [string, string]) => void;
}

/** What is wrong with a field, and what to do. The live region stands there from the start. */
export function FieldError({ field: { problem, problemProps }, onHelp, onSwap }: FieldErrorProps): ReactElement {
  const { t } = useMessages();
  const part = usePart();
  const { Button } = useSlots();
  const { swap, guideStep } = problem?.explanation ?? {};
  return (
    <div aria-live="polite">
      {problem && (
        <div {...part('error')}>
          <Icon name="alert" />
          <div>
            <p {...problemProps}>
              <strong>{problem.message}</strong> <span {...part('remedy')}>{problem.remedy}</span>
            </p>
            {swap && (
              <Button {...part('help')} type="button" onClick={() => onSwap(swap)}>
                {t('failure.swap')}
              </Button>
            )}
            {guideStep !== undefined && (
              <Button {...part('help')} type="button" onClick={() => onHelp(guideStep)}>
                {t('help.step')}
              </Button>
            )}
            {problem.explanation && <FailureDetails explanation={problem.explanation} />}
          </div>
        </div>
      )}
    </div>
  );
}

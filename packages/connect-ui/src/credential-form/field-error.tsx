import { findProblem, type ProviderForm } from '@latchkey/providers';
import type { ReactElement } from 'react';
import type { Explanation } from '../connect/explanation.ts';
import { errorText } from '../messages/provider-text.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Icon } from '../primitives/icon.tsx';
import { part } from '../primitives/part.ts';
import { FailureDetails } from '../result/failure-details.tsx';

interface FieldErrorProps {
  readonly id: string;
  readonly form: ProviderForm;
  /** The code of a problem that the form found by itself. */
  readonly problem: unknown;
  readonly failure: Explanation | undefined;
  readonly onHelp: (step: string) => void;
  readonly onSwap: (fields: readonly [string, string]) => void;
}

/** What is wrong with a field, and what to do. The live region stands there from the start. */
export function FieldError({ id, form, problem, failure, onHelp, onSwap }: FieldErrorProps): ReactElement {
  const { locale, t } = useMessages();
  const text = typeof problem === 'string' ? errorText(locale, problem, findProblem(form, problem) ?? {}) : failure;
  const answered = text === failure ? failure : undefined;
  const step = answered?.guideStep;
  const swap = answered?.swap;
  return (
    <div aria-live="polite">
      {text && (
        <div {...part('error')}>
          <Icon name="alert" />
          <div>
            <p id={id}>
              <strong>{text.message}</strong> <span {...part('remedy')}>{text.remedy}</span>
            </p>
            {swap && (
              <button {...part('help')} type="button" onClick={() => onSwap(swap)}>
                {t('failure.swap')}
              </button>
            )}
            {step !== undefined && (
              <button {...part('help')} type="button" onClick={() => onHelp(step)}>
                {t('help.step')}
              </button>
            )}
            {answered && <FailureDetails explanation={answered} />}
          </div>
        </div>
      )}
    </div>
  );
}

import type { ReactElement, Ref } from 'react';
import type { Explanation } from '../connect/explanation.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Icon } from '../primitives/icon.tsx';
import { part } from '../primitives/part.ts';
import { FailureDetails } from './failure-details.tsx';

interface FailureAlertProps {
  readonly explanation: Explanation;
  readonly alertRef?: Ref<HTMLDivElement>;
  /** Opens the step of the guide that helps. */
  readonly onHelp?: ((step: string) => void) | undefined;
}

/** A failure that concerns no single field. */
export function FailureAlert({ explanation, alertRef, onHelp }: FailureAlertProps): ReactElement {
  const { t } = useMessages();
  const { guideStep, retryAfterSeconds } = explanation;
  return (
    <div {...part('alert')} data-tone="danger" role="alert" tabIndex={-1} ref={alertRef}>
      <Icon name="alert" />
      <div>
        <p>
          <strong>{explanation.message}</strong>
        </p>
        <p {...part('remedy')}>{explanation.remedy}</p>
        {retryAfterSeconds !== undefined && <p>{t('failure.wait', { seconds: String(retryAfterSeconds) })}</p>}
        {onHelp && guideStep !== undefined && (
          <button {...part('help')} type="button" onClick={() => onHelp(guideStep)}>
            {t('help.step')}
          </button>
        )}
        <FailureDetails explanation={explanation} />
      </div>
    </div>
  );
}

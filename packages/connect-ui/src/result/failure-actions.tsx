import type { ReactElement } from 'react';
import { StepCopy } from '../authorization/copy-value.tsx';
import type { Explanation } from '../connect/explanation.ts';
import type { ConnectControl } from '../connect/use-connect.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useSlots } from '../primitives/slots.ts';
import { usePart } from '../primitives/styling.ts';
import { DetailsList } from './details-list.tsx';

/** What a person may do about a failure: each is absent where it is not possible. */
export interface FailureActionsProps {
  readonly explanation: Explanation;
  readonly connect?: ConnectControl | undefined;
  /** Opens the step of the guide that helps. */
  readonly onHelp?: ((step: string) => void) | undefined;
  readonly onSwap?: ((fields: readonly [string, string]) => void) | undefined;
}

/** What to do about a failure, and what to tell a support desk. */
export function FailureActions({ explanation, connect, onHelp, onSwap }: FailureActionsProps): ReactElement {
  const { t } = useMessages();
  const part = usePart();
  const { Button } = useSlots();
  const { guideStep, swap, retryAfterSeconds } = explanation;
  return (
    <>
      {connect && <StepCopy connect={connect} step={guideStep} />}
      {retryAfterSeconds !== undefined && <p>{t('failure.wait', { seconds: String(retryAfterSeconds) })}</p>}
      {onSwap && swap && (
        <Button {...part('help')} type="button" onClick={() => onSwap(swap)}>
          {t('failure.swap')}
        </Button>
      )}
      {onHelp && guideStep !== undefined && (
        <Button {...part('help')} type="button" onClick={() => onHelp(guideStep)}>
          {t('help.step')}
        </Button>
      )}
      <DetailsList explanation={explanation} />
    </>
  );
}

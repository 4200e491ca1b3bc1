import type { ReactElement, Ref } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { useSlots } from '../primitives/slots.ts';
import { usePart } from '../primitives/styling.ts';
import { FailureAlert } from '../result/failure-alert.tsx';
import type { Explanation } from './explanation.ts';

interface UnavailableProps {
  readonly explanation: Explanation;
  readonly alertRef: Ref<HTMLDivElement> | undefined;
  readonly onRetry: () => void;
}

/** Why there is no form. */
export function Unavailable({ explanation, alertRef, onRetry }: UnavailableProps): ReactElement {
  const { t } = useMessages();
  const part = usePart();
  const { Button } = useSlots();
  return (
    <div {...part('unavailable')}>
      <FailureAlert explanation={explanation} alertRef={alertRef} />
      {explanation.retryable && (
        <Button {...part('button')} type="button" onClick={onRetry}>
          {t('failure.retry')}
        </Button>
      )}
    </div>
  );
}

import type { ReactElement } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { useSlots } from '../primitives/slots.ts';
import { usePart } from '../primitives/styling.ts';
import { FailureAlert } from '../result/failure-alert.tsx';
import type { Explanation } from './explanation.ts';

/** Why there is no form. */
export function Unavailable({ explanation, onRetry }: { readonly explanation: Explanation; readonly onRetry: () => void }): ReactElement {
  const { t } = useMessages();
  const part = usePart();
  const { Button } = useSlots();
  return (
    <div {...part('unavailable')}>
      <FailureAlert explanation={explanation} />
      {explanation.retryable && (
        <Button {...part('button')} type="button" onClick={onRetry}>
          {t('failure.retry')}
        </Button>
      )}
    </div>
  );
}

import type { ReactElement } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { part } from '../primitives/part.ts';
import { FailureAlert } from '../result/failure-alert.tsx';
import type { Explanation } from './explanation.ts';

/** Why there is no form. */
export function Unavailable({ explanation, onRetry }: { readonly explanation: Explanation; readonly onRetry: () => void }): ReactElement {
  const { t } = useMessages();
  return (
    <div {...part('unavailable')}>
      <FailureAlert explanation={explanation} />
      {explanation.retryable && (
        <button {...part('button')} type="button" onClick={onRetry}>
          {t('failure.retry')}
        </button>
      )}
    </div>
  );
}

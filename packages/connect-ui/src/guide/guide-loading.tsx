import type { ReactElement } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { useSlots } from '../primitives/slots.ts';
import { usePart } from '../primitives/styling.ts';
import { Spinner } from '../primitives/spinner.tsx';

/** Stands in for the guide while it is loaded, or when it could not be. */
export function GuideLoading({ onRetry }: { readonly onRetry: (() => void) | undefined }): ReactElement {
  const { t } = useMessages();
  const part = usePart();
  const { Button } = useSlots();
  return (
    <div {...part('note')} data-tone={onRetry ? 'warning' : 'info'} aria-live="polite">
      {onRetry ? null : <Spinner />}
      <p>{t(onRetry ? 'guide.failed' : 'guide.loading')}</p>
      {onRetry && (
        <Button {...part('help')} type="button" onClick={onRetry}>
          {t('failure.retry')}
        </Button>
      )}
    </div>
  );
}

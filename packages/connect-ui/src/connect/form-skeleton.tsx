import type { ReactElement } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { usePart } from '../primitives/styling.ts';

/** Stands in for the form while the server is asked which one it is. */
export function FormSkeleton(): ReactElement {
  const { t } = useMessages();
  const part = usePart();
  return (
    <>
      <p {...part('announcer')} aria-live="polite">
        {t('form.loading')}
      </p>
      <div {...part('skeleton')} aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
      </div>
    </>
  );
}

import type { ReactElement } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { part } from '../primitives/part.ts';

/** Stands in for the form while the server is asked which one it is. */
export function FormSkeleton(): ReactElement {
  const { t } = useMessages();
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

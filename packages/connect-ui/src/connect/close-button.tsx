import type { ReactElement } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Icon } from '../primitives/icon.tsx';
import { part } from '../primitives/part.ts';

/** Tells the host that the person wants to leave. */
export function CloseButton({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useMessages();
  return (
    <button {...part('close')} type="button" aria-label={t('form.close')} onClick={onClose}>
      <Icon name="close" />
    </button>
  );
}

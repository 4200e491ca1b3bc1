import type { ReactElement } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Icon } from '../primitives/icon.tsx';
import { useSlots } from '../primitives/slots.ts';
import { usePart } from '../primitives/styling.ts';

/** Tells the host that the person wants to leave. */
export function CloseButton({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useMessages();
  const part = usePart();
  const { Button } = useSlots();
  return (
    <Button {...part('close')} type="button" aria-label={t('form.close')} onClick={onClose}>
      <Icon name="close" />
    </Button>
  );
}

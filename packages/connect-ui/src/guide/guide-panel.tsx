import { useId, type ReactElement } from 'react';
import type { ConnectControl } from '../connect/use-connect.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useSlots } from '../primitives/slots.ts';
import { usePart } from '../primitives/styling.ts';
import type { GuideRequest } from './guide-content.tsx';
import { LoadedGuide } from './loaded-guide.tsx';

interface GuidePanelProps {
  readonly connect: ConnectControl;
  /** `undefined` while the guide is closed. */
  readonly open: GuideRequest | undefined;
  readonly onOpen: (step: undefined) => void;
  readonly onClose: () => void;
}

/** The way to the whole guide, and the guide in its place. */
export function GuidePanel({ connect, open, onOpen, onClose }: GuidePanelProps): ReactElement {
  const { t } = useMessages();
  const part = usePart();
  const { Button } = useSlots();
  const panelId = useId();
  return (
    <>
      <p {...part('assist')}>
        {t('help.need')}{' '}
        <Button
          {...part('help')}
          type="button"
          aria-expanded={open !== undefined}
          aria-controls={panelId}
          onClick={() => (open ? onClose() : onOpen(undefined))}
        >
          {t(open ? 'help.close' : 'help.open')}
        </Button>
      </p>
      <div id={panelId}>{open && <LoadedGuide connect={connect} request={open} />}</div>
    </>
  );
}

import type { ReactElement } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { useSlots } from '../primitives/slots.ts';
import { usePart } from '../primitives/styling.ts';
import type { ConnectState } from './connect-state.ts';

interface ChooseAnotherProps {
  readonly state: ConnectState;
  readonly onPress: () => void;
}

/** The way back to the choice, while nothing runs that would be lost. */
export function ChooseAnother({ state, onPress }: ChooseAnotherProps): ReactElement | null {
  const { t } = useMessages();
  const part = usePart();
  const { Button } = useSlots();
  if (state.name !== 'editing' && state.name !== 'unavailable') return null;
  return (
    <p {...part('assist')}>
      <Button {...part('help')} type="button" onClick={onPress}>
        {t('picker.another')}
      </Button>
    </p>
  );
}

import type { ReactElement } from 'react';
import type { ConnectState } from '../connect/connect-state.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Icon } from '../primitives/icon.tsx';
import { useSlots } from '../primitives/slots.ts';
import { usePart } from '../primitives/styling.ts';

interface SignInStatusProps {
  readonly state: Extract<ConnectState, { name: 'authorizing' }>;
  readonly provider: string;
}

/** Where a sign-in stands, in words. */
export function SignInStatus({ state: { window }, provider }: SignInStatusProps): ReactElement {
  const { t } = useMessages();
  const part = usePart();
  const { Spinner } = useSlots();
  return (
    <div {...part('sign-in')} data-state={window}>
      {window === 'checking' || window === 'open' ? <Spinner {...part('spinner')} /> : <Icon name="alert" />}
      <div>
        <p>
          <strong>{t(`signIn.${window}`, { provider })}</strong>
        </p>
        {window !== 'checking' && <p {...part('remedy')}>{t(`signIn.${window}Help`)}</p>}
      </div>
    </div>
  );
}

import { useEffect, useRef, type ReactElement } from 'react';
import type { ConnectState } from '../connect/connect-state.ts';
import type { ConnectControl } from '../connect/use-connect.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useSlots } from '../primitives/slots.ts';
import { usePart } from '../primitives/styling.ts';
import { takeFocus } from '../primitives/take-focus.ts';
import { CopyValue } from './copy-value.tsx';

interface SignInActionsProps {
  readonly connect: ConnectControl;
  readonly state: Extract<ConnectState, { name: 'authorizing' }>;
}

const mainAction = { checking: 'signIn.reopen', open: 'signIn.reopen', blocked: 'signIn.openNow', closed: 'failure.retry' } as const;

/**
 * What the person can do while they sign in, or instead of it. The first of it takes the focus, because the button that began it is gone, and
 * gives it back to that one when it is there again.
 */
export function SignInActions({ connect, state: { window, redirectUri } }: SignInActionsProps): ReactElement {
  const { t } = useMessages();
  const part = usePart();
  const { Button } = useSlots();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const form = box.current?.closest('form');
    return () => {
      if (form && document.activeElement?.contains(form)) takeFocus(form.querySelector<HTMLElement>('[type="submit"]'));
    };
  }, []);
  return (
    <div {...part('sign-in-actions')} ref={box}>
      {window === 'closed' && redirectUri !== undefined && (
        <>
          <p {...part('description')}>{t('signIn.mismatchHelp')}</p>
          <CopyValue name="redirect_uri" value={redirectUri} />
        </>
      )}
      <Button
        {...part(window === 'open' ? 'button' : 'submit')}
        type="button"
        data-state="idle"
        ref={takeFocus}
        onClick={window === 'closed' ? connect.authorize : connect.reopen}
      >
        {t(mainAction[window])}
      </Button>
      <Button {...part('help')} type="button" onClick={connect.continueInTab}>
        {t('signIn.inTab')}
      </Button>
      <Button {...part('help')} type="button" onClick={connect.cancel}>
        {t('signIn.cancel')}
      </Button>
    </div>
  );
}

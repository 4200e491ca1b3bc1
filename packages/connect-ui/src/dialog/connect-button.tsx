'use client';

import { useState, type ReactElement, type ReactNode } from 'react';
import type { ConnectProps } from '../connect/connect-props.ts';
import { stylePart } from '../primitives/styling.ts';
import { ConnectDialog } from './connect-dialog.tsx';
import { dialogWords } from './dialog-words.ts';
import { prepareConnect } from './load-connect.ts';
import { useLocaleTag } from './use-locale-tag.ts';
import { useRememberedAttempt } from './use-remembered-attempt.ts';

/** What {@link ConnectButton} takes. */
export interface ConnectButtonProps extends ConnectProps {
  /**
   * What stands on the button. Where it is a text, the dialog is called so too.
   *
   * @default “Connect”, in the person's language
   */
  readonly children?: ReactNode;
  /** @default false */
  readonly disabled?: boolean | undefined;
}

/**
 * A button that opens the form in a dialog. The form is loaded when the person is about to press it.
 *
 * It opens by itself on the page that somebody comes back to from a sign-in in the same tab.
 *
 * It takes all that {@link Connect} takes; `onClose` is called when the person has closed the dialog, however they did.
 *
 * @example
 * ```tsx
 * <ConnectButton apiUrl="/latchkey" sessionToken={getSessionToken} onConnect={refresh}>
 *   Connect PingOne
 * </ConnectButton>
 * ```
 */
export function ConnectButton({ children, disabled = false, ...props }: ConnectButtonProps): ReactElement {
  const [opened, setOpened] = useState<boolean>();
  // Whoever has signed in in this tab comes back to a page that is loaded anew.
  const remembered = useRememberedAttempt(props.apiUrl, props.integration);
  const locale = useLocaleTag(props.locale ?? 'en');
  const { Button = 'button' } = props.components ?? {};
  return (
    <>
      <Button
        {...stylePart(props, 'opener')}
        type="button"
        disabled={disabled}
        data-appearance={props.appearance ?? 'auto'}
        aria-haspopup="dialog"
        onPointerEnter={prepareConnect}
        onFocus={prepareConnect}
        onClick={(event) => {
          // Compat: Safari does not focus a button that is pressed, and the dialog gives the focus back to what had it.
          event.currentTarget.focus();
          setOpened(true);
        }}
      >
        {children ?? dialogWords[locale].connect}
      </Button>
      <ConnectDialog
        {...props}
        open={opened ?? remembered}
        onOpenChange={setOpened}
        label={typeof children === 'string' ? children : undefined}
      />
    </>
  );
}

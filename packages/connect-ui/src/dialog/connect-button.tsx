'use client';

import { useState, type ReactElement, type ReactNode } from 'react';
import type { ConnectProps } from '../connect/connect-props.ts';
import { stylePart } from '../primitives/styling.ts';
import { ConnectDialog } from './connect-dialog.tsx';
import { dialogWords } from './dialog-words.ts';
import { prepareConnect } from './load-connect.ts';
import { useLocaleTag } from './use-locale-tag.ts';

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
  const [open, setOpen] = useState(false);
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
          setOpen(true);
        }}
      >
        {children ?? dialogWords[locale].connect}
      </Button>
      <ConnectDialog {...props} open={open} onOpenChange={setOpen} label={typeof children === 'string' ? children : undefined} />
    </>
  );
}

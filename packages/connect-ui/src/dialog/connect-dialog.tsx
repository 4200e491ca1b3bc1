'use client';

import { useCallback, useEffect, useRef, useState, type MouseEvent, type ReactElement } from 'react';
import { callHost } from '../connect/call-host.ts';
import type { ConnectProps } from '../connect/connect-props.ts';
import { useLater } from '../primitives/later.ts';
import { stylePart } from '../primitives/styling.ts';
import { dialogWords } from './dialog-words.ts';
import { connectForm } from './load-connect.ts';
import { LoadingShell } from './loading-shell.tsx';
import { useLocaleTag } from './use-locale-tag.ts';

/** What {@link ConnectDialog} takes. */
export interface ConnectDialogProps extends ConnectProps {
  /** Whether the dialog is open. */
  readonly open: boolean;
  /** The person wants to leave, however they do it: the buttons, Escape, or a press beside the dialog. It closes when `open` says so. */
  readonly onOpenChange: (open: false) => void;
  /**
   * What assistive technology calls the dialog.
   *
   * @default “Connect”, in the person's language
   */
  readonly label?: string | undefined;
}

/**
 * The form in the browser's own modal dialog, opened and closed by the host.
 *
 * The browser keeps the page behind it out of reach and gives the focus back to what had it. Nobody is asked before it closes: what was typed
 * stays, and so does an attempt that runs, until the connection is made or the component is taken away.
 *
 * A form cannot stand in a form: put it outside any form of the page.
 *
 * @example
 * ```tsx
 * <ConnectDialog apiUrl="/latchkey" sessionToken={getSessionToken} open={open} onOpenChange={setOpen} />
 * ```
 */
export function ConnectDialog({ open, onOpenChange, label, ...props }: ConnectDialogProps): ReactElement {
  const locale = useLocaleTag(props.locale ?? 'en');
  const dialog = useRef<HTMLDialogElement>(null);
  // A dialog that is merely taken away does not give the focus back.
  const attach = useCallback((element: HTMLDialogElement | null): void => {
    if (!element) dialog.current?.close();
    dialog.current = element;
  }, []);
  useEffect(() => {
    if (!open) dialog.current?.close();
    else if (dialog.current?.open === false) {
      dialog.current.showModal();
      // Its contents come and go; the focus must not go with them.
      dialog.current.focus();
    }
  }, [open]);

  const [kept, setKept] = useState(false);
  if (open && !kept) setKept(true);
  const { part: form, retry } = useLater(connectForm, kept);
  const connected = useRef(false);

  const leave = (): void => {
    callHost(onOpenChange, false);
    callHost(props.onClose);
  };
  const closed = (): void => {
    if (dialog.current?.open !== false) return;
    if (connected.current) setKept(false);
    connected.current = false;
    // The browser closes by itself when it is asked twice.
    if (open) leave();
  };
  const pressed = useRef(false);
  // Whoever comes back from the sign-in window may press anywhere to get here.
  const signingIn = useRef(false);

  return (
    // Escape does what a press beside the dialog does.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      {...stylePart(props, 'dialog')}
      ref={attach}
      tabIndex={-1}
      lang={locale}
      dir={locale === 'ar' ? 'rtl' : 'ltr'}
      aria-label={label ?? dialogWords[locale].connect}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
      onClose={closed}
      onMouseDown={(event) => {
        pressed.current = isBeside(event);
      }}
      onClick={(event) => {
        if (pressed.current && !signingIn.current && isBeside(event)) leave();
      }}
    >
      {kept &&
        (form ? (
          <form.Connect
            {...props}
            onEvent={(event) => {
              if (event.type !== 'guide_opened') signingIn.current = event.type === 'window_changed';
              props.onEvent?.(event);
            }}
            onConnect={(connection) => {
              connected.current = true;
              props.onConnect?.(connection);
            }}
            onClose={leave}
          />
        ) : (
          <LoadingShell styling={props} locale={locale} onRetry={retry} onClose={leave} />
        ))}
    </dialog>
  );
}

/** Whether a press was outside the dialog: only the dialog itself is told of one on its backdrop, but also of one on its scroll bar. */
function isBeside({ target, currentTarget, clientX: x, clientY: y }: MouseEvent<HTMLDialogElement>): boolean {
  const { left, right, top, bottom } = currentTarget.getBoundingClientRect();
  return target === currentTarget && (x < left || x > right || y < top || y > bottom);
}

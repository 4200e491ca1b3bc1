import { useLayoutEffect, useId, useRef, type ReactElement, type ReactNode } from 'react';
import { Icon } from './icon.tsx';

interface ModalProps {
  readonly title: string;
  readonly onClose: () => void;
  /** A drawer stands at the side and is as high as the window. @default 'dialog' */
  readonly shape?: 'dialog' | 'drawer';
  readonly children: ReactNode;
}

/** The browser's own modal dialog: it keeps the focus, and Escape closes it. Shown as long as it is drawn. */
export function Modal({ title, onClose, shape = 'dialog', children }: ModalProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  // Closed before it is taken away: only then does the browser give the focus back to where it came from.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => {
      shown?.close();
      // What opened it may go with what it did, such as the row of a key that was revoked: then the page's title has the focus.
      queueMicrotask(() => {
        if (document.activeElement === document.body) document.querySelector('h1')?.focus();
      });
    };
  }, []);
  // Each step of a dialog has a title of its own, and begins at its first field, or else at its title.
  useLayoutEffect(() => {
    const field = dialog.current?.querySelector<HTMLElement>('.modal-body :is(input, select, textarea)');
    (field ?? heading.current)?.focus();
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- The title is what tells one step from the next.
  }, [title]);
  return (
    <dialog
      ref={dialog}
      className="modal"
      data-shape={shape}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className="modal-head">
        <h2 ref={heading} id={titleId} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className="button quiet" onClick={onClose} aria-label="Close">
          <Icon name="close" />
        </button>
      </header>
      <div className="modal-body">{children}</div>
    </dialog>
  );
}

import { useEffect, useId, useRef, type ReactElement, type ReactNode } from 'react';
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
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
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
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="button quiet" onClick={onClose} aria-label="Close">
          <Icon name="close" />
        </button>
      </header>
      <div className="modal-body">{children}</div>
    </dialog>
  );
}

import type { UseMutationResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { ActionButton } from './action-button.tsx';
import { Modal } from './modal.tsx';
import { Problem } from './problem.tsx';

interface ConfirmProps {
  /** The question. */
  readonly title: string;
  /** What cannot be undone. */
  readonly children: ReactNode;
  /** What the button says that does it. */
  readonly action: string;
  readonly change: Pick<UseMutationResult<unknown, Error, void>, 'mutate' | 'isPending' | 'error'>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Asks once more before something is gone. */
export function Confirm({ title, children, action, change, onDone, onClose }: ConfirmProps): ReactElement {
  return (
    <Modal title={title} onClose={onClose}>
      <div>{children}</div>
      <Problem error={change.error} />
      <div className="actions">
        <ActionButton className="button danger" isBusy={change.isPending} onClick={() => change.mutate(undefined, { onSuccess: onDone })}>
          {action}
        </ActionButton>
        <button type="button" className="button" onClick={onClose}>
          Keep
        </button>
      </div>
    </Modal>
  );
}

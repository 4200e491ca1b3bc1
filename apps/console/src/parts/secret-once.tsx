import type { ReactElement, ReactNode } from 'react';
import { CopyButton } from './copy-button.tsx';

interface SecretOnceProps {
  /** What it is, and what becomes of it. */
  readonly text: ReactNode;
  readonly value: string;
  readonly onDone: () => void;
}

/** A value that is shown this once. */
export function SecretOnce({ text, value, onDone }: SecretOnceProps): ReactElement {
  return (
    <>
      <p>{text}</p>
      <p className="copied">
        <code>{value}</code>
        <CopyButton value={value} />
      </p>
      <div className="actions">
        <button type="button" className="button primary" onClick={onDone}>
          Done
        </button>
      </div>
    </>
  );
}

import { useEffect, useId, type ReactElement, type ReactNode } from 'react';

interface FormRowProps {
  readonly label: string;
  /** One sentence under the label. */
  readonly hint?: ReactNode;
  readonly problem?: string | undefined;
  /** Draws the input, which must carry what it is given. */
  readonly children: (control: { id: string; 'aria-describedby': string; 'aria-invalid': boolean }) => ReactNode;
}

/** One input with its label, hint and problem, joined for a screen reader. A problem leads to it. */
export function FormRow({ label, hint, problem, children }: FormRowProps): ReactElement {
  const id = useId();
  const noteId = useId();
  useEffect(() => {
    if (problem !== undefined) document.getElementById(id)?.focus();
  }, [id, problem]);
  return (
    <div className="form-row">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': noteId, 'aria-invalid': problem !== undefined })}
      <p id={noteId} className={problem === undefined ? 'muted small' : 'problem small'}>
        {problem ?? hint}
      </p>
    </div>
  );
}

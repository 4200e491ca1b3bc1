import type { ReactElement, ReactNode } from 'react';

interface TableFrameProps {
  /** What the table lists. */
  readonly label: string;
  /** Whether it shows what was asked for before, while what is asked for now is on its way. @default false */
  readonly isOld?: boolean;
  /** Whether it scrolls within its own height. @default false */
  readonly isTall?: boolean;
  readonly children: ReactNode;
}

/** A table that scrolls inside its frame where it does not fit; by keyboard too. */
export function TableFrame({ label, isOld = false, isTall = false, children }: TableFrameProps): ReactElement {
  return (
    // What scrolls must be reached by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={isTall ? 'table-frame tall' : 'table-frame'} aria-label={label} aria-busy={isOld} tabIndex={0}>
      <table>
        <caption className="unseen">{label}</caption>
        {children}
      </table>
    </section>
  );
}

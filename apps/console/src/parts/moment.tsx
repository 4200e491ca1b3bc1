import type { ReactElement } from 'react';

interface MomentProps {
  /** RFC 3339. */
  readonly at: string | null;
  /** What stands there when there is none. @default 'never' */
  readonly otherwise?: string;
}

/** A moment, in the reader's own time and language. */
export function Moment({ at, otherwise = 'never' }: MomentProps): ReactElement {
  if (at === null) return <span className="muted nowrap">{otherwise}</span>;
  return <time dateTime={at}>{new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}</time>;
}

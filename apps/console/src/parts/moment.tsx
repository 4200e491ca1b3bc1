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
  const moment = new Date(at);
  const text = moment.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
  const time = moment.toLocaleTimeString(undefined, { timeStyle: 'short' });
  // Where a column is narrow it breaks between the day and the time, and nowhere else.
  const day = text.endsWith(time) ? text.slice(0, -time.length) : '';
  return (
    <time dateTime={at}>
      {day !== '' && <span className="nowrap">{day.trimEnd()}</span>} <span className="nowrap">{text.slice(day.length)}</span>
    </time>
  );
}

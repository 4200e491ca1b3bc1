import { useEffect, useRef, type ReactElement } from 'react';
import type { NoticeText } from './words.ts';

interface NoticeProps {
  readonly text: NoticeText;
  /** What the button says. */
  readonly action: string;
  readonly onRetry: (() => void) | undefined;
}

/** Why there is no form, and what to do. */
export function Notice({ text, action, onRetry }: NoticeProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever had the form before them is told that it is gone.
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="notice">
      <h2 ref={heading} tabIndex={-1}>
        {text.message}
      </h2>
      <p>{text.remedy}</p>
      {onRetry && (
        <button type="button" onClick={onRetry}>
          {action}
        </button>
      )}
    </section>
  );
}

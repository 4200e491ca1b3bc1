import type { ReactElement } from 'react';
import type { LinkProblem } from './open-link.ts';

interface NoticeProps {
  readonly problem: LinkProblem;
  readonly onRetry: (() => void) | undefined;
}

/** Why there is no form, and what to do. */
export function Notice({ problem, onRetry }: NoticeProps): ReactElement {
  return (
    <section className="notice" role="alert">
      <h1>{problem.message}</h1>
      {problem.remedy && <p>{problem.remedy}</p>}
      {onRetry && (
        <button type="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </section>
  );
}

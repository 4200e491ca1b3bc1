import type { ReactElement } from 'react';
import { toApiError } from '../api/api-error.ts';
import { Icon } from './icon.tsx';

interface ErrorStateProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** What went wrong, what to do, and the way to try again. */
export function ErrorState({ error, onRetry }: ErrorStateProps): ReactElement {
  const { message, remedy, code, requestId, errors } = toApiError(error);
  const advice = errors[0]?.message ?? remedy;
  return (
    <section className="error" role="alert">
      <Icon name="warning" />
      <div>
        <h2>{message}</h2>
        {advice && <p>{advice}</p>}
        <p className="muted small">
          <code>{code}</code>
          {requestId && <> · request {requestId}</>}
        </p>
        {onRetry && (
          <button type="button" className="button" onClick={onRetry}>
            Try again
          </button>
        )}
      </div>
    </section>
  );
}

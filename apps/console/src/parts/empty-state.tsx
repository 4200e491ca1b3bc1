import type { ReactElement, ReactNode } from 'react';

interface EmptyStateProps {
  readonly title: string;
  /** Why there is nothing, and what to do. */
  readonly text: ReactNode;
  readonly action?: ReactNode;
}

/** What stands where a list has nothing in it. */
export function EmptyState({ title, text, action }: EmptyStateProps): ReactElement {
  return (
    <section className="empty">
      <h2>{title}</h2>
      <p className="muted">{text}</p>
      {action}
    </section>
  );
}

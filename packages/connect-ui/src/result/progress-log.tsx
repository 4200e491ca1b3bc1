import type { ReactElement, ReactNode } from 'react';
import type { ProgressStep } from '../connect/connect-state.ts';
import { laterViews } from '../connect/load-views.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useLater } from '../primitives/later.ts';

interface ProgressLogProps {
  /** Whether an attempt runs, and so steps are to come. */
  readonly attempt: boolean;
  readonly progress: readonly ProgressStep[];
  /** What else goes on. */
  readonly children: ReactNode;
}

/** The steps of an attempt as they happen. The live region stands there from the start, so that its first line is heard too. */
export function ProgressLog({ attempt, progress, children }: ProgressLogProps): ReactElement {
  const { t } = useMessages();
  const { part: views } = useLater(laterViews, attempt);
  return (
    <div role="log" aria-live="polite" aria-label={t('progress.title')}>
      {views && progress.length > 0 && <views.ProgressList progress={progress} />}
      {children}
    </div>
  );
}

import type { ReactElement } from 'react';
import { progressSteps } from '../api/progress.ts';
import type { Progress } from '../flow/flow.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Icon } from '../primitives/icon.tsx';
import { part } from '../primitives/part.ts';
import { Spinner } from '../primitives/spinner.tsx';

/** The steps of an attempt as they happen. The live region stands there from the start, so that its first line is heard too. */
export function ProgressList({ progress }: { readonly progress: Progress | undefined }): ReactElement {
  const { t } = useMessages();
  const begun = progress !== undefined && Object.keys(progress).length > 0;
  return (
    <div role="log" aria-live="polite" aria-label={t('progress.title')}>
      {begun && (
        <ol {...part('progress')}>
          {progressSteps.map((step) => {
            const state = progress[step] ?? 'pending';
            const text = t(state === 'done' ? `progress.${step}.done` : `progress.${step}.started`);
            return (
              <li key={step} {...part('progress-step')} data-state={state}>
                {state === 'done' ? <Icon name="check" /> : state === 'pending' ? <Icon name="dash" /> : <Spinner />}
                {state === 'waiting' ? t('progress.waiting', { step: text }) : text}
              </li>
            );
          })}
        </ol>
      )}
    </div>
  );
}

import type { ReactElement } from 'react';
import type { ProgressStep } from '../connect/connect-state.ts';
import { Icon } from '../primitives/icon.tsx';
import { useSlots } from '../primitives/slots.ts';
import { usePart } from '../primitives/styling.ts';

/** The steps of an attempt, each with how far it is. */
export function ProgressList({ progress }: { readonly progress: readonly ProgressStep[] }): ReactElement {
  const part = usePart();
  const { Spinner } = useSlots();
  return (
    <ol {...part('progress')}>
      {progress.map(({ step, state, text }) => (
        <li key={step} {...part('progress-step')} data-state={state}>
          {state === 'done' ? <Icon name="check" /> : state === 'pending' ? <Icon name="dash" /> : <Spinner {...part('spinner')} />}
          {text}
        </li>
      ))}
    </ol>
  );
}

import type { ReactElement } from 'react';
import { laterViews } from '../connect/load-views.ts';
import { useLater } from '../primitives/later.ts';
import type { FailureActionsProps } from './failure-actions.tsx';

/** What to do about a failure, as soon as it is loaded: its words, which stand above, do not wait for it. */
export function FailureHelp(props: FailureActionsProps): ReactElement | null {
  const { part: views } = useLater(laterViews, true);
  return views ? <views.FailureActions {...props} /> : null;
}

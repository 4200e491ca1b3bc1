import type { ReactElement } from 'react';
import type { Explanation } from '../connect/explanation.ts';
import { laterViews } from '../connect/load-views.ts';
import { useLater } from '../primitives/later.ts';

/** Codes and ids that a support desk asks for. */
export function FailureDetails({ explanation }: { readonly explanation: Explanation }): ReactElement | null {
  const { part: views } = useLater(laterViews, true);
  return views ? <views.DetailsList explanation={explanation} /> : null;
}
